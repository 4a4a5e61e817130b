// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/annotated_text.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

const Gazetteer no_names;

TEST(AnnotatedText, CasingTellsHeadlinesFromSentences) {
  EXPECT_EQ(annotate("KENYANS PROTEST TAX HIKES IN NAIROBI", no_names).casing, Casing::upper);
  EXPECT_EQ(annotate("Russian Show of Power in World Cup Finale", no_names).casing, Casing::title);
  EXPECT_EQ(annotate("Russian show of power in the World Cup finale", no_names).casing,
            Casing::sentence);
  EXPECT_EQ(annotate("", no_names).casing, Casing::sentence);
}

TEST(AnnotatedText, WordsKnowTheirCaseAndWhatFollows) {
  const AnnotatedText text =
      annotate("He met Pakistan's Jean-Pierre X. Smith, 45. Élan was high", no_names);
  const struct {
    const char* folded;
    bool capital;
    bool sentence_start;
    Gap after;
  } expected[] = {
      {"he", true, true, Gap::space},        {"met", false, false, Gap::space},
      {"pakistan", true, false, Gap::space}, {"jean", true, false, Gap::hyphen},
      {"pierre", true, false, Gap::space},   {"x", true, false, Gap::point},
      {"smith", true, true, Gap::comma},     {"45", false, false, Gap::point},
      {"elan", true, true, Gap::space},      {"was", false, false, Gap::space},
  };
  for (size_t i = 0; i < std::size(expected); ++i) {
    const Token& token = text.tokens.at(i);
    EXPECT_EQ(token.folded, expected[i].folded);
    EXPECT_EQ(token.capital, expected[i].capital) << token.folded;
    EXPECT_EQ(token.sentence_start, expected[i].sentence_start) << token.folded;
    EXPECT_EQ(token.after, expected[i].after) << token.folded;
  }
  EXPECT_TRUE(text.tokens[2].genitive);
}

}  // namespace
}  // namespace chancery
