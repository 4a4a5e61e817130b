// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/whole_answer.h"

#include <gtest/gtest.h>

#include "searcher/search.h"
#include "tests/unit/searcher/test_index.h"

namespace chancery {
namespace {

SearchRequest query(std::string text) {
  SearchRequest request;
  request.query = std::move(text);
  return request;
}

TEST(WholeAnswer, IsOfTheIndexAsItWasOpened) {
  TestIndex test({make_article("a", "Talks", "in Geneva", std::nullopt)});
  Index index = test.open();
  test.add({make_article("b", "Talks", "in Kabul", std::nullopt)});
  EXPECT_EQ(whole_answer(index, [&] { return search(query("talks"), index); }).total, 1U);
}

TEST(WholeAnswer, ComesFromTheIndexOpenedAnewWhereAWriterTookTheBlocks) {
  TestIndex test({make_article("a", "Talks", "in Geneva", std::nullopt)});
  Index index = test.open();
  for (int i = 0; i < 3; ++i) {
    std::vector<Article> articles;
    for (int j = 0; j < 50; ++j)
      articles.push_back(make_article(std::to_string(100 * i + j), "Talks",
                                      "of day " + std::to_string(j), std::nullopt));
    test.add(articles);
  }
  EXPECT_EQ(whole_answer(index, [&] { return search(query("talks"), index); }).total, 151U);
}

TEST(WholeAnswer, SeesANewLanguageWhenOpenedAnew) {
  TestIndex test({make_article("a", "Talks", "in Geneva", std::nullopt)});
  Index index = test.open();
  Article article = make_article("b", "Entretiens", "a Paris", std::nullopt);
  article.language = "fr";
  test.add({article});
  index.reopen();
  EXPECT_EQ(index.languages(), (std::vector<std::string>{"en", "fr"}));
}

TEST(WholeAnswer, GivesUpWhereTheIndexNeverHoldsStill) {
  TestIndex test({make_article("a", "Talks", "in Geneva", std::nullopt)});
  Index index = test.open();
  int asked = 0;
  const auto ask = [&]() -> int {
    ++asked;
    throw Xapian::DatabaseModifiedError("changed");
  };
  EXPECT_THROW(whole_answer(index, ask), Xapian::DatabaseModifiedError);
  EXPECT_EQ(asked, 5);
}

}  // namespace
}  // namespace chancery
