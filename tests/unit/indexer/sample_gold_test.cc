// SPDX-License-Identifier: GPL-2.0-or-later
/// The sample archive against its gold tags: a floor under the tagger.
#include <gtest/gtest.h>

#include "corpus/read_articles.h"
#include "indexer/gazetteer/load_gazetteer.h"
#include "tools/tag_score.h"

namespace chancery {
namespace {

std::map<std::string, Article> sample() {
  std::map<std::string, Article> articles;
  ReadingEvents events;
  events.article = [&articles](Article&& article) { articles[article.id] = article; };
  events.reject = [](const Reject& reject) { ADD_FAILURE() << to_line(reject); };
  events.mended = [](const Reject&) {};
  events.skipped = [](const std::string&) {};
  read_articles({CHANCERY_ROOT "/corpus/sample"}, nullptr, events);
  return articles;
}

TEST(SampleArchive, IsTaggedAsItsGoldSays) {
  const Gazetteer gazetteer = load_gazetteer({});
  const std::map<std::string, Article> articles = sample();
  const std::map<std::string, GoldTags> gold = read_gold(CHANCERY_ROOT "/corpus/sample/gold.jsonl");
  std::set<std::string> countries, persons;
  std::string errors;
  TagScore score([&errors](const TagError& error) {
    errors += error.article + (error.extra ? " +" : " -") + error.kind + " " + error.value + ": " +
              error.context + "\n";
  });
  for (const auto& [id, article] : articles) {
    ASSERT_TRUE(gold.contains(id)) << "no gold for " << id;
    const GoldTags& wanted = gold.at(id);
    ASSERT_TRUE(wanted.countries && wanted.persons) << id;
    score.add(article, tag_article(article, gazetteer), wanted);
    countries.insert(wanted.countries->begin(), wanted.countries->end());
    for (const auto& forms : *wanted.persons) persons.insert(forms.at(0));
  }
  EXPECT_EQ(gold.size(), articles.size());
  EXPECT_GE(articles.size(), 80U);
  EXPECT_GE(countries.size(), 40U);
  EXPECT_GE(persons.size(), 80U);
  EXPECT_GE(score.countries().f1(), 0.97) << errors;
  EXPECT_GE(score.persons().f1(), 0.97) << errors;
}

}  // namespace
}  // namespace chancery
