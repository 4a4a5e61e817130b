// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/stored_article.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace chancery {
namespace {

std::string example() {
  const Article article = {"id-1",
                           "Headline",
                           "Text\nof it",
                           Date{2018, 12, 26},
                           "Source",
                           "https://example.org",
                           "By",
                           "MOSCOW",
                           "",
                           {"arms control"},
                           {{EntityKind::country, "Russia", "RU"}},
                           {}};
  Tag tag;
  tag.kind = EntityKind::place;
  tag.key = "moscow-ru";
  tag.country = "RU";
  tag.mentions = 300;
  tag.surfaces = {"Moscow", "Moscow's"};
  tag.known = true;
  std::string packed = pack_article(article, "en");
  pack_tag(packed, tag);
  return packed;
}

TEST(StoredArticle, ReadsBackWhatWasStored) {
  const StoredArticle back = unpack_stored_article(example());
  EXPECT_EQ(back.article.id, "id-1");
  EXPECT_EQ(back.article.text, "Text\nof it");
  EXPECT_EQ(back.article.date, (Date{2018, 12, 26}));
  EXPECT_EQ(back.article.language, "en");
  EXPECT_EQ(back.article.subjects, (std::vector<std::string>{"arms control"}));
  ASSERT_EQ(back.article.editor_tags.size(), 1U);
  EXPECT_EQ(back.article.editor_tags[0].code, "RU");
  ASSERT_EQ(back.tags.size(), 1U);
  EXPECT_EQ(back.tags[0].kind, EntityKind::place);
  EXPECT_EQ(back.tags[0].key, "moscow-ru");
  EXPECT_EQ(back.tags[0].country, "RU");
  EXPECT_EQ(back.tags[0].mentions, 300U);
  EXPECT_EQ(back.tags[0].surfaces, (std::vector<std::string>{"Moscow", "Moscow's"}));
  EXPECT_TRUE(back.tags[0].known);
  EXPECT_FALSE(back.tags[0].focus);
}

TEST(StoredArticle, ARecordCutAnywhereIsAnErrorOrHasFewerTags) {
  const std::string packed = example();
  for (size_t length = 0; length < packed.size(); ++length) {
    try {
      EXPECT_TRUE(unpack_stored_article(packed.substr(0, length)).tags.empty()) << length;
    } catch (const Error&) {
    }
  }
}

}  // namespace
}  // namespace chancery
