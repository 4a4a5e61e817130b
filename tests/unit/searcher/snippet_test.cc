// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/snippet.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

std::string shown(const std::vector<Fragment>& fragments) {
  std::string text;
  for (const Fragment& f : fragments)
    text += std::string(f.gap ? "…" : "") + (f.match ? "[" + f.text + "]" : f.text);
  return text;
}

std::string snippet(std::string_view text, std::vector<std::string> words, size_t length,
                    const std::string& name = "") {
  Highlighter highlighter;
  for (const std::string& word : words) highlighter.add_words(word);
  if (!name.empty()) highlighter.add_name(name);
  return shown(make_snippet(text, "en", highlighter, length));
}

constexpr std::string_view text =
    "The weather was fine. Ministers met in Kabul for talks. Lunch was served at noon and everyone ate well. "
    "The peace process was discussed by both. Nothing else happened. They negotiated on Kabul's future until night.";

TEST(Snippet, ShowsTheSentencesThatMatch) {
  EXPECT_EQ(snippet(text, {"peace"}, 50), "…The [peace] process was discussed by both.…");
  EXPECT_EQ(snippet(text, {"negotiations"}, 60),
            "…They [negotiated] on Kabul's future until night.");
  EXPECT_EQ(snippet(text, {"minister", "peace"}, 90),
            "…[Ministers] met in Kabul for talks.…The [peace] process was discussed by both.…");
}

TEST(Snippet, PrefersTheSentenceWithMore) {
  EXPECT_EQ(snippet(text, {"Kabul", "future"}, 50),
            "…They negotiated on [Kabul's] [future] until night.");
}

TEST(Snippet, WithoutAMatchTheBeginning) {
  EXPECT_EQ(snippet(text, {"nowhere"}, 25), "The weather was fine.…");
  EXPECT_EQ(snippet(text, {}, 25), "The weather was fine.…");
  EXPECT_EQ(snippet("", {"x"}, 100), "");
}

TEST(Snippet, APhraseMatchesOnlyInSequence) {
  EXPECT_EQ(snippet("Process of peace. The peace process.", {"peace process"}, 20),
            "…The [peace process].");
}

TEST(Snippet, ALongSentenceIsCutAtWordsAroundTheMatch) {
  std::string longer;
  for (int i = 0; i < 50; ++i) longer += "word" + std::to_string(i) + " ";
  const std::string got = snippet(longer + "peace at last", {"peace"}, 40);
  EXPECT_EQ(got, "…word47 word48 word49 [peace] at last");
  EXPECT_LT(snippet(longer, {}, 40).size(), 50U);
}

TEST(Snippet, ANameIsMatchedFolded) {
  EXPECT_EQ(snippet("Here is Recep Tayyip ERDOĞAN now.", {}, 100, "Erdogan"),
            "Here is Recep Tayyip [ERDOĞAN] now.");
}

TEST(Snippet, FragmentsAreTheTextItselfAtTheirOffsetsInCharacters) {
  const std::string article = "Élysée.\nNothing here.\nPeace came late. All left.";
  Highlighter highlighter;
  highlighter.add_words("late");
  const std::vector<Fragment> fragments = make_snippet(article, "en", highlighter, 16);
  ASSERT_EQ(fragments.size(), 4U);
  EXPECT_EQ(fragments[0].text, "Peace came ");
  EXPECT_EQ(fragments[0].offset, 22U);
  EXPECT_TRUE(fragments[0].gap);
  EXPECT_EQ(fragments[1].text, "late");
  EXPECT_EQ(fragments[1].offset, 33U);
  EXPECT_TRUE(fragments[3].text.empty());
}

TEST(Snippet, APrefixMatchesWhatItBegins) {
  Highlighter highlighter;
  highlighter.add_prefix("Negot");
  EXPECT_EQ(shown(make_snippet("The negotiators left. Négotiation!", "en", highlighter, 100)),
            "The [negotiators] left. [Négotiation]!");
}

TEST(HighlightAll, KeepsTheTextAsItIs) {
  Highlighter highlighter;
  highlighter.add_words("北京");
  EXPECT_EQ(shown(highlight_all("in 北京\n会谈", "zh", highlighter)), "in [北京]\n会谈");
}

}  // namespace
}  // namespace chancery
