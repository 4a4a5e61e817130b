// SPDX-License-Identifier: GPL-2.0-or-later
/// Atom 1.0 and 0.3.
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

std::string feed_of(const std::string& entry) {
  return "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en-US' xml:base='http://wire.org/news/'>"
         "<title type='html'>The &lt;i&gt;Wire&lt;/i&gt;</title><author><name>The Desk</name></author><entry>" +
         entry + "</entry></feed>";
}

Article article_of(const std::string& feed) {
  EXPECT_EQ(recognise_format(feed), &atom) << feed;
  Read got = read(atom, feed);
  EXPECT_EQ(got.articles.size(), 1U) << feed;
  EXPECT_TRUE(got.rejects.empty());
  return got.articles.empty() ? Article() : std::move(got.articles[0]);
}

TEST(Atom, AnEntryWithAll) {
  const Article article = article_of(feed_of(
      "<id>tag:wire.org,2018:1</id><title>Talks</title><updated>2018-12-27T00:10:00+01:00</updated><published>2018-12-26T23:50:00+01:00</published>"
      "<link rel='self' href='x.atom'/><link rel='alternate' type='application/pdf' href='1.pdf'/><link type='text/html' href='1.html'/>"
      "<author><name>Ann Lee</name></author><author><name>Bo Chen</name></author><category term='t1' label='Trade'/><category term='arms'/>"
      "<summary>short</summary><content type='html'>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</content>"));
  EXPECT_EQ(shown(article),
            "tag:wire.org,2018:1|Talks|One\nTwo|2018-12-26|The Wire|Ann Lee, Bo Chen||en");
  EXPECT_EQ(article.url, "http://wire.org/news/1.html");
  EXPECT_EQ(article.subjects, (std::vector<std::string>{"Trade", "arms"}));
}

TEST(Atom, TextsByTheirTypes) {
  const struct {
    std::string content, text;
  } cases[] = {
      {"<content>A &lt;b&gt; tag &amp;amp;</content>", "A <b> tag &amp;"},
      {"<content type='text'>One\nline.\n\nNext.</content>", "One line.\nNext."},
      {"<content type='html'>A &lt;b&gt;bold&lt;/b&gt; &amp;amp; caf&amp;eacute;</content>",
       "A bold & café"},
      {"<content type='html'><![CDATA[<p>A</p><p>B]]></content>", "A\nB"},
      {"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>A <b>b</b></p><p>C</p></div></content>",
       "A b\nC"},
      {"<content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>A</h:p><h:p>C</h:p></h:div></content>",
       "A\nC"},
      {"<content type='text/plain'>A &lt;b&gt;</content>", "A <b>"},
      {"<content type='application/xhtml+xml'><div xmlns='http://www.w3.org/1999/xhtml'><p>A</p></div></content>",
       "A"},
      {"<content type='application/octet-stream'>\n PHA+QSAmYW1wOyBCPC9wPg==\n</content>", "A & B"},
      {"<content type='image/png'>iVBORw0KGgo=</content><summary>S</summary>", "S"},
      {"<content type='text/html' src='http://wire.org/1'/><summary>S</summary>", "S"},
      {"<summary type='html'>&lt;i&gt;S&lt;/i&gt;</summary>", "S"},
      {"<content type='text/html' mode='escaped'>&lt;p&gt;A&lt;/p&gt;</content>", "A"},
      {"<content type='text/html' mode='xml'><p>A</p><p>B</p></content>", "A\nB"},
      {"<content type='text/html' mode='base64'>PHA+QTwvcD4=</content>", "A"},
      {"<content mode='base64'>QSA8Yj4=</content>", "A <b>"},
      {"<content mode='base64'>not base64!</content>", ""},
      {"<content type='application/atom+xml'><entry><title>inner</title></entry></content>",
       "inner"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(article_of(feed_of("<title>T</title>" + c.content)).text, c.text) << c.content;
}

TEST(Atom, Version03) {
  const Article article = article_of(
      "<feed version='0.3' xmlns='http://purl.org/atom/ns#' xml:lang='de'><title>The Wire</title><entry><title mode='escaped'>A &amp;lt; B</title>"
      "<id>i</id><link rel='alternate' type='text/html' href='http://wire.org/1'/><issued>2003-12-31T10:00:00-05:00</issued>"
      "<modified>2004-01-02T00:00:00Z</modified><author><name>Ann Lee</name></author><summary>S</summary></entry></feed>");
  EXPECT_EQ(shown(article), "i|A &lt; B|S|2003-12-31|The Wire|Ann Lee||de");
  EXPECT_EQ(article.url, "http://wire.org/1");
}

TEST(Atom, WhatTheEntryDoesNotSayComesFromSourceOrFeed) {
  const struct {
    std::string entry, source, byline;
  } cases[] = {
      {"", "The Wire", "The Desk"},
      {"<source><title>Far Wire</title><author><name>Far Desk</name></author></source>", "Far Wire",
       "Far Desk"},
      {"<author><email>a@b.c</email></author>", "The Wire", "a@b.c"},
      {"<author><name/></author>", "The Wire", "The Desk"},
      {"<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Ann Lee</dc:creator>", "The Wire",
       "Ann Lee"},
  };
  for (const auto& c : cases) {
    const Article article = article_of(feed_of("<title>T</title>" + c.entry));
    EXPECT_EQ(article.source, c.source) << c.entry;
    EXPECT_EQ(article.byline, c.byline) << c.entry;
  }
}

TEST(Atom, PrefixesAndSingleEntries) {
  EXPECT_EQ(
      shown(article_of(
          "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xmlns='http://x'><a:title>F</a:title><a:entry><title>no</title><a:title>T</a:title>"
          "<a:id>i</a:id></a:entry></a:feed>")),
      "i|T|||F|||");
  EXPECT_EQ(
      shown(article_of(
          "<entry xmlns='http://www.w3.org/2005/Atom'><id>i</id><title>T</title><content>C</content></entry>")),
      "i|T|C|||||");
  EXPECT_EQ(shown(article_of("<feed><entry><id>i</id><title>T</title></entry></feed>")),
            "i|T||||||");
}

TEST(Atom, ADamagedEntryTakesNoOtherWithIt) {
  const Read got = read(
      atom,
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><content type='xhtml'><div><p>x</content></entry>"
      "<entry><title>B</title><entry><title>C</title></entry><entry><title>D");
  ASSERT_EQ(got.articles.size(), 3U);
  EXPECT_EQ(got.articles[0].text, "x");
  EXPECT_EQ(got.articles[0].notes,
            std::vector<std::string>{"not well-formed XML; read as far as that goes"});
  EXPECT_EQ(got.articles[2].title, "C");
  EXPECT_EQ(got.rejects, std::vector<std::string>{"entry 4: the file is cut short within it"});
}

TEST(Atom, WhatIsNoFeedIsNone) {
  for (const char* text :
       {"<feed xmlns='http://x'><entry/></feed>", "<entry><form>x</form></entry>", "<feed/>"}) {
    EXPECT_NE(recognise_format(text), &atom) << text;
  }
  EXPECT_THROW(read(atom, "<html/>"), ArticleError);
}

}  // namespace
}  // namespace chancery
