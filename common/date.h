// SPDX-License-Identifier: GPL-2.0-or-later
/// A calendar day, and spans of days: all that Chancery knows of time.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// A day of the Gregorian calendar, years 1 to 9999. Always one that exists: made by make_date.
struct Date {
  int year = 1;
  int month = 1;
  int day = 1;
  auto operator<=>(const Date&) const = default;
};

/// The day, or nothing where the calendar has no such day: (2023, 2, 29).
std::optional<Date> make_date(int year, int month, int day);

/// 31, 30, 29 or 28. `month` is 1 to 12.
int days_in_month(int year, int month);

/// "2018-12-26".
std::string to_iso(const Date& date);

/// "20181226", the form in the index: sorts as the days do.
std::string to_digits(const Date& date);

/// The reverse of to_digits; nothing for any other text.
std::optional<Date> from_digits(std::string_view digits);

/// Days from `first` to `last`, both included.
struct DateSpan {
  Date first;
  Date last;
  bool operator==(const DateSpan&) const = default;
};

/// What a user writes for a day, a month or a year: "2018-12-26", "2018-12", "2018". Nothing for
/// anything else, 2018-02-30 included. Example: "2018-02" -> 2018-02-01 to 2018-02-28.
std::optional<DateSpan> parse_date_span(std::string_view text);

}  // namespace chancery
