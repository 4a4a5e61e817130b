// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/day_order.h"

#include <array>
#include <optional>

#include "common/fold.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

struct NumericDate {
  int first = 0, second = 0, year = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "03/04/2018", "3-4-18" at the beginning of `text`.
std::optional<NumericDate> numeric_date(std::string_view text) {
  std::array<int, 3> numbers{};
  std::array<size_t, 3> digits{};
  size_t at = 0;
  for (size_t i = 0; i < 3; ++i) {
    for (; at < text.size() && is_digit(text[at]) && digits[i] < 5; ++at, ++digits[i])
      numbers[i] = numbers[i] * 10 + (text[at] - '0');
    if (digits[i] == 0) return std::nullopt;
    if (i < 2 &&
        (at == text.size() || (text[at] != '/' && text[at] != '-') || text[at] != text[digits[0]]))
      return std::nullopt;
    if (i < 2) ++at;
  }
  if (digits[0] > 2 || digits[1] > 2 || (digits[2] != 4 && digits[2] != 2)) return std::nullopt;
  const int pivot = 50;  // as corpus/published_date.h
  return NumericDate{numbers[0], numbers[1],
                     digits[2] == 4 ? numbers[2] : numbers[2] + (numbers[2] < pivot ? 2000 : 1900)};
}

}  // namespace

DayOrder day_order_in(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) ||
        (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '/' || text[at - 1] == '-')))
      continue;
    const auto date = numeric_date(text.substr(at));
    if (!date) continue;
    if (date->first > 12 && date->first <= 31 && date->second <= 12) return DayOrder::day_first;
    if (date->second > 12 && date->second <= 31 && date->first <= 12) return DayOrder::month_first;
  }
  return DayOrder::unknown;
}

DayOrder day_order(std::string_view language) {
  const std::string folded = fold(language);
  if (folded.empty() || folded == "en") return DayOrder::unknown;
  if (folded.starts_with("en"))
    return folded.ends_with("us") ? DayOrder::month_first : DayOrder::day_first;
  return DayOrder::day_first;
}

void set_date(Article& article, const std::vector<std::string>& texts, DayOrder order) {
  const size_t notes = article.notes.size();
  set_date(article, texts);
  if (article.date) return;
  for (const std::string& text : texts) {
    const size_t start = text.find_first_of("0123456789");
    const auto date = start == std::string::npos
                          ? std::nullopt
                          : numeric_date(std::string_view(text).substr(start));
    if (!date) continue;
    article.date = order == DayOrder::month_first
                       ? make_date(date->year, date->first, date->second)
                       : make_date(date->year, date->second, date->first);
    if (!article.date) continue;
    article.notes.resize(notes);
    if (order == DayOrder::unknown)
      article.notes.push_back("the date '" + text.substr(0, 60) +
                              "' is read with the day before the month");
    return;
  }
}

}  // namespace chancery
