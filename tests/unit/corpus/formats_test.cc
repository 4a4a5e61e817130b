// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/formats.h"

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

const char* const nitf_text =
    "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"x\"><nitf><head><title>T</title><docdata><doc-id id-string=\"n-1\"/>"
    "<date.issue norm=\"20181226T180000Z\"/></docdata><pubdata name=\"Wire\"/></head><body><body.head><hedline><hl1>Head &amp; "
    "line</hl1><hl2>Sub</hl2></hedline><byline>By <person>A B</person></byline><dateline><location>MOSCOW</location></dateline>"
    "</body.head><body.content><p>One <em>two</em>.</p>\n<p>Three.</p></body.content></body></nitf>";

TEST(Formats, EachReadsItsArticle) {
  const struct {
    const Format* format;
    std::string text;
    const char* article;
  } cases[] = {
      {&nitf, nitf_text, "n-1|Head & line|One two.\nThree.|2018-12-26|Wire|A B|MOSCOW|"},
      {&ninjs,
       R"({"uri":"u-1","headline":"H","versioncreated":"2018-12-24T15:00:00Z","body_html":"<p>A</p><p>B</p>","by":"By C D","located":"KABUL","language":"en-GB","source":"S"})",
       "u-1|H|A\nB|2018-12-24|S|C D|KABUL|en"},
      {&ninjs,
       R"({"uri":"u-2","headlines":[{"role":"short","value":"S"},{"role":"main","value":"M"}],"bodies":[{"contentType":"text/plain","value":"P"}]})",
       "u-2|M|P|||||"},
      {&json_lines,
       R"({"id":7,"headline":"H","content":"C","published":"26 Dec 2018","publisher":{"name":"P"},"authors":["A","B"],"lang":"EN"})",
       "7|H|C|2018-12-26|P|A, B||en"},
      {&plain_text,
       "Headline: H\nDate: December 24, 2018\nSource: S\nByline: By A B\nId: t-1\n\nOne\ntwo.\n\nThree.\n",
       "t-1|H|One two.\nThree.|2018-12-24|S|A B||"},
      {&rss,
       "<rss version='2.0' xmlns:dc='d' xmlns:content='c'><channel><title>C</title><language>en-us</language><item><title>A &amp;amp; B</title><guid>g</guid>"
       "<pubDate>Wed, 26 Dec 2018 10:00:00 +0000</pubDate><dc:creator>X Y</dc:creator><description>short</description>"
       "<content:encoded><![CDATA[<p>long</p>]]></content:encoded></item></channel></rss>",
       "g|A & B|long|2018-12-26|C|X Y||en"},
      {&reuters_sgml,
       "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">\n<DATE>26-FEB-1987 15:01</DATE>\n<TEXT>&#2;\n<TITLE>A &lt;B></TITLE>\n"
       "<DATELINE>    ROME, Feb 26 - </DATELINE>\n<BODY>One\ntwo.\n    Three.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n",
       "reuters-1|A <B>|One two.\nThree.|1987-02-26|Reuters||ROME, Feb 26|en"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(recognise_format(c.text), c.format) << c.text;
    const Read got = read(*c.format, c.text);
    ASSERT_EQ(got.articles.size(), 1U) << c.text;
    EXPECT_EQ(shown(got.articles[0]), c.article);
    EXPECT_TRUE(got.rejects.empty());
  }
}

TEST(Formats, WhatIsNoArticleIsRecognisedAsNone) {
  for (const char* text :
       {"", "# A heading\n\nSome prose: with a colon.\n", "{\"id\":1,\"countries\":[\"RU\"]}\n",
        "\x89PNG\r\n", "Headline: only one header line\n"}) {
    EXPECT_EQ(recognise_format(text), nullptr) << text;
  }
}

TEST(Formats, Utf16IsRecognised) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string(nitf_text)) wide += {c, '\0'};
  EXPECT_EQ(recognise_format(wide), &nitf);
  EXPECT_EQ(read(nitf, wide).articles.at(0).title, "Head & line");
}

TEST(JsonLines, ABadLineDoesNotTakeTheNextWithIt) {
  const Read got =
      read(json_lines, "{\"title\":\"one\"}\n{broken\n[1]\n\n{\"id\":3}\n{\"title\":\"two\"}\r\n");
  ASSERT_EQ(got.articles.size(), 2U);
  EXPECT_EQ(got.articles[1].title, "two");
  ASSERT_EQ(got.rejects.size(), 3U);
  EXPECT_EQ(got.rejects[0].substr(0, 20), "line 2: broken JSON:");
  EXPECT_EQ(got.rejects[1], "line 3: JSON, but no object");
  EXPECT_EQ(got.rejects[2], "line 5: no headline (\"title\") and no text (\"text\")");
}

TEST(JsonLines, DeepNestingIsNoDanger) {
  std::string deep = "{\"title\":\"x\",\"a\":";
  for (int i = 0; i < 100'000; ++i) deep += '[';
  EXPECT_EQ(read(json_lines, deep + "\n{\"title\":\"next\"}\n").articles.size(), 1U);
}

TEST(Nitf, SaysWhereItIsBroken) {
  try {
    read(nitf, "<nitf>\n<head>\n</body>");
    FAIL();
  } catch (const ArticleError& error) {
    EXPECT_EQ(std::string(error.what()), "not well-formed XML at line 3: Start-end tags mismatch");
  }
}

TEST(PlainText, SeveralArticlesArePartedByALineOfEqualsSigns) {
  const Read got =
      read(plain_text, "Headline: A\nSource: S\n\na\n=====\n\nHeadline: B\nSource: S\n\nb\n");
  ASSERT_EQ(got.articles.size(), 2U);
  EXPECT_EQ(got.articles[1].title, "B");
  EXPECT_EQ(got.articles[1].text, "b");
}

TEST(PlainText, Windows1252IsUnderstood) {
  EXPECT_EQ(read(plain_text, "Headline: Caf\xE9\nSource: S\n\n\x93x\x94\n").articles.at(0).title,
            "Café");
}

TEST(ReutersSgml, AnArticleCutShortIsRejectedAndTheOthersStay) {
  const Read got = read(
      reuters_sgml,
      "<REUTERS NEWID=\"1\">\n<TEXT><TITLE>A</TITLE></TEXT>\n</REUTERS>\n<REUTERS NEWID=\"2\">\n<TEXT>");
  EXPECT_EQ(got.articles.size(), 1U);
  EXPECT_EQ(got.rejects.size(), 1U);
}

}  // namespace
}  // namespace chancery
