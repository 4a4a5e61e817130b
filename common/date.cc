// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date.h"

#include <charconv>
#include <cstdio>

namespace chancery {
namespace {

std::optional<int> parse_digits(std::string_view text, size_t length) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.size() != length || error != std::errc{} || end != text.data() + length ||
      text.front() == '-') {
    return std::nullopt;
  }
  return value;
}

std::string print(const char* format, const Date& date) {
  char text[40];
  std::snprintf(text, sizeof text, format, date.year, date.month, date.day);
  return text;
}

}  // namespace

int days_in_month(int year, int month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > days_in_month(year, month)) {
    return std::nullopt;
  }
  return Date{year, month, day};
}

std::string to_iso(const Date& date) { return print("%04d-%02d-%02d", date); }

std::string to_digits(const Date& date) { return print("%04d%02d%02d", date); }

std::optional<Date> from_digits(std::string_view digits) {
  if (digits.size() != 8) return std::nullopt;
  const auto year = parse_digits(digits.substr(0, 4), 4);
  const auto month = parse_digits(digits.substr(4, 2), 2);
  const auto day = parse_digits(digits.substr(6), 2);
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, *month, *day);
}

std::optional<DateSpan> parse_date_span(std::string_view text) {
  const auto dashes_are_right =
      (text.size() <= 4 || text[4] == '-') && (text.size() <= 7 || text[7] == '-');
  if (!dashes_are_right || (text.size() != 4 && text.size() != 7 && text.size() != 10)) {
    return std::nullopt;
  }
  const auto year = parse_digits(text.substr(0, 4), 4);
  const auto month = text.size() > 4 ? parse_digits(text.substr(5, 2), 2) : 1;
  const auto day = text.size() > 7 ? parse_digits(text.substr(8, 2), 2) : 1;
  if (!year || !month || !day) return std::nullopt;
  const auto first = make_date(*year, *month, *day);
  if (!first) return std::nullopt;
  Date last = *first;
  if (text.size() == 4) last = {*year, 12, 31};
  if (text.size() == 7) last.day = days_in_month(*year, *month);
  return DateSpan{*first, last};
}

}  // namespace chancery
