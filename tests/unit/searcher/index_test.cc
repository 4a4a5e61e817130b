// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index.h"

#include <gtest/gtest.h>

#include "common/error.h"
#include "searcher/search.h"
#include "tests/unit/searcher/test_index.h"

namespace chancery {
namespace {

TEST(Index, SaysWhatIsWrong) {
  try {
    Index index("/nonexistent/index");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(
        std::string(error.what()),
        "no index at '/nonexistent/index'; make one with: chancery-indexer --db /nonexistent/index INPUT...");
  }
}

TEST(Index, OneArticleTwiceIsOneArticle) {
  const TestIndex index({make_article("x", "Old", "old text", Date{2001, 1, 1}),
                         make_article("x", "New", "new text", Date{2002, 1, 1})});
  const Index opened = index.open();
  SearchRequest request;
  const Results results = search(request, opened);
  EXPECT_EQ(results.total, 1U);
  EXPECT_EQ(results.hits.at(0).article.title, "New");
}

}  // namespace
}  // namespace chancery
