// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

const char* const academic =
    "Search Terms: ministers\n\n\f\n"
    "                              1 of 2 DOCUMENTS\n\n\n                               The Daily Post\n\n                   December 26, 2018 Wednesday\n"
    "                              Late Edition - Final\n\nMinisters Meet\nAgain\n\nBYLINE: By A. B. COE and\nD. ROE\n\nSECTION: Section A; Pg. 1\n\nLENGTH: 12 words\n\n"
    "DATELINE: MOSCOW \n\nOne line\nand two.\n\n  SUBJECT: no label here\n\nThree.\n\nURL: http://www.example.com/1\n\nLOAD-DATE: December 27, 2018\n\nLANGUAGE: ENGLISH\n\n"
    "SUBJECT: TREATIES (91%); ARMS CONTROL (80%)\n\nPERSON: IVAN IVANOV (95%)\n\nCOUNTRY: RUSSIA (95%)\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
    "                    Copyright 2018 The Daily Post Company\n                              All Rights Reserved\n\n"
    "                              2 of 2 DOCUMENTS\n\n                    Copyright 1999 The Weekly\n                              All Rights Reserved\n"
    "                               The Weekly\n\n                    March 3, 1999, Wednesday\n\nLENGTH: 3 words\n\nHEADLINE: Second\n\nBODY:\nText.\n\nLOAD-DATE: March 4, 1999\n";

TEST(Lexis, DocumentsOfNexis) {
  EXPECT_EQ(recognise_format(academic), &lexis);
  EXPECT_EQ(
      all(lexis, academic),
      "|Ministers Meet Again|One line and two.\nSUBJECT: no label here\nThree.|2018-12-26|The Daily Post|A. B. COE and D. ROE|MOSCOW|en\n"
      "|Second|Text.|1999-03-03|The Weekly|||\n");
  const Article article = read(lexis, academic).articles.at(0);
  EXPECT_EQ(article.url, "http://www.example.com/1");
  EXPECT_EQ(article.subjects, (std::vector<std::string>{"TREATIES", "ARMS CONTROL"}));
  ASSERT_EQ(article.editor_tags.size(), 2U);
  EXPECT_EQ(article.editor_tags[0].name, "Ivan Ivanov");
}

TEST(Lexis, DocumentsOfNexisUni) {
  const std::string text =
      "Ministers Meet\nAgain\nThe Daily Post\nDecember 26, 2018 Wednesday\nLate Edition - Final\n\nCopyright 2018 The Daily Post Company\n"
      "Section: Section A; Pg. 1\nLength: 12 words\nByline: By A. B. Coe\nDateline: MOSCOW\nBody\n\nOne line.\n\nTwo.\n\nLoad-Date: December 27, 2018\n\nEnd of Document\n\n"
      "Second\nThe Weekly\nMarch 3, 1999\n\nLength: 3 words\nBody\n\nText.\n\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: March 4, 1999\n\nEnd of Document\n";
  EXPECT_EQ(recognise_format(text), &lexis);
  EXPECT_EQ(all(lexis, text),
            "|Ministers Meet Again|One line.\nTwo.|2018-12-26|The Daily Post|A. B. Coe|MOSCOW|\n"
            "|Second|Text.|1999-03-03|The Weekly|||en\n");
}

TEST(Factiva, ArticlesWithFieldCodes) {
  const std::string text =
      "SE Foreign\nHD Ministers meet\n again\nBY By A B\nWC 12 words\nPD 26 December 2018\nET 10:05\nSN Reuters News\nSC LBA\nLA English\nCY (c) 2018 Reuters Limited\n"
      "LP \nMOSCOW, Dec 26 (Reuters) - One\nline.\n\nTD \nTwo. \n\nIN the end.\n\nCO nato : NATO\nNS gcat : Political News | gdip : International Relations\n"
      "RE russ : Russia | eeurz : Eastern Europe\nPUB Reuters\nAN Document LBA0000020181226eecq0000a\n\n"
      "HD Second\nPD 3 March 1999\nSN The Weekly\nLP\nText.\nAN Document WKLY000020181226eecq0000b\n\nSearch Summary\nText  x\n";
  EXPECT_EQ(recognise_format(text), &factiva);
  EXPECT_EQ(
      all(factiva, text),
      "LBA0000020181226eecq0000a|Ministers meet again|MOSCOW, Dec 26 (Reuters) - One line.\nTwo.\nIN the end.|2018-12-26|Reuters News|A B|MOSCOW, Dec 26|en\n"
      "WKLY000020181226eecq0000b|Second|Text.|1999-03-03|The Weekly|||\n");
  const Article article = read(factiva, text).articles.at(0);
  EXPECT_EQ(article.subjects,
            (std::vector<std::string>{"Political News", "International Relations"}));
  ASSERT_EQ(article.editor_tags.size(), 3U);
  EXPECT_EQ(article.editor_tags[0].name, "NATO");
}

TEST(Factiva, ArticlesWithoutFieldCodes) {
  const std::string text =
      "Ministers meet\n\nBy A B\n512 words\n26 December 2018\n10:05\nReuters News\nLBA\nEnglish\n(c) 2018 Reuters Limited\n\nOne line\nwrapped.\n\nTwo.\n\nReuters Limited\n\n"
      "Document LBA0000020181226eecq0000a\n\nSecond\n3 words\n3 March 1999\nThe Weekly\nFrench\n\nText.\n\nDocument WKLY000020181226eecq0000b\n\n(c) 2018 Factiva, Inc. All rights reserved.\n";
  EXPECT_EQ(recognise_format(text), &factiva);
  EXPECT_EQ(
      all(factiva, text),
      "LBA0000020181226eecq0000a|Ministers meet|One line wrapped.\nTwo.\nReuters Limited|2018-12-26|Reuters News|A B||en\n"
      "WKLY000020181226eecq0000b|Second|Text.|1999-03-03|The Weekly|||fr\n");
}

}  // namespace
}  // namespace chancery
