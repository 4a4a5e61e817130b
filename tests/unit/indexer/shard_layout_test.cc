// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/shard_layout.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

Article article(std::string id, std::optional<Date> date) {
  Article article;
  article.id = std::move(id);
  article.date = date;
  return article;
}

// What is in an index already lies where these say: they must never change.
TEST(ShardOf, IsTheSameForEver) {
  const ShardLayout by_id{8, ShardBy::id};
  EXPECT_EQ(shard_of(by_id, article("mna-1989-05-16-beijing", Date{1989, 5, 16})),
            shard_of(by_id, article("mna-1989-05-16-beijing", std::nullopt)));
  const std::vector<std::pair<const char*, size_t>> known = {{"a", 4}, {"b", 5}, {"", 5}};
  for (const auto& [id, shard] : known)
    EXPECT_EQ(shard_of(by_id, article(id, std::nullopt)), shard) << id;
}

TEST(ShardOf, ByYearIsByIdWhereThereIsNoDate) {
  const ShardLayout by_year{4, ShardBy::year};
  EXPECT_EQ(shard_of(by_year, article("a", Date{1989, 5, 16})), 1989U % 4);
  EXPECT_EQ(shard_of(by_year, article("b", Date{1989, 12, 31})), 1989U % 4);
  EXPECT_EQ(shard_of(by_year, article("a", std::nullopt)),
            shard_of({4, ShardBy::id}, article("a", std::nullopt)));
}

}  // namespace
}  // namespace chancery
