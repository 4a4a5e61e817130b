// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/prominence.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace chancery {
namespace {

// "under secretary of state" speaks for nobody, "vice president of Kenya" leads nothing.
Prominence prominence_of_office(std::string_view office) {
  constexpr std::array<std::string_view, 9> leads = {
      "president of", "prime minister of",    "king of", "queen of", "premier of", "chancellor of",
      "emperor of",   "leader of the soviet", "emir of"};
  constexpr std::array<std::string_view, 5> speaks = {"foreign minister", "secretary of state",
                                                      "foreign secretary", "secretary-general",
                                                      "leader of"};
  constexpr std::array<std::string_view, 5> seconds = {"vice president", "deputy", "assistant",
                                                       "under secretary", "undersecretary"};
  const auto has = [office](std::string_view words) {
    return office.find(words) != std::string_view::npos;
  };
  if (std::any_of(seconds.begin(), seconds.end(), has)) return Prominence::office;
  if (std::any_of(leads.begin(), leads.end(), has)) return Prominence::leads;
  return std::any_of(speaks.begin(), speaks.end(), has) ? Prominence::speaks : Prominence::office;
}

}  // namespace

Prominence prominence_of(const KnownEntity& person) {
  if (person.role.starts_with("US ")) return Prominence::career;
  Prominence most = Prominence::none;
  for (std::string_view rest = person.role; !rest.empty();) {
    const size_t end = rest.find(';');
    most = std::max(most, prominence_of_office(rest.substr(0, end)));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return most;
}

}  // namespace chancery
