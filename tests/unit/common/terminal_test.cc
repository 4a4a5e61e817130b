// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/terminal.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace chancery {
namespace {

TEST(Terminal, OtherPeoplesTextCannotMoveTheCursorOrReverse) {
  const struct {
    const char* text;
    const char* shown;
  } cases[] = {
      {"plain ü 北京", "plain ü 北京"},     {"\033[31mred\a", "\uFFFD[31mred\uFFFD"},
      {"one\ntwo\tthree", "one two three"}, {"\u202Egnp.exe", "\uFFFDgnp.exe"},
      {"\u009B31m", "\uFFFD31m"},           {"\xFF\xFE", "\uFFFD\uFFFD"},
  };
  for (const auto& c : cases) EXPECT_EQ(one_safe_line(c.text), c.shown);
  EXPECT_EQ(safe_lines("one\ntwo\r"), "one\ntwo\uFFFD");
}

TEST(Terminal, WhenIsOneOfThreeWords) {
  EXPECT_EQ(parse_when("--color", "never"), When::never);
  EXPECT_THROW(parse_when("--color", "yes"), UsageError);
  EXPECT_TRUE(wants_colour(When::always, 1));
  EXPECT_FALSE(wants_colour(When::never, 1));
}

}  // namespace
}  // namespace chancery
