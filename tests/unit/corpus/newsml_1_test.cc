// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

const char* const identification =
    "<Identification><NewsIdentifier><ProviderId>wire.com</ProviderId><DateId>20100101</DateId><NewsItemId>A1</NewsItemId>"
    "<RevisionId PreviousRevision='1' Update='U'>2</RevisionId><PublicIdentifier>urn:newsml:wire.com:20100101:A1:2U</PublicIdentifier>"
    "</NewsIdentifier></Identification>";

std::string item(const std::string& component,
                 const std::string& management =
                     "<ThisRevisionCreated>20100102T235900+0200</ThisRevisionCreated>") {
  return std::string("<NewsItem>") + identification + "<NewsManagement>" + management +
         "</NewsManagement><NewsComponent>" + component + "</NewsComponent></NewsItem>";
}

std::string document(const std::string& items) {
  return "<?xml version='1.0'?><NewsML Version='1.2'><NewsEnvelope/>" + items + "</NewsML>";
}

Article one(const std::string& component) {
  const std::string text = document(item(component));
  EXPECT_EQ(recognise_format(text), &newsml_1) << text;
  const Read got = read(newsml_1, text);
  EXPECT_EQ(got.articles.size(), 1U) << text;
  return got.articles.empty() ? Article() : got.articles[0];
}

const char* const lines =
    "<NewsLines><HeadLine>H</HeadLine><ByLine>By A B</ByLine><DateLine>LIMA, Jan 2 (Wire) -</DateLine></NewsLines>"
    "<AdministrativeMetadata><Provider><Party FormalName='Wire'/></Provider></AdministrativeMetadata>";

std::string content(const std::string& data, const std::string& before = "") {
  return "<ContentItem>" + before + "<DataContent>" + data + "</DataContent></ContentItem>";
}

TEST(Newsml1, TheTextMayBeNitfXhtmlOrPlain) {
  for (const char* data :
       {"<nitf><body><body.content><p>a</p><p>b</p></body.content></body></nitf>",
        "<html><head><title>t</title></head><body><p>a</p><p>b</p></body></html>",
        "<p>a</p><p>b</p>", "\n<![CDATA[<P>a</P>\n<P>b</P>]]>\n", "a\n\nb"}) {
    EXPECT_EQ(shown(one(lines + content(data))),
              "urn:newsml:wire.com:20100101:A1|H|a\nb|2010-01-02|Wire|A B|LIMA, Jan 2 (Wire)|")
        << data;
  }
}

TEST(Newsml1, TheMainComponentIsTheTextAndCaptionsAreNot) {
  const std::string nested =
      std::string(lines) + "<NewsComponent><Role FormalName='Main'/>" + content("<p>text</p>") +
      "</NewsComponent><NewsComponent><Role FormalName='Photo'/><NewsLines><HeadLine>P</HeadLine></NewsLines><NewsComponent><Role FormalName='Caption'/>" +
      content("<p>caption</p>") + "</NewsComponent></NewsComponent><NewsComponent>" +
      content("body { }", "<Format FormalName='CSS'/>") + "</NewsComponent>";
  EXPECT_EQ(one(nested).text, "text");
  EXPECT_EQ(one(nested).title, "H");
  // A photo alone has its caption.
  EXPECT_EQ(
      one("<NewsLines><HeadLine>P</HeadLine></NewsLines><NewsComponent><Role FormalName='Caption'/>" +
          content("<p>caption</p>") + "</NewsComponent>")
          .text,
      "caption");
}

TEST(Newsml1, TheLeadIsPartOfTheTextOnce) {
  const auto part = [](const std::string& role, const std::string& text) {
    return "<NewsComponent><Role FormalName='" + role + "'/>" + content(text) + "</NewsComponent>";
  };
  EXPECT_EQ(one(part("Lead", "<p>a</p>") + part("Body", "<p>b</p>")).text, "a\nb");
  EXPECT_EQ(one(part("Lead", "<p>a</p>") + part("Body", "<p>a</p><p>b</p>")).text, "a\nb");
  EXPECT_EQ(one(part("Lead", "<p>a</p>") + part("Corps", "<p>b</p>")).text, "a\nb");
  EXPECT_EQ(one(part("Lead", "<p>a</p>")).text, "a");
}

TEST(Newsml1, SeveralFormatsOfOneTextAreReadOnce) {
  EXPECT_EQ(one(content("<p>a</p>") + content("a")).text, "a");
}

