// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

std::string nitf_of(const std::string& docdata, const std::string& body_head,
                    const std::string& content) {
  return "<nitf><head><docdata>" + docdata + "</docdata></head><body><body.head>" + body_head +
         "</body.head><body.content>" + content + "</body.content></body></nitf>";
}

Article one(const std::string& text) {
  EXPECT_EQ(recognise_format(text), &nitf) << text;
  const Read got = read(nitf, text);
  EXPECT_EQ(got.articles.size(), 1U) << text;
  return got.articles.empty() ? Article() : got.articles[0];
}

TEST(Nitf, TheBodyIsItsParagraphsListsAndTables) {
  const struct {
    const char* content;
    const char* text;
  } cases[] = {
      {"<p>One <em>two</em> <em>three</em>.</p><p/><p>Four</p>", "One two three.\nFour"},
      {"<block><hl2>Sub</hl2><ul><li>a</li><li>b</li></ul></block>", "Sub\na\nb"},
      {"<table><tr><th>Party</th><th>Seats</th></tr><tr><td>Reds</td><td>7</td></tr></table>",
       "Party Seats\nReds 7"},
      {"<media><media-reference source='x.jpg'/><media-caption>Not this</media-caption></media><p>This</p>",
       "This"},
      {"<p>This</p><note type='npa'><body.content><p>Not this</p></body.content></note>", "This"},
      {"<pre>Reds 7\nBlues 8</pre>", "Reds 7\nBlues 8"},
      {"<p>Rise &amp;amp; fall &amp;quot;now&amp;quot;, 3 &lt; 4 &amp;amp;</p>",
       "Rise & fall \"now\", 3 < 4 &"},
      {"<p>Text</p><p>&lt;div class='x'&gt;&lt;/div&gt;&lt;script&gt;run()&lt;/script&gt;</p>",
       "Text"},
      {"<p>   The minister left for Rome\non Monday. He will\ncome back.\n    He said so.\nTwice.</p>",
       "The minister left for Rome on Monday. He will come back.\nHe said so. Twice."},
      {"<p>Indented\n      as a tree\n      is</p>", "Indented as a tree is"},
      {"<block class='lead'><p>First.</p></block><block class='full'><p>First.</p><p>Second.</p></block>",
       "First.\nSecond."},
  };
  for (const auto& c : cases) EXPECT_EQ(one(nitf_of("", "", c.content)).text, c.text);
}

