// SPDX-License-Identifier: GPL-2.0-or-later
/// RSS in all its versions, as feeds have it and not only as it should be.
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

const std::string channel_head =
    "<title>The Wire</title><link>http://wire.org/news/</link><language>en-gb</language>";

std::string feed_of(const std::string& item) {
  return "<rss version='2.0' "
         "xmlns:dc='http://purl.org/dc/elements/1.1/' "
         "xmlns:dcterms='http://purl.org/dc/terms/' "
         "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' "
         "xmlns:media='http://search.yahoo.com/mrss/' "
         "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
         "xmlns:a10='http://www.w3.org/2005/Atom'><channel>" +
         channel_head + "<item>" + item + "</item></channel></rss>";
}

Article article_of(const std::string& item) {
  Read got = read(rss, feed_of(item));
  EXPECT_EQ(got.articles.size(), 1U) << item;
  EXPECT_TRUE(got.rejects.empty());
  return got.articles.empty() ? Article() : std::move(got.articles[0]);
}

TEST(Rss, EachVersionIsReadAlike) {
  const std::string item =
      "<title>Talks begin</title><link>http://wire.org/1</link><description>In Vienna.</description></item>";
  const std::string rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' ";
  const std::string feeds[] = {
      "<rss version='0.91'><channel>" + channel_head + "<item>" + item + "</channel></rss>",
      "<?xml version='1.0'?><!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://x/rss-0.91.dtd\"><rss version='0.91'><channel>" +
          channel_head + "<item>" + item + "</channel></rss>",
      "<rss xmlns='http://backend.userland.com/rss2'><channel>" + channel_head + "<item>" + item +
          "</channel></rss>",
      "<rss version='2.0' xmlns='http://www.w3.org/2005/Atom'><channel>" + channel_head + "<item>" +
          item + "</channel></rss>",
      "<rss><channel>" + channel_head + "</channel><item>" + item + "</rss>",
      "<channel>" + channel_head + "<item>" + item + "</channel>",
      "<!-- made by hand -->\n" + rdf + "xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel>" +
          channel_head + "</channel><item>" + item + "</rdf:RDF>",
      rdf + "xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'>" + channel_head +
          "<items/></channel><item rdf:about='http://wire.org/1'>" + item + "</rdf:RDF>",
      rdf +
          "xmlns:r='http://purl.org/rss/1.0/' xml:lang='en'><r:channel><r:title>The Wire</r:title></r:channel><r:item><r:title>Talks begin</r:title>"
          "<r:link>http://wire.org/1</r:link><r:description>In Vienna.</r:description></r:item></rdf:RDF>",
  };
  for (const std::string& feed : feeds) {
    EXPECT_EQ(recognise_format(feed), &rss) << feed;
    const Read got = read(rss, feed);
    ASSERT_EQ(got.articles.size(), 1U) << feed;
    EXPECT_EQ(shown(got.articles[0]), "http://wire.org/1|Talks begin|In Vienna.||The Wire|||en")
        << feed;
    EXPECT_EQ(got.articles[0].url, "http://wire.org/1");
  }
}

