// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/fold.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(Fold, MakesSpellingsMeet) {
  const struct {
    const char* text;
    const char* folded;
  } cases[] = {
      {"Erdoğan", "erdogan"},
      {"Élysée", "elysee"},
      {"O’Brien", "obrien"},
      {"Wałęsa", "walesa"},
      {"ÖSTERREICH", "osterreich"},
      {"Straße", "strasse"},
      {"Đinđić", "dindic"},
      {"Ólafur", "olafur"},
      {"İstanbul", "istanbul"},
      {"ИГОРЬ", "игорь"},
      {"Ёлка", "елка"},
      {"Ἀθῆναι", "αθηναι"},
      {"한국", "한국"},
      {"北京", "北京"},
      {"مُحَمَّد", "محمد"},
      {"ﬁn", "fin"},
  };
  for (const auto& c : cases) EXPECT_EQ(fold(c.text), c.folded) << c.text;
}

TEST(Fold, BrokenBytesBecomeReplacementCharacters) { EXPECT_EQ(fold("a\xFFz"), "a\uFFFDz"); }

TEST(MakeKey, JoinsFoldedWordsByHyphens) {
  const struct {
    const char* name;
    const char* key;
  } cases[] = {
      {"Recep Tayyip Erdoğan", "recep-tayyip-erdogan"},
      {"George H. W. Bush", "george-h-w-bush"},
      {"Ban Ki-moon", "ban-ki-moon"},
      {"  Côte d'Ivoire ", "cote-divoire"},
      {"习近平", "习近平"},
      {"!?", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(make_key(c.name), c.key) << c.name;
}

}  // namespace
}  // namespace chancery
