// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

Article only(const std::string& inside) {
  const Read got =
      read(reuters_sgml, "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"7\">\n" + inside +
                             "\n</REUTERS>\n");
  return got.articles.size() == 1 ? got.articles[0] : Article{};
}

TEST(ReutersSgml, TheEditorsListsBecomeTags) {
  const Article article = only(
      "<TOPICS><D>grain</D><D>money-fx</D></TOPICS><PLACES><D>usa</D><D>west-germany</D><D>yemen-demo-republic</D></PLACES>\n<PEOPLE><D>james-baker</D>"
      "<D>reagan</D></PEOPLE><ORGS><D>opec</D><D>worldbank</D></ORGS><EXCHANGES><D>nyse</D></EXCHANGES>\n<TEXT><TITLE>T</TITLE><BODY>x</BODY></TEXT>");
  EXPECT_EQ(given(article),
            "grain;money-fx|country:usa:US;country:west germany:;country:yemen-demo-republic:YD;"
            "person:James Baker:;person:Reagan:;organisation:OPEC:;organisation:World Bank:");
}

TEST(ReutersSgml, ATableHasItsFirstLineForAHeadlineAndKeepsItsLines) {
  const Article article = only(
      "<TEXT TYPE=\"UNPROC\">&#2;\nWEEKLY REPORT - FEB 26\n    Two weeks\n Gold....1\n Silver..2\n&#3;</TEXT>");
  EXPECT_EQ(article.title, "WEEKLY REPORT - FEB 26");
  EXPECT_EQ(article.text, "Two weeks\nGold....1\nSilver..2");
}

TEST(ReutersSgml, AHeadlineAloneHasNoBodyAndABylineNoAgency) {
  const Article article = only(
      "<TEXT TYPE=\"BRIEF\"><TITLE>T</TITLE><AUTHOR>    By A B, Reuters</AUTHOR><BODY>Blah blah blah.\n&#3;</BODY></TEXT>");
  EXPECT_EQ(article.title, "T");
  EXPECT_EQ(article.text, "");
  EXPECT_EQ(article.byline, "A B");
}

TEST(ReutersSgml, AnArticleWithoutItsEndDoesNotTakeTheNextWithIt) {
  const Read got = read(
      reuters_sgml,
      "<REUTERS NEWID=\"1\">\n<TEXT><TITLE>A\n<REUTERS NEWID=\"2\">\n<TEXT><TITLE>B</TITLE></TEXT>\n</REUTERS>\n<REUTERS ");
  ASSERT_EQ(got.articles.size(), 1U);
  EXPECT_EQ(got.articles[0].title, "B");
  EXPECT_EQ(got.rejects, (std::vector<std::string>{"line 3: the article before has no end",
                                                   "at the end: the last article is cut short"}));
}

TEST(ReutersSgml, AnArticleThatIsTooLargeIsRejectedAndNotCut) {
  const std::string line(1 << 20, 'x');
  std::string text = "<REUTERS NEWID=\"1\">\n<TEXT><TITLE>A</TITLE><BODY>";
  for (int i = 0; i < 65; ++i) text += line + '\n';
  const Read got = read(
      reuters_sgml,
      text +
          "</BODY></TEXT>\n</REUTERS>\n<REUTERS NEWID=\"2\">\n<TEXT><TITLE>B</TITLE></TEXT>\n</REUTERS>\n");
  ASSERT_EQ(got.articles.size(), 1U);
  EXPECT_EQ(got.articles[0].title, "B");
  EXPECT_EQ(got.rejects, std::vector<std::string>{"line 65: an article larger than 64 MiB"});
}

TEST(ReutersSgml, ManyEntriesWithoutAnEndTakeNoTime) {
  std::string list;
  for (int i = 0; i < 300'000; ++i) list += "<D>";
  EXPECT_EQ(only("<TOPICS>" + list + "</TOPICS><TEXT><TITLE>T</TITLE></TEXT>").title, "T");
}

}  // namespace
}  // namespace chancery