TEST(Newsml1, LanguagesAreArticlesOfTheirOwn) {
  const auto part = [](const std::string& language, const std::string& word) {
    return "<NewsComponent><NewsLines><HeadLine>" + word +
           "</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName='" + language +
           "'/></DescriptiveMetadata>" + content("<p>" + word + " text</p>") + "</NewsComponent>";
  };
  const Read got = read(newsml_1, document(item(part("en", "one") + part("fr", "un"))));
  ASSERT_EQ(got.articles.size(), 2U);
  EXPECT_EQ(got.articles[0].title + got.articles[0].language + got.articles[0].id,
            "oneenurn:newsml:wire.com:20100101:A1");
  EXPECT_EQ(got.articles[1].title + got.articles[1].language + got.articles[1].id,
            "unfrurn:newsml:wire.com:20100101:A1#fr");
}

TEST(Newsml1, WhatItSpeaksOfIsSubjectsAndTags) {
  const Article article = one(
      "<TopicSet><Topic Duid='t1'><TopicType FormalName='Person'/><FormalName>JD</FormalName><Description>Jane Doe</Description></Topic>"
      "<Topic><FormalName>04008004</FormalName><Description xml:lang='el' Variant='Name'>x</Description><Description xml:lang='en' "
      "Variant='Name'>Indicators</Description></Topic></TopicSet><DescriptiveMetadata><Language FormalName='EN'/><SubjectCode><SubjectMatter "
      "FormalName='04008004'/></SubjectCode><SubjectCode><Subject FormalName='11000000'/></SubjectCode><TopicOccurrence Topic='#t1'/>"
      "<Location HowPresent='Event'><Property FormalName='Country' Value='PER'/><Property FormalName='City' Value='Lima'/></Location>"
      "<Location HowPresent='Origin'><Property FormalName='City' Value='Bonn'/></Location><Property FormalName='Keyword' Value='grain'/>"
      "<Property FormalName='Generator' Value='software'/></DescriptiveMetadata><NewsLines><KeywordLine>ports; rail</KeywordLine></NewsLines>" +
      content("<p>x</p>"));
  EXPECT_EQ(given(article),
            "Indicators;politics;grain;ports;rail|person:Jane Doe:;country::PER;place:Lima:");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.dateline, "Bonn");
}

TEST(Newsml1, ItemsAreReadOneByOne) {
  const Read got = read(
      newsml_1, document(item(content("<p>a</p>")) + "<NewsItem><NewsComponent></NewsItem>" +
                         item(content("<p>b</p>"), "<Status FormalName='Canceled'/>") +
                         "<NewsItem><Identification/></NewsItem>" + item(content("<p>c</p>"))));
  ASSERT_EQ(got.articles.size(), 2U);
  EXPECT_EQ(got.articles[1].text, "c");
  ASSERT_EQ(got.rejects.size(), 3U);
  EXPECT_EQ(got.rejects[1], "item 3: not to be published: its Status is Canceled");
  EXPECT_EQ(got.rejects[2], "item 4: a NewsItem without a NewsComponent");
}

TEST(Newsml1, ItemsWithinAPackageAreReadForThemselves) {
  const Read got = read(
      newsml_1, document(item(lines + std::string("<NewsComponent>") + item(content("<p>a</p>")) +
                              "</NewsComponent><NewsComponent>" + "<NewsItem/>" +
                              item(content("<p>b</p>")) + "</NewsComponent>")));
  ASSERT_EQ(got.articles.size(), 2U);
  EXPECT_EQ(got.articles[1].text, "b");
  EXPECT_EQ(got.rejects.size(), 1U);
}

TEST(Newsml1, TheHeadlineIsInTheArticlesLanguage) {
  EXPECT_EQ(
      one("<NewsLines><HeadLine xml:lang='fr'>F</HeadLine><HeadLine xml:lang='en'>E</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName='en'/>"
          "</DescriptiveMetadata>" +
          content("<p>x</p>"))
          .title,
      "E");
}

TEST(Newsml1, DeepNestingIsNoDanger) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<NewsComponent>";
  for (int i = 0; i < 100'000; ++i) deep += "</NewsComponent>";
  EXPECT_EQ(one(lines + content("<p>x</p>") + deep).text, "x");
  std::string items;
  for (int i = 0; i < 100'000; ++i) items += "<NewsComponent><NewsItem>";
  for (int i = 0; i < 100'000; ++i) items += "</NewsItem></NewsComponent>";
  EXPECT_EQ(one(lines + content("<p>x</p>") + items).text, "x");
}

}  // namespace
}  // namespace chancery
