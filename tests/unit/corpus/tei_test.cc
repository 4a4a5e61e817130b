// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "corpus/tei_text.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

const std::string volume_head =
    "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xmlns:frus=\"http://history.state.gov/frus/ns/1.0\"><teiHeader><fileDesc>"
    "<titleStmt><title type=\"complete\">Relations, Volume 1</title><title type=\"series\">Relations</title></titleStmt>"
    "<publicationStmt><date>2006</date><idno type=\"frus\">frus1v1</idno></publicationStmt></fileDesc></teiHeader><text><front>"
    "<div type=\"section\" xml:id=\"persons\"><head>Persons</head><list><item><persName xml:id=\"p_A\">Ashe, Lt. Gen. Tom B., Jr.</persName>, Chief</item>"
    "</list></div></front><body><div type=\"compilation\" xml:id=\"comp1\"><head>Papers of 1964</head>";

std::string volume(const std::string& documents) {
  return volume_head + documents + "</div></body></text></TEI>";
}

TEST(Tei, EachDocumentOfAVolumeIsAnArticleWithItsNotesAtItsEnd) {
  const std::string text = volume(
      "<div type=\"document\" n=\"1\" xml:id=\"d1\"><pb n=\"2\"/><head>1. Letter From <persName corresp=\"#p_A\" type=\"from\">Ashe</persName>\n"
      "  <note n=\"1\">Source: Box 7. <ref>Secret</ref>.</note>\n</head><dateline><placeName>Rome</placeName>, "
      "<date when=\"1964-01-10T23:00:00-05:00\">January 10, 1964, 11 p.m.</date></dateline>"
      "<list type=\"subject\"><head>SUBJECT</head><item>Air talks</item></list>"
      "<p>Dear <hi>Ann</hi> <hi>May</hi> (\n <persName corresp=\"#p_A\">Ashe</persName>\n ):<note n=\"2\">Not <note>inner</note>found.</note></p>"
      "<list><label>1.</label><item>One <pb n=\"3\"/>more . . . word</item></list><frus:pdf>x</frus:pdf>"
      "<frus:attachment><head>Enclosure</head><dateline><date when=\"1960-01-01\">then</date></dateline><p>Two.</p></frus:attachment></div>"
      "<div type=\"document\" subtype=\"editorial-note\" xml:id=\"d2\" frus:doc-dateTime-min=\"1964-02-01T00:00:00Z\"><head>Editorial Note</head><p>Three.</p></div>");
  ASSERT_EQ(recognise_format(text), &tei);
  const Read got = read(tei, text);
  ASSERT_EQ(got.articles.size(), 2U);
  EXPECT_TRUE(got.rejects.empty());
  EXPECT_EQ(
      shown(got.articles[0]),
      "frus1v1/d1|Letter From Ashe|SUBJECT\nAir talks\nDear Ann May (Ashe):\n1. One more . . . word\nEnclosure\nthen\nTwo.\n"
      "[1] Source: Box 7. Secret.\n[2] Not found.\ninner|1964-01-10|Relations|Tom B. Ashe Jr.|Rome, January 10, 1964, 11 p.m.|");
  EXPECT_EQ(got.articles[0].url, "https://history.state.gov/historicaldocuments/frus1v1/d1");
  EXPECT_EQ(given(got.articles[0]), "Air talks|person:Tom B. Ashe Jr.:;place:Rome:");
  EXPECT_EQ(shown(got.articles[1]), "frus1v1/d2|Editorial Note|Three.|1964-02-01|Relations|||");
}

TEST(Tei, ABrokenDocumentDoesNotTakeTheNextWithIt) {
  const Read got = read(
      tei,
      volume(
          "<div type='document' xml:id='d1'><p>broken</div><div type=\"document\" xml:id=\"d2\"><p>whole</p></div>"));
  ASSERT_EQ(got.articles.size(), 1U);
  EXPECT_EQ(got.articles[0].id, "frus1v1/d2");
  ASSERT_EQ(got.rejects.size(), 1U);
  EXPECT_EQ(got.rejects[0], "document 1: not well-formed XML at line 1: Start-end tags mismatch");
}

TEST(Tei, AVolumeCutShortKeepsItsFirstDocuments) {
  const Read got = read(
      tei, volume_head +
               "<div type=\"document\" xml:id=\"d1\"><p>one</p></div><div type=\"document\"><p>tw");
  EXPECT_EQ(got.articles.size(), 1U);
  ASSERT_EQ(got.rejects.size(), 1U);
  EXPECT_EQ(got.rejects[0], "document 2: the file is cut short within it");
}

TEST(Tei, AnEntryOfAListIsItsOwnTextAndHasTheYearOfItsChapter) {
  const Read got = read(
      tei,
      volume(
          "<div type=\"document\" n=\"9\" xml:id=\"d9\"><head>9. Letter from Gen. Low to Mrs. High, March 2. Sends a report on "
          "many things that were said. Secret. 7 pp. Library, Box 4.</head><frus:file path=\"1.tif\"/></div>"));
  ASSERT_EQ(got.articles.size(), 1U);
  EXPECT_EQ(got.articles[0].title, "Letter from Gen. Low to Mrs. High, March 2");
  EXPECT_EQ(got.articles[0].text.substr(0, 59),
            "Letter from Gen. Low to Mrs. High, March 2. Sends a report ");
  ASSERT_TRUE(got.articles[0].date);
  EXPECT_EQ(to_iso(*got.articles[0].date), "1964-03-02");
}

