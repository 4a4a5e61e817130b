// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/line_wraps.h"

#include <gtest/gtest.h>

#include <string>

namespace chancery {
namespace {

TEST(LineWraps, TellsAWrapFromAParagraph) {
  const std::string full = "A line of some sixty characters, as a wire prints it, with John";
  const std::string sentence = "A line of some sixty characters, as a wire prints it, with X.";
  const struct {
    std::string before, behind;
    bool wrap;
  } cases[] = {
      {full, "Bonifaz in it.", true},
      {full, "    Bonifaz, all lines being indented.", true},
      {sentence, "Another sentence of the same paragraph.", true},
      {sentence, "    A paragraph of its own.", false},
      {full, "\nBehind an empty line.", false},
      {"A short line", "and another", false},
      {full, std::string(200, 'x'), false},  // not a text of wrapped lines
  };
  for (const auto& c : cases) {
    const std::string text = c.before + "\n" + c.behind;
    EXPECT_EQ(LineWraps(text).is_wrap(c.before.size()), c.wrap) << text;
  }
}

}  // namespace
}  // namespace chancery
