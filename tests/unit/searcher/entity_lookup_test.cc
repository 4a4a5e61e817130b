// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/entity_lookup.h"

#include <gtest/gtest.h>

#include "tests/unit/searcher/test_index.h"

namespace chancery {
namespace {

TEST(EntityLookup, ResolvesOverAllKindsByFrequency) {
  const TestIndex index(
      {make_article("a", "One", "President Bill Clinton spoke.", Date{1995, 1, 1}),
       make_article("b", "Two", "Hillary Clinton spoke.", Date{2011, 1, 1}),
       make_article("c", "Three", "Hillary Clinton left.", Date{2011, 1, 2})});
  const Index opened = index.open();
  const std::vector<Candidate> found = resolve(opened, "Clinton");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].key, "hillary-clinton");
  EXPECT_EQ(found[0].kind, "person");
  EXPECT_EQ(found[0].count, 2U);
  EXPECT_EQ(found[1].key, "bill-clinton");
  EXPECT_EQ(resolve(opened, "Czechia").at(0).key, "CZ");
  EXPECT_EQ(resolve(opened, "wire").at(0).kind, "source");
  EXPECT_TRUE(resolve(opened, "").empty());
  EXPECT_TRUE(resolve(opened, "Nobody Atall").empty());
}

TEST(EntityLookup, TheMostFrequentBearerWinsAndASourceNeedsNoArticle) {
  const TestIndex index(
      {make_article("a", "One", "Dean Rusk spoke.", Date{1962, 1, 1}, "The White House"),
       make_article("b", "Two", "Dean Rusk left.", Date{1962, 1, 2}, "The White House"),
       make_article("c", "Three", "Mr. Rusk of the bakery said no.", Date{2012, 1, 2}, "Wire")});
  const Index opened = index.open();
  EXPECT_EQ(find_candidates(opened, Field::person, "Rusk").at(0).key, "dean-rusk");
  EXPECT_EQ(find_candidates(opened, Field::source, "white house").at(0).name, "The White House");
}

}  // namespace
}  // namespace chancery
