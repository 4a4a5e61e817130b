// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_items.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace chancery {
namespace {

// The texts of the items, with the rejected ones as "!reason".
std::string items_of(const std::string& xml) {
  const auto source = source_of_text("test", xml);
  XmlItems items(*source, {"item"});
  std::string found;
  for (;;) {
    pugi::xml_document document;
    pugi::xml_node item;
    try {
      if (!items.next(document, item)) return found;
      found += std::string(item.text().get()) + ";";
    } catch (const ArticleError& error) {
      found += "!" + std::string(error.what()).substr(0, 19) + ";";
    }
  }
}

TEST(XmlItems, GivesEachItemAlone) {
  const struct {
    std::string xml, items;
  } cases[] = {
      {"<rss><channel><title>T</title><item>one</item><item>two</item></channel></rss>",
       "one;two;"},
      {"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a \"b>\">]><rss><item>one</item></rss>",
       "one;"},
      {"<r:rss><r:item>one</r:item></r:rss>", "one;"},
      {"<rss><!-- <item>no</item> --><item><![CDATA[</item>]]></item></rss>", "</item>;"},
      {"<rss><item a=\"x > y\">one</item><item/></rss>", "one;;"},
      {"<rss><item>one</item></wrong></rss><item>two</item>", "one;two;"},
      {"<rss><item>one<b></item><item>two</item></rss>", "!not well-formed XML;two;"},
      {"<rss><item>one</item><item>two", "one;!the file is cut sho;"},
      {"<rss><item>one</item></<", "one;"},
      {"<rss>1 < 2<item>one</item></></ >", "one;"},
      {"", ""},
      {"no xml", ""},
      {"<<<<", ""},
      {"<rss><item>one<//</item><item>two</item></rss>", "!not well-formed XML;two;"},
  };
  for (const auto& c : cases) EXPECT_EQ(items_of(c.xml), c.items) << c.xml;
}

TEST(XmlItems, TheHeadIsWhatStandsOutside) {
  const auto source = source_of_text(
      "test", "<rss><channel><title>News</title><item><title>no</title></item></channel></rss>");
  XmlItems items(*source, {"item"});
  pugi::xml_document document, head;
  pugi::xml_node item;
  ASSERT_TRUE(items.next(document, item));
  items.parse_head(head);
  EXPECT_STREQ(head.child("rss").child("channel").child_value("title"), "News");
  EXPECT_STREQ(item.parent().name(), "channel");
}

TEST(XmlItems, AnItemKeepsItsEncoding) {
  const auto source = source_of_text(
      "test",
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><item>\xCC\xEE\xF1\xEA\xE2\xE0</item></rss>");
  XmlItems items(*source, {"item"});
  pugi::xml_document document;
  pugi::xml_node item;
  ASSERT_TRUE(items.next(document, item));
  EXPECT_STREQ(item.text().get(), "Москва");
}

TEST(XmlItems, AHugeTagAroundManyItemsTakesNoTime) {
  std::string xml = "<rss a=\"" + std::string(4 << 20, 'x') + "\">";
  for (int i = 0; i < 2'000; ++i) xml += "<item/>";
  EXPECT_EQ(items_of(xml + "</rss>").size(), 2'000U);
}

}  // namespace
}  // namespace chancery
