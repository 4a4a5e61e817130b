// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

TEST(Ninjs, EachVersionsNamesAreUnderstood) {
  const struct {
    const char* text;
    const char* article;
  } cases[] = {
      {R"({"uri":"u","headline":"H","body_text":"a b","body_xhtml":"<p>a</p><p>b</p>","byline":"By X","versioncreated":"2010-01-02T03:04:05+09:00","copyrightholder":"C"})",
       "u|H|a\nb|2010-01-02|C|X||"},
      {R"({"uri":"u","headlines":[{"role":"list","value":"L"},{"role":"main","value":"M"}],"bodies":[{"role":"main","contenttype":"text/plain","value":"a b"},{"role":"rich","contenttype":"text/html","value":"<p>a</p><p>b</p>"}],"by":"Von Y","language":"de","firstcreated":"2010-01-02"})",
       "u|M|a\nb|2010-01-02||Y||de"},
      {R"({"uri":"u","headlines":[{"value":"H"}],"bodies":[{"role":"short","contentType":"text/plain","value":"s"},{"role":"main","contentType":"text/plain","value":"the main one"}],"contentCreated":"2010-01-02","infoSources":[{"name":"I"}],"located":"OSLO"})",
       "u|H|the main one|2010-01-02|I||OSLO|"},
      {R"({"uri":"u","title":"T","bodies":[{"contentType":"application/nitf+xml","value":"<nitf><body><body.content><p>a</p><p>b</p></body.content></body></nitf>"}]})",
       "u|T|a\nb|||||"},
      {R"({"uri":"u","type":"picture","headline":"H","description_text":"A caption","pubstatus":"usable"})",
       "u|H|A caption|||||"},
      {R"({"uri":"u","headline":"H","body_text":"H\nText","pubstatus":"usable"})", "u|H|Text|||||"},
      {R"({"uri":"u","headline_main":"H","body_main":"Text","pubstatus":"usable"})",
       "u|H|Text|||||"},
      {R"({"guid":"u","headline":"H","body_html":"a","authors":[{"name":"A B"},{"name":"C D"}],"source":"S"})",
       "u|H|a||S|A B, C D||"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(recognise_format(c.text), &ninjs) << c.text;
    const Read got = read(ninjs, c.text);
    ASSERT_EQ(got.articles.size(), 1U) << c.text;
    EXPECT_EQ(shown(got.articles[0]), c.article) << c.text;
  }
}

TEST(Ninjs, WhatItSpeaksOfIsSubjectsAndTags) {
  const Read got = read(
      ninjs,
      R"({"uri":"u","headline":"H","language":"en","person":[{"name":"Jane Doe"}],"organisations":[{"name":"Board"}],
    "place":[{"name":"Italy","scheme":"http://x/iso3166-1a2/","code":"it"},{"name":"Peru"},{"name":"Tuscany"}],
    "subjects":[{"name":"Trade"},{"code":"subj:11000000"},{"name":"Leeds","rel":"location"}],"events":{"name":"Summit"},"keywords":["grain"]})");
  ASSERT_EQ(got.articles.size(), 1U);
  EXPECT_EQ(
      given(got.articles[0]),
      "Trade;politics;Summit;grain|person:Jane Doe:;organisation:Board:;country:Italy:IT;country:Peru:PE;place:Tuscany:;place:Leeds:");
}

TEST(Ninjs, ArraysListsAndLinesOfItemsAreReadOneByOne) {
  const char* const texts[] = {
      "[{\"uri\":\"1\",\"body_text\":\"a\"},7,{\"uri\":\"2\",\"body_text\":\"b\"}]",
      "{\"total\":2,\"item\":[{\"uri\":\"1\",\"body_text\":\"a\"},{\"uri\":\"x\"},{\"uri\":\"2\",\"body_text\":\"b\"}]}",
      "{\"data\":{\"items\":[{\"item\":{\"uri\":\"1\",\"body_text\":\"a\"}},{},{\"item\":{\"uri\":\"2\",\"body_text\":\"b\"}}]}}",
      "{\"uri\":\"1\",\"body_text\":\"a\"}\n{broken\n\n{\"uri\":\"2\",\"body_text\":\"b\"}\n",
  };
  for (const char* text : texts) {
    EXPECT_EQ(recognise_format(text), &ninjs) << text;
    const Read got = read(ninjs, text);
    ASSERT_EQ(got.articles.size(), 2U) << text;
    EXPECT_EQ(got.articles[1].id, "2");
    ASSERT_EQ(got.rejects.size(), 1U) << text;
    EXPECT_TRUE(got.rejects[0].starts_with("item 2: ") || got.rejects[0].starts_with("line 2: "))
        << got.rejects[0];
  }
}

TEST(Ninjs, WhatIsNoArticleIsRejectedWithTheReason) {
  const struct {
    const char* text;
    const char* reason;
  } cases[] = {
      {R"({"uri":"u","headline":{"a":1}})", R"("headline" is not a string but of the type object)"},
      {R"({"uri":"u","title":42})", R"("title" is not a string but of the type number)"},
      {R"({"uri":"u","person":"A B"})", "no headline and no text"},
      {R"({"uri":"u","type":"picture","headline":"H"})", "of the type \"picture\", without a text"},
      {R"({"uri":"u","headline":"H","body_text":"x","pubstatus":"canceled"})",
       "not to be published: its pubstatus is canceled"},
  };
  for (const auto& c : cases) {
    const Read got = read(ninjs, c.text);
    EXPECT_TRUE(got.articles.empty()) << c.text;
    ASSERT_EQ(got.rejects.size(), 1U) << c.text;
    EXPECT_EQ(got.rejects[0], std::string("line 1: ") + c.reason);
  }
}

TEST(Ninjs, AssociationsAreNoArticlesOfTheirOwn) {
  const Read got = read(
      ninjs,
      R"({"uri":"1","headline":"H","body_text":"a","associations":{"pic":{"uri":"2","headline":"P","description_text":"d"}}})");
  ASSERT_EQ(got.articles.size(), 1U);
  EXPECT_EQ(got.articles[0].text, "a");
}

TEST(Ninjs, ADateThatIsNoneIsNotedAndLeftOut) {
  const Read got = read(ninjs, R"({"uri":"1","headline":"H","versioncreated":{"start":1}})");
  ASSERT_EQ(got.articles.size(), 1U);
  EXPECT_FALSE(got.articles[0].date);
  EXPECT_EQ(got.articles[0].notes.size(), 1U);
}

TEST(Ninjs, DeepNestingIsNoDanger) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += '[';
  for (int i = 0; i < 100'000; ++i) deep += ']';
  for (const char* key : {"subject", "versioncreated", "source", "body_text", "bodies", "item"}) {
    EXPECT_EQ(
        read(ninjs, "{\"uri\":\"1\",\"headline\":\"H\",\"" + std::string(key) + "\":" + deep + "}")
            .articles.size(),
        1U)
        << key;
  }
  EXPECT_TRUE(read(ninjs, deep).articles.empty());
}

TEST(Ninjs, OtherJsonIsNotTaken) {
  for (const char* text : {R"({"id":1,"uri":"u","title":"T","text":"x"})",
                           R"({"$schema":"s","properties":{"uri":{"format":"uri"},"headline":{}}})",
                           R"({"name":"p","version":"1"})"}) {
    EXPECT_NE(recognise_format(text), &ninjs) << text;
  }
}

}  // namespace
}  // namespace chancery
