// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_mender.h"

#include <gtest/gtest.h>

#include "corpus/xml/xml_entities.h"

namespace chancery {
namespace {

TEST(MendXml, MakesItWellFormed) {
  const struct {
    std::string ill, mended;
  } cases[] = {
      {"<item><title>A < B<link>x</item></b>",
       "<item><title>A &lt; B</title><link>x</link></item>"},
      {"<a><b><i>x</b></a>", "<a><b><i>x</i></b></a>"},
      {"<a>one<br>two<br/>three</a>", "<a>one<br/>two<br/>three</a>"},
      {"<a href=x y='z' w checked=\"\">t</a>", "<a href=\"x\" y=\"z\" w=\"\" checked=\"\">t</a>"},
      {"<a href=\"x>t</a><b>u</b>", "<a href=\"x\">t</a><b>u</b>"},
      {"<a><![CDATA[x", "<a><![CDATA[x]]></a>"},
      {"<a>AT&T &amp; <3</a>", "<a>AT&T &amp; &lt;3</a>"},
      {"<!-- x --><?php y ?><a/>", "<a/>"},
      {"<a>x<b", "<a>x</a>"},
      {"", ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(mend_xml(c.ill), c.mended);
    pugi::xml_document document;
    if (!c.mended.empty()) load_mended(c.ill, document);
  }
}

TEST(MendXml, DeepNestingLosesItsTagsAndNoTime) {
  std::string deep;
  for (int i = 0; i < 40'000; ++i) deep += "<a>";
  for (int i = 0; i < 40'000; ++i) deep += "</b>";
  EXPECT_LT(mend_xml(deep).size(), 5000U);
}

TEST(XmlEntities, ThoseOfHtmlAndOfTheDoctype) {
  XmlEntities entities;
  entities.declare(
      "<!DOCTYPE rss [<!ENTITY agency 'Wire'> <!ENTITY file SYSTEM \"/etc/passwd\"> <!ENTITY two "
      "'&agency;&agency;'> <!ENTITY");
  const struct {
    std::string xml, resolved;
  } cases[] = {
      {"caf&eacute;&nbsp;&mdash; &lt;&amp;&quot;", "café\u00A0— &lt;&amp;&quot;"},
      {"&agency; &file; &two; &unknown; &;", "Wire &file; &two; &unknown; &;"},
      {"<![CDATA[&eacute;]]>&eacute;", "<![CDATA[&eacute;]]>é"},
      {"AT&T; a & b &#233;&", "AT&T; a & b &#233;&"},
  };
  for (const auto& c : cases) EXPECT_EQ(entities.resolve(c.xml), c.resolved);
}

TEST(XmlEntities, ManyWithoutAnEndTakeNoTime) {
  std::string doctype = "<!DOCTYPE rss [";
  for (int i = 0; i < 300'000; ++i) doctype += "<!ENTITY";
  XmlEntities entities;
  entities.declare(doctype);
  EXPECT_EQ(entities.resolve("&a;"), "&a;");
}

}  // namespace
}  // namespace chancery