TEST(Tei, ATagWithoutANameIsNoDanger) {
  EXPECT_EQ(
      read(tei, volume("<div type=\"document\"><p>x</p></div></<a>< ></ ></>")).articles.size(),
      1U);
}

TEST(Tei, AnImpossibleDateIsNoted) {
  const Read got = read(
      tei,
      volume(
          "<div type=\"document\" xml:id=\"d1\"><dateline><date when=\"1964-02-30\">undated</date></dateline><p>x</p></div>"));
  ASSERT_EQ(got.articles.size(), 1U);
  EXPECT_FALSE(got.articles[0].date);
  EXPECT_EQ(got.articles[0].notes.size(), 1U);
}

TEST(Tei, AnyOtherTeiIsOneArticle) {
  const std::string text =
      "<TEI xml:lang=\"fr\"><teiHeader><fileDesc><titleStmt><title>T &amp; U</title><author>A B</author></titleStmt><publicationStmt><publisher>P</publisher>"
      "<idno>n7</idno><date when=\"2001-02-03\"/></publicationStmt></fileDesc></teiHeader><text><body><head>T &amp; U</head><div><head>I</head>"
      "<p>One <choice><sic>teh</sic><corr>the</corr></choice> <orgName>NATO</orgName>.</p><lg><l>a</l><l>b</l></lg></div></body></text></TEI>";
  ASSERT_EQ(recognise_format(text), &tei);
  const Read got = read(tei, text);
  ASSERT_EQ(got.articles.size(), 1U);
  EXPECT_EQ(shown(got.articles[0]), "n7|T & U|I\nOne the NATO.\na\nb|2001-02-03|P|A B||fr");
  EXPECT_EQ(given(got.articles[0]), "|organisation:NATO:");
}

TEST(Tei, TheArticlesOfANewspaperHaveTheDayOfTheIssue) {
  const std::string text =
      "<TEI><teiHeader><fileDesc><titleStmt><title>Issue 3</title></titleStmt><sourceDesc><bibl><title level=\"j\">The Post</title>"
      "<date when=\"1918-05-04\"/></bibl></sourceDesc></fileDesc></teiHeader><text><body><div type=\"article\" xml:id=\"a1\"><head>H</head>"
      "<byline>By C D</byline><p>x</p></div><div type=\"article\" xml:id=\"a2\"><head>I</head><p>y</p></div></body></text></TEI>";
  const Read got = read(tei, text);
  ASSERT_EQ(got.articles.size(), 2U);
  EXPECT_EQ(shown(got.articles[0]), "test/a1|H|x|1918-05-04|The Post|C D||");
}

TEST(Tei, DeepNestingIsNoDanger) {
  std::string deep = "<div type=\"document\">";
  for (int i = 0; i < 100'000; ++i) deep += "<note>";
  for (int i = 0; i < 100'000; ++i) deep += "</note>";
  EXPECT_LE(read(tei, volume(deep + "</div>")).articles.size(), 1U);
}

TEST(Tei, ManyTagsAndEmptyDocumentsTakeNoTime) {
  std::string places, documents;
  for (int i = 0; i < 100'000; ++i) places += "<placeName>p" + std::to_string(i) + "</placeName>";
  for (int i = 0; i < 2'000; ++i) documents += "<div type=\"document\"/>";
  std::string unclosed;
  for (int i = 0; i < 500'000; ++i) unclosed += "<div";
  const Read got =
      read(tei, volume("<p>" + std::string(1 << 20, 'x') + "</p><div type=\"document\"><p>" +
                       places + "</p></div>" + documents));
  ASSERT_EQ(got.articles.size(), 2'001U);
  EXPECT_EQ(got.articles[0].editor_tags.size(), 1000U);
  EXPECT_TRUE(read(tei, "<TEI>" + unclosed).articles.empty());
}

TEST(TeiText, PersonsNamesInTheUsualOrder) {
  const struct {
    const char* listed;
    const char* name;
  } cases[] = {
      {"Wilson, Woodrow, President", "Woodrow Wilson"},
      {"Chiang Kai-shek", "Chiang Kai-shek"},
      {"Ball, George W.,", "George W. Ball"},
      {"Watson, General Albert, II", "Albert Watson II"},
      {"Thomson, James C., Jr.", "James C. Thomson Jr."},
      {"Abbott, J.F.", "J.F. Abbott"},
      {"Kent, Adm. Ann (Nan)", "Ann Kent"},
      {"", ""},
      {",", ""},
      {"Long,\n  Huey", "Huey Long"},
  };
  for (const auto& c : cases) EXPECT_EQ(tei_person_name(c.listed), c.name) << c.listed;
}

}  // namespace
}  // namespace chancery