TEST(Rss, TitlesAndTextsAreEscapedOrInCdataOrElements) {
  const struct {
    std::string item, title, text;
  } cases[] = {
      {"<title>Q&amp;A: 5 &lt; 6</title><description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</description>",
       "Q&A: 5 < 6", "One\nTwo"},
      {"<title><![CDATA[<b>Bold</b> &amp; new]]></title><description><![CDATA[a<br>b]]> and <![CDATA[c]]></description>",
       "Bold & new", "a\nb and c"},
      {"<title>A&nbsp;caf&eacute; &amp;eacute;</title><description><p>Naked <b>markup</b></p><p>here</p></description>",
       "A café é", "Naked markup\nhere"},
      {"<title>T</title><description>One\nline.\n\nNext &amp;ldquo;one&amp;rdquo;.</description>",
       "T", "One line.\nNext “one”."},
      {"<title>T</title><description>short</description><content:encoded><![CDATA[<p>long</p><script>x()</script>]]></content:encoded>",
       "T", "long"},
      {"<title>T</title><description>short</description><content:encoded/>", "T", "short"},
      {"<description>No headline</description>", "", "No headline"},
      {"<title>T</title><body xmlns='http://www.w3.org/1999/xhtml'><p>X</p></body>", "T", "X"},
      {"<title>T</title><x:body xmlns:x='http://www.w3.org/1999/xhtml'><x:p>X</x:p><x:p>Y</x:p></x:body>",
       "T", "X\nY"},
      {"<title>T</title><yandex:full-text xmlns:yandex='http://news.yandex.ru'>All of it</yandex:full-text><description>part</description>",
       "T", "All of it"},
      {"<itunes:title>Not this</itunes:title><media:title>Nor this</media:title><dc:title>This</dc:title><media:description>no</media:description>",
       "This", ""},
      {"<media:title>No</media:title><title>Yes</title><description>It isn&amp;#146;t</description>",
       "Yes", "It isn’t"},
      {"<title>T</title><a10:content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>A</p></div></a10:content>",
       "T", "A"},
      {"<image><title>No</title><link>http://no</link></image><title>T</title>", "T", ""},
      {"<title>T</title><description>&lt;!' a &lt;b&gt;c&lt;/b&gt;</description>", "T", "<!' a c"},
  };
  for (const auto& c : cases) {
    const Article article = article_of(c.item);
    EXPECT_EQ(article.title, c.title) << c.item;
    EXPECT_EQ(article.text, c.text) << c.item;
  }
}

TEST(Rss, IdAndAddress) {
  const struct {
    std::string item, id, url;
  } cases[] = {
      {"<guid>http://wire.org/g</guid>", "http://wire.org/g", "http://wire.org/g"},
      {"<guid isPermaLink='false'>77</guid><link>http://wire.org/l</link>", "77",
       "http://wire.org/l"},
      {"<guid isPermaLink='true'>g/1</guid>", "g/1", "http://wire.org/news/g/1"},
      {"<guid isPermaLink='false'>abc</guid>", "abc", ""},
      {"<link>../2.html</link>", "http://wire.org/2.html", "http://wire.org/2.html"},
      {"<link xml:base='http://b.org/x/'>3.html</link>", "http://b.org/x/3.html",
       "http://b.org/x/3.html"},
      {"<link>http://w.org/?a=1&amp;b=2</link>", "http://w.org/?a=1&b=2", "http://w.org/?a=1&b=2"},
      {"<link>http://w.org/?a=1&b=2</link>", "http://w.org/?a=1&b=2", "http://w.org/?a=1&b=2"},
      {"<a10:link rel='self' href='http://no'/><a10:link href='http://yes'/>", "http://yes",
       "http://yes"},
      {"<dc:identifier>doi:1</dc:identifier>", "doi:1", ""},
  };
  for (const auto& c : cases) {
    const Article article = article_of("<title>T</title>" + c.item);
    EXPECT_EQ(article.id, c.id) << c.item;
    EXPECT_EQ(article.url, c.url) << c.item;
  }
}

