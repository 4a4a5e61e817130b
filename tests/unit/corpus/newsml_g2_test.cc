// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

std::string item(const std::string& item_meta, const std::string& content_meta,
                 const std::string& content, const std::string& asserts = "") {
  return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='g' version='2' xml:lang='en-GB'><itemMeta>" +
         item_meta + "</itemMeta><contentMeta>" + content_meta + "</contentMeta>" + asserts +
         "<contentSet>" + content + "</contentSet></newsItem>";
}

Article one(const std::string& text) {
  EXPECT_EQ(recognise_format(text), &newsml_g2) << text;
  const Read got = read(newsml_g2, text);
  EXPECT_EQ(got.articles.size(), 1U) << text;
  return got.articles.empty() ? Article() : got.articles[0];
}

const char* const paragraph = "<inlineXML><html><body><p>x</p></body></html></inlineXML>";

TEST(NewsmlG2, ReadsAnItem) {
  EXPECT_EQ(
      shown(one(item(
          "<provider literal='Wire'/><versionCreated>2010-01-02T23:00:00-05:00</versionCreated><firstCreated>2009-01-01</firstCreated>",
          "<language tag='fr'/><headline>H</headline><headline role='h:sub'>S</headline><dateline>PARIS, Jan 2 -</dateline><by>Par A B</by>",
          "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title></head><body>"
          "<h1>H</h1><p>One.</p>\n<p>Two <b>and</b> <i>three</i>.</p></body></html></inlineXML>"))),
      "g|H|One.\nTwo and three.|2010-01-02|Wire|A B|PARIS, Jan 2|fr");
}

