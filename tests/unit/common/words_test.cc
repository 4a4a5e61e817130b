// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/words.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

std::string split(std::string_view text) {
  std::string joined;
  for (const Word& word : split_words(text))
    joined.append(joined.empty() ? "" : "|").append(text_of(text, word));
  return joined;
}

TEST(Words, AreSplitAsReadersWould) {
  const struct {
    const char* text;
    const char* words;
  } cases[] = {
      {"", ""},
      {" -- ", ""},
      {"Pakistan's Foreign Minister", "Pakistan's|Foreign|Minister"},
      {"the U.S. and U.N.-led talks.", "the|U.S.|and|U.N.|led|talks"},
      {"end of it. A new one", "end|of|it|A|new|one"},
      {"14,000 troops, 3.5 pct, 1987.", "14,000|troops|3.5|pct|1987"},
      {"Jean-Claude d’Estaing AT&T", "Jean|Claude|d’Estaing|AT&T"},
      {"‘quoted’ 'words'", "quoted|words"},
      {"Erdoğan, Þór; Ђинђић", "Erdoğan|Þór|Ђинђић"},
      {"北京会谈 talks", "北|京|会|谈|talks"},
      {"한국 대통령", "한국|대통령"},
      {"a\377b", "a|b"},
      {"H.W. Bush, e.g. now", "H.W.|Bush|e.g.|now"},
  };
  for (const auto& c : cases) EXPECT_EQ(split(c.text), c.words) << c.text;
}

TEST(Words, FoldForComparison) {
  const struct {
    const char* word;
    const char* folded;
  } cases[] = {
      {"Pakistan’s", "pakistan"}, {"U.S.", "us"}, {"14,000", "14000"}, {"3.5", "3.5"},
      {"O'Neill", "oneill"},      {"'s", "s"},
  };
  for (const auto& c : cases) EXPECT_EQ(fold_word(c.word), c.folded) << c.word;
  EXPECT_EQ(fold_phrase("al-Shabab’s"), "al shabab");
  EXPECT_EQ(fold_phrase("People's Republic of China"), "people republic of china");
}

}  // namespace
}  // namespace chancery