TEST(Nitf, BylineIsThePersonsWithoutTheirTitles) {
  const struct {
    const char* head;
    const char* byline;
  } cases[] = {
      {"<byline>By <person>Ann Lee</person> and <person>Bo Li</person><byttl>Staff</byttl></byline>",
       "Ann Lee, Bo Li"},
      {"<byline>By Ann Lee, <byttl>Staff</byttl></byline>", "Ann Lee"},
      {"<byline><byttl>Sports Desk</byttl></byline>", "Sports Desk"},
      {"<byline/><byline>by Bo Li</byline>", "Bo Li"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(one(nitf_of("", c.head, "<p>x</p>")).byline, c.byline) << c.head;
}

TEST(Nitf, DatelineIsForReadersAndNotForMachines) {
  const struct {
    const char* dateline;
    const char* shown;
  } cases[] = {
      {"<location>ROME</location>, <story.date norm='20100102'>Jan 2</story.date> -",
       "ROME, Jan 2"},
      {"<location><city>Ottawa</city>\n<state>Ontario</state></location>", "Ottawa, Ontario"},
      {"<location><city>Bath</city>, <state>Avon</state></location>", "Bath, Avon"},
      {"<story.date norm='20100102T000000Z'>20100102T000000Z</story.date>", ""},
      {"OSLO (NTB)--", "OSLO (NTB)"},
      {"Wed October 15, 2003 06:11 AM ET", ""},
      {"Marchwood, 3 March 2010", "Marchwood, 3 March 2010"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(one(nitf_of("", std::string("<dateline>") + c.dateline + "</dateline>", "<p>x</p>"))
                  .dateline,
              c.shown);
}

TEST(Nitf, DatesAreReadInEveryForm) {
  for (const char* norm : {"20100102", "20100102T235959Z", "20100102T235959-0800",
                           "2010-01-02T23:59:59+11:00", "2010-01-02 23:59:59+00:00"}) {
    const auto date =
        one(nitf_of(std::string("<date.issue norm='") + norm + "'/>", "", "<p>x</p>")).date;
    ASSERT_TRUE(date) << norm;
    EXPECT_EQ(to_iso(*date), "2010-01-02") << norm;
  }
  const Article undated = one(nitf_of("<date.issue norm='20100231'/>", "", "<p>x</p>"));
  EXPECT_FALSE(undated.date);
  EXPECT_EQ(undated.notes.size(), 1U);
}

TEST(Nitf, WhatItSpeaksOfComesFromTheHead) {
  const Article article = one(
      "<nitf xml:lang='en'><head><tobject><tobject.subject tobject.subject.refnum='11002000'/><tobject.subject tobject.subject.refnum='1' "
      "tobject.subject.type='Trade' tobject.subject.detail='Tariffs'/></tobject><docdata><evloc city='Lima' iso-cc='PER'/><key-list><keyword "
      "key='grain'/><keyword>ports</keyword></key-list><identified-content><person>Doe, Jane</person><org>Grain Board</org><location>Chile</location>"
      "<location><city>Quito</city><country iso-cc='EC'>Ecuador</country></location><location>Andes</location><location location-code='BOL' code-source='iso3166-1a3'/><classifier>Farming</classifier>"
      "<object.title>The Harvest</object.title></identified-content></docdata></head><body><body.content><p>x</p></body.content></body></nitf>");
  EXPECT_EQ(
      given(article),
      "politics;Trade;Tariffs;grain;ports;Farming;The Harvest|country::PER;place:Lima:;person:Doe, Jane:;organisation:Grain Board:;"
      "country:Chile:CL;country:Ecuador:EC;place:Quito:;place:Andes:;country::BOL");
}

TEST(Nitf, AnyPrefixWillDo) {
  EXPECT_EQ(
      shown(one(
          "<n:nitf xmlns:n='u' baselang='nb-NO'><n:head><n:docdata><n:doc-id id-string='1'/></n:docdata><n:pubdata name='Wire' "
          "date.publication='20100102T000000'/></n:head><n:body><n:body.head><n:hedline><n:hl1>H</n:hl1></n:hedline></n:body.head>"
          "<n:body.content><n:p>a</n:p><n:p>b</n:p></n:body.content></n:body></n:nitf>")),
      "1|H|a\nb|2010-01-02|Wire|||nb");
}

TEST(Nitf, SeveralUnderOneRootAreReadOneByOne) {
  const std::string good = nitf_of("<doc-id id-string='1'/>", "", "<p>a</p>");
  const std::string text = "<wire>" + good + "<nitf><head></nitf>" +
                           nitf_of("<doc-id id-string='2'/>", "", "<p>b</p>") + "</wire>";
  EXPECT_EQ(recognise_format(text), &nitf);
  const Read got = read(nitf, text);
  ASSERT_EQ(got.articles.size(), 2U);
  EXPECT_EQ(got.articles[1].id, "2");
  ASSERT_EQ(got.rejects.size(), 1U);
  EXPECT_EQ(got.rejects[0].substr(0, 7), "item 2:");
}

TEST(Nitf, WhatItsPublisherTookBackIsNoArticle) {
  EXPECT_THROW(
      read(
          nitf,
          "<nitf><head><docdata management-status='canceled'/></head><body><body.content><p>x</p></body.content></body></nitf>"),
      ArticleError);
}

TEST(Nitf, DeepNestingIsNoDanger) {
  std::string deep = "<nitf><body><body.content>";
  for (int i = 0; i < 100'000; ++i) deep += "<block>";
  deep += "x";
  for (int i = 0; i < 100'000; ++i) deep += "</block>";
  EXPECT_EQ(one(deep + "</body.content></body></nitf>").text, "x");
}

}  // namespace
}  // namespace chancery