TEST(NewsmlG2, TheTextMayBeNitfXhtmlOrPlain) {
  const struct {
    const char* content;
    const char* article;
  } cases[] = {
      {"<inlineXML><n:nitf xmlns:n='u'><n:body><n:body.head><n:hedline><n:hl1>N</n:hl1></n:hedline><n:byline>By A B</n:byline></n:body.head>"
       "<n:body.content><n:p>a</n:p><n:p>b</n:p></n:body.content></n:body></n:nitf></inlineXML>",
       "g|N|a\nb|||A B||en"},
      {"<inlineData contenttype='text/html'>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</inlineData>",
       "g||a\nb|||||en"},
      {"<inlineData contenttype='text/plain'>\n<![CDATA[a < b]]></inlineData>", "g||a < b|||||en"},
      {"<inlineData contenttype='image/png' encoding='base64'>aGVsbG8=</inlineData><inlineXML><p>a</p></inlineXML>",
       "g||a|||||en"},
      {"<inlineXML><scores><team>Reds</team></scores></inlineXML>", "g|||||||en"},
      {"<inlineXML><html><body><p/></body></html></inlineXML><inlineXML><html><body><p>second</p></body></html></inlineXML>",
       "g||second|||||en"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(shown(one(item("", "", c.content))), c.article) << c.content;
}

TEST(NewsmlG2, APictureHasItsCaptionAsText) {
  const Article article = one(item(
      "<itemClass qcode='ninat:picture'/>",
      "<headline>H</headline><located><name>Desk</name></located><description>SLUG:H</description><description>C</description>",
      "<remoteContent/>"));
  EXPECT_EQ(shown(article), "g|H|C|||||en");
}

TEST(NewsmlG2, TheSourceIsANameRatherThanADomainOrCode) {
  const struct {
    const char* item_meta;
    const char* content_meta;
    const char* source;
  } cases[] = {
      {"<provider qcode='p:1'><name>Wire</name></provider>", "<infoSource literal='Other'/>",
       "Wire"},
      {"<provider literal='wire.com'/>", "<infoSource qcode='x:1'/><infoSource literal='Wire'/>",
       "Wire"},
      {"<provider literal='wire.com'/>", "<creditline>WIRE</creditline>", "WIRE"},
      {"<provider literal='wire.com'/>", "", "wire.com"},
      {"<provider qcode='nprov:WIRE'/>", "", "WIRE"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(one(item(c.item_meta, c.content_meta, paragraph)).source, c.source) << c.item_meta;
}

TEST(NewsmlG2, WhereItIsLocatedIsTheDatelineUnlessTheBodyHasOne) {
  const std::string located = "<located><name>Rome</name></located>";
  EXPECT_EQ(one(item("", located, paragraph)).dateline, "Rome");
  EXPECT_EQ(
      one(item(
              "", located,
              "<inlineXML><html><body><p>By A</p><p>LIMA (Wire) - x</p></body></html></inlineXML>"))
          .dateline,
      "");
  EXPECT_EQ(
      one(item("", located + "<dateline>2014-07-16 15:53:10 GMT</dateline>", paragraph)).dateline,
      "Rome");
}

TEST(NewsmlG2, ConceptsAreTagsOrSubjects) {
  const struct {
    const char* subject;
    const char* given;
  } cases[] = {
      {"<subject type='cpnat:person' qcode='p:1'><name>Jane Doe</name></subject>",
       "|person:Jane Doe:"},
      {"<subject type='cpnat:organisation'><name>Grain Board</name></subject>",
       "|organisation:Grain Board:"},
      {"<subject type='cpnat:geoArea' qcode='country:FRA'/>", "|country::FRA"},
      {"<subject type='cpnat:geoArea' qcode='ourcountry:7'><name>Ruritania</name></subject>",
       "|country:Ruritania:"},
      {"<subject type='cptype:country' qcode='x:1'><name xml:lang='de'>Norwegen</name><name xml:lang='en'>Norway</name></subject>",
       "|country:Norway:NO"},
      {"<subject type='cpnat:geoArea' qcode='x:1'><name>Norway</name></subject>",
       "|country:Norway:NO"},
      {"<subject type='cpnat:geoArea'><name>Norge!</name><sameAs qcode='iso3166-1a2:NO'/></subject>",
       "|country:Norge!:NO"},
      {"<subject type='cpnat:geoArea' qcode='x:1'><name>Georgia</name><broader type='cptype:country' qcode='x:2'><name>United States</name></broader></subject>",
       "|country:United States:US;place:Georgia:"},
      {"<subject type='cpnat:geoArea' qcode='iso3166-1a2:US-NV'><name>Nevada</name></subject>",
       "|place:Nevada:"},
      {"<subject type='cpnat:poi'><name>Town Hall</name></subject>", "|place:Town Hall:"},
      {"<subject qcode='medtop:20000350'><name>central bank</name></subject>", "central bank|"},
      {"<subject qcode='medtop:11000000'/>", "politics|"},
      {"<subject qcode='subj:04016014'/>", "economy, business and finance|"},
      {"<subject qcode='N2:OPEC'/>", "N2:OPEC|"},
      {"<subject type='cpnat:event' qcode='e:1'/>", "|"},
      {"<subject><mainConcept qcode='medtop:1'><name>swimming</name></mainConcept><facetConcept><name>women</name></facetConcept></subject>",
       "swimming|"},
      {"<keyword>grain</keyword><keyword>grain</keyword>", "grain|"},
      {"<subject type='cpnat:person' qcode='p:9'/>", "|person:Asserted Person:"},
      {"<subject type='cpnat:geoArea' qcode='place:8'/>", "|country:Peru:PE"},
  };
  const std::string asserts =
      "<assert qcode='p:9'><name>Asserted Person</name></assert><assert qcode='other:8'><broader qcode='ourcountry:3'><name>Peru</name></broader></assert>";
  for (const auto& c : cases)
    EXPECT_EQ(given(one(item("", c.subject, paragraph, asserts))), c.given) << c.subject;
}

TEST(NewsmlG2, AMessagesItemsAreReadOneByOne) {
  const Read got =
      read(newsml_g2,
           "<newsMessage><header/><itemSet><packageItem><itemRef residref='g'/></packageItem>" +
               item("", "<headline>A</headline>", paragraph) +
               "<newsItem><itemMeta></newsItem><conceptItem guid='c'/>" +
               item("<pubStatus qcode='stat:canceled'/>", "<headline>B</headline>", paragraph) +
               item("", "<headline>C</headline>", paragraph) + "</itemSet></newsMessage>");
  ASSERT_EQ(got.articles.size(), 2U);
  EXPECT_EQ(got.articles[1].title, "C");
  ASSERT_EQ(got.rejects.size(), 3U);
  EXPECT_EQ(got.rejects[0].substr(0, 7), "item 3:");
  EXPECT_EQ(got.rejects[1], "item 4: a conceptItem, which is no article");
  EXPECT_EQ(got.rejects[2], "item 5: not to be published: its pubStatus is canceled");
}

TEST(NewsmlG2, APackageIsAnArticleWhereItSaysMoreThanItsParts) {
  const std::string package =
      "<packageItem guid='p'><contentMeta><headline>Top</headline></contentMeta><groupSet><group><itemRef residref='g'><headline>One</headline></itemRef>"
      "<itemRef residref='h'><title>Two</title></itemRef></group></groupSet></packageItem>";
  EXPECT_EQ(shown(one(package)), "p|Top|One\nTwo|||||");
  const Read beside = read(newsml_g2, "<newsMessage><itemSet>" + package +
                                          item("", "<headline>One</headline>", paragraph) +
                                          "</itemSet></newsMessage>");
  EXPECT_EQ(beside.articles.size(), 1U);
  EXPECT_TRUE(beside.rejects.empty());
  const Read bare = read(newsml_g2, "<packageItem guid='p'><itemRef residref='g'/></packageItem>");
  EXPECT_TRUE(bare.articles.empty());
  EXPECT_EQ(bare.rejects.size(), 1U);
}

TEST(NewsmlG2, ManyTagsWithoutAnEndInPlainTextTakeNoTime) {
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += "&lt;a";
  EXPECT_EQ(one(item("", "", "<inlineData contenttype='text/plain'>" + text + "</inlineData>"))
                .text.size(),
            600'000U);
}

TEST(NewsmlG2, WithoutAnyItemItIsNone) {
  EXPECT_THROW(read(newsml_g2, "<newsMessage><header/></newsMessage>"), ArticleError);
}

TEST(NewsmlG2, AnImpossibleDateIsNotedAndLeftOut) {
  const Article article =
      one(item("<versionCreated>2018-02-30T00:00:00Z</versionCreated>", "", paragraph));
  EXPECT_FALSE(article.date);
  EXPECT_EQ(article.notes.size(), 1U);
}

}  // namespace
}  // namespace chancery
