// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text_analysis.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(TextAnalysis, WordsOfOneStemMeet) {
  TextAnalysis english("en");
  const struct {
    const char* one;
    const char* other;
  } cases[] = {
      {"Negotiations", "negotiation"},
      {"Erdoğan’s", "erdogan"},
      {"U.S.", "US"},
      {"14,000", "14000"},
      {"MINISTERS", "minister"},
  };
  const auto term = [&english](const char* word) { return std::string(english.term(word)); };
  for (const auto& c : cases) EXPECT_EQ(term(c.one), term(c.other)) << c.one;
  EXPECT_NE(term("war"), term("warsaw"));
}

TEST(TextAnalysis, EachLanguageHasItsStemmerAndUnknownOnesNone) {
  EXPECT_EQ(TextAnalysis("de").term("Verhandlungen"), "verhandl");
  EXPECT_EQ(TextAnalysis("xx").term("Negotiations"), "negotiations");
  EXPECT_EQ(TextAnalysis("").term("Negotiations"), "negotiations");
}

TEST(TextAnalysis, NoiseTooLongForAWordHasNoTerm) {
  EXPECT_EQ(TextAnalysis("en").term(std::string(65, 'x')), "");
}

}  // namespace
}  // namespace chancery
