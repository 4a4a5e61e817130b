// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/sentences.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

std::string split(std::string_view text) {
  std::string joined;
  for (const Sentence& s : split_sentences(text))
    joined.append(joined.empty() ? "" : "|").append(text.substr(s.begin, s.end - s.begin));
  return joined;
}

TEST(Sentences, EndWhereReadersEndThem) {
  const struct {
    const char* text;
    const char* sentences;
  } cases[] = {
      {"", ""},
      {"One. Two! Three?", "One.|Two!|Three?"},
      {"Mr. Lavrov met Gen. Smith of the U.S. army. He left.",
       "Mr. Lavrov met Gen. Smith of the U.S. army.|He left."},
      {"\"He came.\" She left.", "\"He came.\"|She left."},
      {"Growth of 3.5 pct. Fine", "Growth of 3.5 pct.|Fine"},
      {"Paragraph one\n\nParagraph two", "Paragraph one|Paragraph two"},
      {"J. R. Smith spoke.\nNext.", "J. R. Smith spoke.|Next."},
      {"他来了。他走了。", "他来了。|他走了。"},
      {"NAIROBI, Kenya (AP) _ Thousands of laborers and students and\nopposition politicians protested.",
       "NAIROBI, Kenya (AP) _ Thousands of laborers and students and\nopposition politicians protested."},
  };
  for (const auto& c : cases) EXPECT_EQ(split(c.text), c.sentences) << c.text;
}

}  // namespace
}  // namespace chancery
