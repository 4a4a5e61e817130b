// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

std::string shown(const std::optional<DateSpan>& span) {
  return span ? to_iso(span->first) + ".." + to_iso(span->last) : "none";
}

TEST(Date, SpansThatUsersWrite) {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {
      {"2018-12-26", "2018-12-26..2018-12-26"},
      {"2018-12", "2018-12-01..2018-12-31"},
      {"2018", "2018-01-01..2018-12-31"},
      {"2020-02", "2020-02-01..2020-02-29"},
      {"1900-02", "1900-02-01..1900-02-28"},
      {"2018-13", "none"},
      {"2018-02-30", "none"},
      {"2018-1-1", "none"},
      {"2018/12/26", "none"},
      {"18", "none"},
      {"", "none"},
      {"-018", "none"},
      {"2018-12-26T", "none"},
      {"0000", "none"},
      {"20 8", "none"},
      {"2018-+1", "none"},
  };
  for (const auto& c : cases) EXPECT_EQ(shown(parse_date_span(c.text)), c.expected) << c.text;
}

TEST(Date, DigitsAndBack) {
  EXPECT_EQ(to_digits({987, 1, 2}), "09870102");
  EXPECT_EQ(from_digits("20181226"), (Date{2018, 12, 26}));
  EXPECT_FALSE(from_digits("20181232"));
  EXPECT_FALSE(from_digits("2018-1-1"));
  EXPECT_FALSE(from_digits(""));
}

}  // namespace
}  // namespace chancery
