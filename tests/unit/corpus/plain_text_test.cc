// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "corpus/text_dateline.h"
#include "corpus/text_fields.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

std::string all(const std::string& text) { return all(plain_text, text); }

TEST(PlainText, HeaderBlocksAsArchivesHaveThem) {
  const struct {
    const char* text;
    const char* articles;
  } cases[] = {
      {"HEADLINE: A long\n  one\nBYLINE: By X Y\nPLACE: Rome\nPD: 24 December 2018\nSN: S\nLA: English\nAN: 7\nWords: 12\n\nText.\n",
       "7|A long one|Text.|2018-12-24|S|X Y|Rome|en\n"},
      {"title: A\npublished: Dec. 24, 2018\nThe body follows at once:\nso.\n",
       "|A|The body follows at once: so.|2018-12-24||||\n"},
      {"Subject: A\nLoad-Date: December 25, 2018\n\nx\n", "|A|x|2018-12-25||||\n"},
      {"Date: 24.12.2018\nHeadline: A\nLoad-Date: December 25, 2018\n\nx\n",
       "|A|x|2018-12-24||||\n"},
      {"Headline: A\nSource: S\n\nMOSCOW, Dec 26 (Reuters) - One.\n",
       "|A|MOSCOW, Dec 26 (Reuters) - One.||S||MOSCOW, Dec 26|\n"},
      {"Headline: A\nSource: S\n\nROME: One.\n", "|A|ROME: One.||S|||\n"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(recognise_format(c.text), &plain_text) << c.text;
    EXPECT_EQ(all(c.text), c.articles) << c.text;
  }
}

TEST(PlainText, WithoutAHeaderBlock) {
  const struct {
    const char* text;
    const char* articles;
  } cases[] = {
      {"Ministers meet\n\nMOSCOW, Dec 26, 2018 (Reuters) - One\ntwo.\n\nThree.\n",
       "|Ministers meet|MOSCOW, Dec 26, 2018 (Reuters) - One two.\nThree.|2018-12-26|Reuters||MOSCOW, Dec 26, 2018|\n"},
      {"Ministers\nmeet\nBy A B\nMOSCOW, Dec 26 (Reuters) - One.\n\n(c) Copyright Thomson Reuters 2018\n",
       "|Ministers meet|MOSCOW, Dec 26 (Reuters) - One.\n(c) Copyright Thomson Reuters 2018|2018-12-26|Reuters|A B|MOSCOW, Dec 26|\n"},
      {"Ministers meet\n\nBy A B\nDecember 26, 2018\n\nOne.\n",
       "|Ministers meet|One.|2018-12-26||A B||\n"},
      {"MOSCOW (AP) — One.\n", "||MOSCOW (AP) — One.||AP||MOSCOW|\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(all(c.text), c.articles) << c.text;
  EXPECT_EQ(recognise_format(cases[0].text), &plain_text);
  EXPECT_EQ(recognise_format("A list\n\nThings to do (today) - buy milk\n"), nullptr);
}

TEST(PlainText, AFormFeedPartsArticlesButNotThePagesOfOne) {
  EXPECT_EQ(all("Headline: A\nSource: S\n\na\n\fHeadline: B\nSource: S\n\nb\n\fmore b\n"),
            "|A|a||S|||\n|B|b\nmore b||S|||\n");
  EXPECT_EQ(all("Headline: A\nSource: S\n\na\n\fmore a\n"), "|A|a\nmore a||S|||\n");
  EXPECT_EQ(read(plain_text, "One\n\na\n\f\nTwo\n\nb\n").articles.size(), 2U);
}

TEST(PlainText, ManyFormFeedsTakeNoTime) {
  std::string pages;
  for (int i = 0; i < 200'000; ++i) pages += "\fx";
  EXPECT_EQ(read(plain_text, "Headline: A\nSource: S\n\na\n" + pages).articles.size(), 1U);
}

TEST(PlainText, OtherEncodingsAreRead) {
  EXPECT_EQ(all("Headline: Caf\xE9\nSource: S\n\n\xFC ber\n"), "|Café|ü ber||S|||\n");
}

TEST(PlainText, AmbiguousNumericDatesAreReadByTheOthersInTheFile) {
  const auto dates = [](const std::string& text) {
    std::string days;
    for (const Article& article : read(plain_text, text).articles)
      days +=
          (article.date ? to_iso(*article.date) : "none") + (article.notes.empty() ? " " : "! ");
    return days;
  };
  EXPECT_EQ(dates("Title: A\nDate: 03/04/2018\n\nx\n====\nTitle: B\nDate: 12/24/2018\n\nx\n"),
            "2018-03-04 2018-12-24 ");
  EXPECT_EQ(dates("Title: A\nDate: 03/04/2018\n\nx\n====\nTitle: B\nDate: 24/12/2018\n\nx\n"),
            "2018-04-03 2018-12-24 ");
  EXPECT_EQ(dates("Title: A\nDate: 03/04/18\n\nx\n"), "2018-04-03! ");
  EXPECT_EQ(dates("Title: A\nDate: 31/31/2018\n\nx\n"), "none! ");
}

TEST(PlainText, KeywordsAndNames) {
  const Article article =
      read(
          plain_text,
          "Title: A\nKeywords: arms; trade (80%)\nPerson: VLADIMIR PUTIN (95%)\nCountry: RUSSIA (95%); CUBA\nSubject: talks\n\nx\n")
          .articles.at(0);
  EXPECT_EQ(article.subjects, (std::vector<std::string>{"arms", "trade", "talks"}));
  ASSERT_EQ(article.editor_tags.size(), 3U);
  EXPECT_EQ(article.editor_tags[0].name, "Vladimir Putin");
  EXPECT_EQ(article.editor_tags[1].name, "Russia");
}

TEST(TextDateline, AsAgenciesRunThemIn) {
  const struct {
    const char* text;
    const char* dateline;
    const char* agency;
  } cases[] = {
      {"MOSCOW, Dec 26 (Reuters) - The", "MOSCOW, Dec 26", "Reuters"},
      {"WASHINGTON/BEIJING, Dec. 26 (Kyodo) -- The", "WASHINGTON/BEIJING, Dec. 26", "Kyodo"},
      {"PORTLAND, Ore. (AP) — The", "PORTLAND, Ore.", "AP"},
      {"Paris, 26 décembre 2018 (AFP) - Le", "Paris, 26 décembre 2018", "AFP"},
      {"Berlin (dpa) - Die", "Berlin", "dpa"},
      {"Kabul (AFP) The", "Kabul", "AFP"},
      {"MOSCOW, December 26. /TASS/. The", "MOSCOW, December 26", "TASS"},
      {"LONDON — The", "LONDON", ""},
      {"ST. PETERSBURG, Dec 26 - The", "ST. PETERSBURG, Dec 26", ""},
      {"The minister (Smith) said - no", "", ""},
      {"One - two", "", ""},
      {"US - two", "", ""},
      {"", "", ""},
      {"( ) ", "", ""},
      {" - ", "", ""},
      {". /x/. ", "", ""},
  };
  for (const auto& c : cases) {
    const auto found = run_in_dateline(c.text);
    EXPECT_EQ(found ? found->dateline : "", c.dateline) << c.text;
    EXPECT_EQ(found ? found->agency : "", c.agency) << c.text;
  }
}

}  // namespace
}  // namespace chancery
