// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace chancery {
namespace {

Results example() {
  Results results;
  results.total = 1234;
  Hit hit;
  hit.article.id = "id,1";
  hit.article.title = "A \"quoted\" title";
  hit.article.date = Date{2018, 12, 26};
  hit.article.source = "Evil\033[31m Wire";
  hit.title = {{"A \"quoted\" title", false, false}};
  hit.snippet = {{"They spoke of ", false, true, 0},
                 {"peace", true, false, 14},
                 {".", false, false, 19},
                 {"", false, true, 20}};
  Tag tag;
  tag.kind = EntityKind::country;
  tag.key = "RU";
  tag.name = "Russia";
  hit.tags = {tag};
  results.hits = {hit};
  results.facets = {{Field::country, {{"RU", "Russia", 1200}, {"AF", "Afghanistan", 34}}, 7}};
  return results;
}

TEST(RenderText, TotalHitsAndBars) {
  std::ostringstream out;
  render_text(out, example(), {});
  EXPECT_EQ(out.str(),
            "1,234 articles\n"
            "\n"
            "1.  A \"quoted\" title\n"
            "    2018-12-26  Evil\uFFFD[31m Wire  id,1\n"
            "    … They spoke of *peace*. …\n"
            "    [Russia]\n"
            "\n"
            "country  (2 of 7)\n"
            "  Russia         1,200  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇\n"
            "  Afghanistan       34  ▇\n");
}

TEST(RenderText, ColourMarksTheMatchAndNothingElseEscapes) {
  std::ostringstream out;
  render_text(out, example(), {OutputFormat::text, true, 80});
  EXPECT_NE(out.str().find("\033[1;31mpeace\033[0m"), std::string::npos);
  EXPECT_EQ(out.str().find("\033[31m"), std::string::npos);
}

TEST(RenderJson, HasTheKeysThatScriptsRelyOn) {
  std::ostringstream out;
  render_json(out, example(), "peace");
  const auto json = nlohmann::ordered_json::parse(out.str());
  std::string keys;
  for (const auto& [key, value] : json.items()) keys += key + " ";
  EXPECT_EQ(keys, "version query total total_is_exact hits next facets notes suggestion ");
  keys.clear();
  for (const auto& [key, value] : json["hits"][0].items()) keys += key + " ";
  EXPECT_EQ(
      keys,
      "id score title date source url byline dateline language snippet persons countries organisations places copies ");
  EXPECT_EQ(json["hits"][0]["date"], "2018-12-26");
  EXPECT_EQ(json["hits"][0]["snippet"][1],
            (nlohmann::ordered_json{{"text", "peace"}, {"match", true}, {"offset", 14}}));
  EXPECT_EQ(json["facets"]["country"][0]["count"], 1200);
  EXPECT_TRUE(json["suggestion"].is_null());
}

TEST(RenderJson, IsValidUtf8WhateverTheArticleHolds) {
  Results results = example();
  results.hits[0].article.title = "\xFF\xFE";
  std::ostringstream out;
  render_json(out, results, "\xC3");
  EXPECT_NO_THROW(nlohmann::json::parse(out.str()));
}

TEST(RenderCsv, QuotesAsRfc4180) {
  std::ostringstream out;
  render_csv(out, example());
  EXPECT_EQ(
      out.str(),
      "id,date,source,title,url,snippet,persons,countries\r\n"
      "\"id,1\",2018-12-26,Evil\033[31m Wire,\"A \"\"quoted\"\" title\",,…They spoke of peace. …,,Russia\r\n");
}

TEST(RenderJsonl, OneHitALine) {
  Results results = example();
  results.hits.push_back(results.hits[0]);
  std::ostringstream out;
  render_jsonl(out, results);
  const std::string text = out.str();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
}

}  // namespace
}  // namespace chancery