TEST(Rss, BylineSourceLanguageSubjectsAndDay) {
  const struct {
    std::string item, byline, source, language, subjects, day;
  } cases[] = {
      {"<author>ed@wire.org (Ann Lee)</author><pubDate>Wed, 26 Dec 2018 23:30 EST</pubDate>",
       "Ann Lee", "The Wire", "en", "", "2018-12-26"},
      {"<dc:creator>By Ann Lee</dc:creator><dc:creator>Bo Chen</dc:creator><dc:date>2018-12-26T01:00:00+09:00</dc:date>",
       "Ann Lee, Bo Chen", "The Wire", "en", "", "2018-12-26"},
      {"<author>Ann Lee &lt;ann@wire.org&gt;</author><pubDate>2018-12-26T10:00Z</pubDate>",
       "Ann Lee", "The Wire", "en", "", "2018-12-26"},
      {"<author>ed@wire.org</author><source url='http://b.org'>Other Wire</source><dc:language>fr</dc:language>",
       "ed@wire.org", "Other Wire", "fr", "", ""},
      {"<category>Trade</category><category domain='x'>Arms</category><dc:subject>Trade</dc:subject>",
       "", "The Wire", "en", "Trade;Arms;", ""},
      {"<media:keywords>arms control, Iran,, arms control</media:keywords><category>Trade</category>",
       "", "The Wire", "en", "Trade;arms control;Iran;", ""},
      {"<pubDate>yesterday</pubDate><dcterms:issued>2018-12-26</dcterms:issued>", "", "The Wire",
       "en", "", "2018-12-26"},
      {"<a10:author><a10:name>Ann Lee</a10:name><a10:email>a@b.c</a10:email></a10:author><a10:updated>2018-12-26T10:00:00Z</a10:updated>",
       "Ann Lee", "The Wire", "en", "", "2018-12-26"},
      {"<dc:source>http://b.org/1</dc:source><dc:publisher>Other Wire</dc:publisher>", "",
       "Other Wire", "en", "", ""},
  };
  for (const auto& c : cases) {
    const Article article = article_of("<title>T</title>" + c.item);
    EXPECT_EQ(article.byline, c.byline) << c.item;
    EXPECT_EQ(article.source, c.source) << c.item;
    EXPECT_EQ(article.language, c.language) << c.item;
    std::string subjects;
    for (const std::string& subject : article.subjects) subjects += subject + ";";
    EXPECT_EQ(subjects, c.subjects) << c.item;
    EXPECT_EQ(article.date ? to_iso(*article.date) : "", c.day) << c.item;
  }
}

TEST(Rss, ADayThatIsNoneIsNoted) {
  const Article article =
      article_of("<title>T</title><pubDate>Sun, 30 Feb 2018 10:00:00 GMT</pubDate>");
  EXPECT_FALSE(article.date);
  ASSERT_EQ(article.notes.size(), 1U);
  EXPECT_EQ(article.notes[0],
            "the date 'Sun, 30 Feb 2018 10:00:00 GMT' is none that can be read; left undated");
}

TEST(Rss, WhatIsIllFormedTakesNoOtherItemWithIt) {
  const struct {
    std::string items, titles;
    size_t rejects;
  } cases[] = {
      {"<item><title>A</title><b></item><item><title>B</title></item>", "A;B;", 0},
      {"<item><title>A</title><item><title>B</title></item>", "A;B;", 0},
      {"<item><title>A<link>http://a</link></item><item><title>B</title>", "A;B;", 0},
      {"<item><title>A &bogus; & < B</title></item>", "A &bogus; & < B;", 0},
      {"<item><enclosure url=http://x length=\"1></item><item><title>B</title></item>", ";B;", 0},
      {"<item><title>A</title></item></wrong><item><title>B</title></item>", "A;B;", 0},
  };
  for (const auto& c : cases) {
    const Read got = read(rss, "<rss><channel>" + c.items + "</channel></rss>");
    std::string titles;
    for (const Article& article : got.articles) titles += article.title + ";";
    EXPECT_EQ(titles, c.titles) << c.items;
    EXPECT_EQ(got.rejects.size(), c.rejects) << c.items;
  }
}

TEST(Rss, AnItemCutShortIsRejected) {
  const Read got = read(rss, "<rss><channel><item><title>A</title></item><item><title>B");
  EXPECT_EQ(got.articles.size(), 1U);
  ASSERT_EQ(got.rejects.size(), 1U);
  EXPECT_EQ(got.rejects[0], "item 2: the file is cut short within it");
}

TEST(Rss, InUtf16) {
  std::string wide = "\xFF\xFE";
  for (const char c : feed_of("<title>T</title>")) wide += {c, '\0'};
  EXPECT_EQ(recognise_format(wide), &rss);
  EXPECT_EQ(read(rss, wide).articles.at(0).title, "T");
}

TEST(Rss, WhatIsNoFeedIsNone) {
  for (const char* text :
       {"<html><body>&lt;rss&gt; <rss></body></html>",
        "<rdf:RDF xmlns:rdf='x'><skos:Concept/></rdf:RDF>", "<!-- <rss> -->", "text <rss>"}) {
    EXPECT_NE(recognise_format(text), &rss) << text;
  }
  EXPECT_THROW(read(rss, "<html><p>x</p></html>"), ArticleError);
  EXPECT_THROW(read(rss, "no XML"), ArticleError);
}

}  // namespace
}  // namespace chancery
