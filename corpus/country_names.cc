// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/country_names.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <array>
#include <map>
#include <mutex>
#include <set>

#include "common/fold.h"

namespace chancery {
namespace {

using Names = std::map<std::string, std::string>;  // folded name -> code

std::string upper(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  return out;
}

std::string to_utf8(const UChar* text, int32_t length) {
  std::string out(static_cast<size_t>(length) * 3 + 1, '\0');
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = 0;
  u_strToUTF8(out.data(), static_cast<int32_t>(out.size()), &written, text, length, &status);
  return U_FAILURE(status) ? std::string() : out.substr(0, static_cast<size_t>(written));
}

Names names_in(const std::string& language) {
  Names names;
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    std::array<UChar, 128> buffer{};
    UErrorCode status = U_ZERO_ERROR;
    const std::string locale = std::string("und_") + *code;
    const int32_t length = uloc_getDisplayCountry(locale.c_str(), language.c_str(), buffer.data(),
                                                  buffer.size(), &status);
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || length <= 0) continue;
    const std::string name = to_utf8(buffer.data(), length);
    names.emplace(fold(name), *code);
    // "Myanmar (Burma)" is found by either, "Bosnia & Herzegovina" with the word too.
    if (const size_t open = name.find(" ("); open != std::string::npos && name.ends_with(')')) {
      names.emplace(fold(name.substr(0, open)), *code);
      names.emplace(fold(name.substr(open + 2, name.size() - open - 3)), *code);
    }
    if (const size_t both = name.find(" & "); both != std::string::npos) {
      names.emplace(fold(name.substr(0, both) + " and " + name.substr(both + 3)), *code);
    }
  }
  return names;
}

// A language is two letters: there are not many to keep.
const Names& known_names(const std::string& language) {
  static std::mutex mutex;
  static std::map<std::string, Names> all;
  const std::lock_guard lock(mutex);
  const auto found = all.find(language);
  return found != all.end() ? found->second
                            : all.emplace(language, names_in(language)).first->second;
}

}  // namespace

std::string country_named(std::string_view name, std::string_view language) {
  // As headlines have them; a two-letter name may be any other thing: "CA" is California too.
  if (name == "US" || name == "U.S.") return "US";
  if (name == "UK" || name == "U.K.") return "GB";
  if (name == "UAE") return "AE";
  if (name.size() == 3 && upper(name) == name && is_country_code(name)) return std::string(name);
  const std::string folded = fold(name);
  if (folded.empty()) return {};
  for (const std::string& tongue : {std::string("en"), std::string(language)}) {
    if (tongue.size() != 2) continue;
    const Names& names = known_names(tongue);
    if (const auto found = names.find(folded); found != names.end()) return found->second;
  }
  return {};
}

bool is_country_code(std::string_view code) {
  static const std::set<std::string> codes = [] {
    std::set<std::string> all;
    for (const char* const* at = uloc_getISOCountries(); *at != nullptr; ++at) {
      all.insert(*at);
      all.insert(uloc_getISO3Country((std::string("und_") + *at).c_str()));
    }
    return all;
  }();
  return codes.contains(upper(code));
}

}  // namespace chancery
