// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/gazetteer/load_gazetteer.h"

namespace chancery {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer loaded = load_gazetteer({});
  return loaded;
}

Tags tag(const std::string& text, std::optional<Date> date = Date{2018, 12, 26},
         const std::string& title = "") {
  Article article;
  article.title = title;
  article.text = text;
  article.date = date;
  return tag_article(article, gazetteer());
}

std::string names(const std::vector<Tag>& tags) {
  std::vector<std::string> sorted;
  for (const Tag& tag : tags)
    sorted.push_back(tag.kind == EntityKind::country ? tag.key : tag.name);
  std::sort(sorted.begin(), sorted.end());
  std::string joined;
  for (const std::string& name : sorted) joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

TEST(Tagger, CountriesByAnyOfTheirNames) {
  const struct {
    const char* text;
    const char* codes;
  } cases[] = {
      {"Russia and the Iranians spoke of Kabul.", "AF, IR, RU"},
      {"Talks between Downing Street and the Kremlin went on.", "GB, RU"},
      {"The US and the U.S. are one; tell us so.", "US"},
      {"A storm crossed the Indian Ocean and New Mexico.", "US"},
      {"French fries and Russian roulette.", ""},
      {"Equatorial Guinea, Guinea-Bissau and Papua New Guinea signed.", "GQ, GW, PG"},
      {"He lives in Paris, Texas.", "US"},
      {"Police in Atlanta, Georgia, said so. The Atlanta police chief agreed.", "US"},
      {"Georgia and Russia signed in Tbilisi.", "GE, RU"},
      {"The turkey was cold.", ""},
      {"CAMBRIDGE, Mass, March 23 - Sales rose.", "US"},
      {"Rockwell International <ROK> said so.", ""},
      {"The minister, Sheikh Ali al-Khalifa al-Sabah, said so.", ""},
      {"On the last day Sonora Gold Corp lost ground, and Sonora rejected the offer.", ""},
      {"On the last day Sonora Gold Corp lost ground, and farmers in Sonora won.", "MX"},
      {"Anglo American opened a mine after the Anglo-American talks.", "US"},
  };
  for (const auto& c : cases) EXPECT_EQ(names(tag(c.text).countries), c.codes) << c.text;
}

TEST(Tagger, AnAbbreviationIntroducedTwiceCountsOnce) {
  const Tags tags = tag(
      "The Zembla Peace Group (ZPG) met. The Zembla Peace Group (ZPG) spoke, and the ZPG left.");
  ASSERT_EQ(names(tags.organisations), "Zembla Peace Group");
  EXPECT_EQ(tags.organisations[0].mentions, 5U);
}

TEST(Tagger, ARunOfNamesWithoutAnEndIsTaggedAtOnce) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "Ewan Tollmarsh ";
  EXPECT_FALSE(tag(text).persons.empty());
}

TEST(Tagger, ASurfaceStandsOnceThoughTwoBearTheName) {
  const Tags tags = tag("Mr Tollmarsh met Mrs Tollmarsh.");
  ASSERT_EQ(tags.persons.size(), 1U);
  EXPECT_EQ(tags.persons[0].surfaces, std::vector<std::string>{"Tollmarsh"});
}

TEST(Tagger, EditorsTurnNamesRoundButNotGenerations) {
  const struct {
    const char* given;
    const char* name;
  } cases[] = {
      {"Tollmarsh, John", "John Tollmarsh"},
      {"Ewan Tollmarsh, Jr.", "Ewan Tollmarsh, Jr."},
      {"Ewan Tollmarsh", "Ewan Tollmarsh"},
  };
  for (const auto& c : cases) {
    Article article;
    article.editor_tags.push_back({EntityKind::person, c.given, ""});
    EXPECT_EQ(names(tag_article(article, gazetteer()).persons), c.name) << c.given;
  }
}

TEST(Tagger, APlaceThatEditorsNameLiesInTheStateOfTheDay) {
  Article article;
  article.date = Date{1987, 2, 1};
  article.editor_tags.push_back({EntityKind::place, "Moscow", ""});
  const Tags tags = tag_article(article, gazetteer());
  ASSERT_EQ(tags.places.size(), 1U);
  EXPECT_EQ(tags.places[0].country, "SU");
}

TEST(Tagger, TheStateIsThatOfTheDay) {
  EXPECT_EQ(names(tag("He flew to Moscow.", Date{1987, 2, 1}).countries), "SU");
  EXPECT_EQ(names(tag("He flew to Moscow.", Date{1997, 2, 1}).countries), "RU");
  EXPECT_EQ(names(tag("He flew to Prague.", Date{1990, 2, 1}).countries), "CS");
  EXPECT_EQ(names(tag("East German leaders met.", Date{1988, 2, 1}).countries), "DD");
  EXPECT_EQ(names(tag("He flew to Moscow.", std::nullopt).countries), "RU");
}

TEST(Tagger, PersonsByListByTitleAndByName) {
  const struct {
    const char* text;
    const char* persons;
  } cases[] = {
      {"Sergei Lavrov met Wang Yi.", "Sergey Lavrov, Wang Yi"},
      {"The Russian Foreign Minister Lavrov spoke.", "Sergey Lavrov"},
      {"Finance Minister Simeon Nyachae delayed it. Nyachae said so.", "Simeon Nyachae"},
      {"\"No,\" said Kivutha Kibwana, of the assembly.", "Kivutha Kibwana"},
      {"John F. Smithson, 45, a baker, and Mrs Jordan came.", "John F. Smithson, Jordan"},
      {"Lech Wałęsa met Recep Tayyip Erdogan.", "Lech Wałęsa, Recep Tayyip Erdoğan"},
      {"The USS Abraham Lincoln left for the Kennedy Center.", ""},
      {"The Bank of England and General Motors agreed on Monday.", ""},
      {"The president of UGT and chairman ITJ left.", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(names(tag(c.text).persons), c.persons) << c.text;
}

TEST(Tagger, ASurnameJoinsTheFullNameOfTheArticle) {
  const Tags tags = tag("Anna Petrescu arrived. Petrescu's talks went on, and Mrs Petrescu left.",
                        Date{1999, 1, 1}, "PETRESCU IN ROME");
  ASSERT_EQ(tags.persons.size(), 1U);
  EXPECT_EQ(tags.persons[0].name, "Anna Petrescu");
  EXPECT_EQ(tags.persons[0].key, "anna-petrescu");
  EXPECT_EQ(tags.persons[0].mentions, 4U);
  EXPECT_FALSE(tags.persons[0].known);
}

TEST(Tagger, ASurnameIsOfWhoHeldTheHigherOffice) {
  EXPECT_EQ(names(tag("In Washington, he saw Lodge and Dulles.", Date{1956, 12, 31}).persons),
            "Henry Cabot Lodge, John Foster Dulles");
  EXPECT_EQ(names(tag("In Washington he saw Under Secretary Hoover.", Date{1956, 2, 1}).persons),
            "Herbert Hoover Jr.");
  EXPECT_EQ(names(tag("He asked Macmillan and told him so.", Date{1959, 2, 26}).persons),
            "Harold Macmillan");
}

TEST(Tagger, AGovernmentNamedAfterItsHeadSpeaksOfThem) {
  EXPECT_EQ(names(tag("So the Clinton Administration proposed.", Date{1998, 4, 24}).persons),
            "Bill Clinton");
  EXPECT_EQ(names(tag("So the Labour Government proposed.", Date{1998, 4, 24}).persons), "");
  EXPECT_EQ(names(tag("The Farmers Home Administration lends.", Date{1987, 3, 11}).persons), "");
}

TEST(Tagger, TwoSurnamesMeetOverAHyphen) {
  EXPECT_EQ(names(tag("The Reagan-Gorbachev summit ended.", Date{1986, 10, 12}).persons),
            "Mikhail Gorbachev, Ronald Reagan");
}

TEST(Tagger, PersonsInATextAllOfCapitals) {
  const std::string text =
      "UNDER SECRETARY ROBINSON MET MILLICENT BERGSTROM AND AMBASSADOR MOYNIHAN IN WASHINGTON ON THE FIRST DAY OF THE COUNCIL. "
      "THE MEETING ON WARREN STREET WAS LONG AND THEY TOLD PRESIDENT NIXON OF THE PLAN THAT THE OTHERS HAD MADE BEFORE. ";
  EXPECT_EQ(names(tag(text, Date{1975, 7, 3}).persons),
            "Charles W. Robinson, Daniel Patrick Moynihan, Millicent Bergstrom, Richard Nixon");
}

TEST(Tagger, TheUsualNameStandsForItsEnd) {
  const Tags tags = tag("General De Gaulle spoke in Paris.", Date{1960, 1, 11});
  ASSERT_EQ(names(tags.persons), "Charles de Gaulle");
  EXPECT_EQ(tags.persons[0].written, "");
}

TEST(Tagger, NamesakesAreToldApartByTheDate) {
  EXPECT_EQ(tag("President Bush spoke.", Date{1990, 5, 1}).persons.at(0).key, "george-h-w-bush");
  EXPECT_EQ(tag("President Bush spoke.", Date{2005, 5, 1}).persons.at(0).key, "george-w-bush");
  EXPECT_EQ(tag("George Bush spoke.", Date{1990, 5, 1}).persons.at(0).key, "george-h-w-bush");
  EXPECT_EQ(tag("George Bush spoke.", Date{2005, 5, 1}).persons.at(0).key, "george-w-bush");
}

TEST(Tagger, APersonsNameIsNoCountry) {
  EXPECT_EQ(names(tag("Michael Jordan scored. Jordan left.").countries), "");
}

TEST(Tagger, OrganisationsAndPlaces) {
  const Tags tags = tag("The Taliban met NATO in Abu Dhabi.");
  EXPECT_EQ(names(tag("Anglo American opened a mine.").countries), "");
  EXPECT_EQ(names(tags.organisations), "NATO, Taliban");
  EXPECT_EQ(names(tags.places), "Abu Dhabi");
  EXPECT_EQ(tags.places.at(0).country, "AE");
}

TEST(Tagger, FocusIsOnWhatTheArticleIsAbout) {
  const Tags tags =
      tag("Poland voted. Poland's president thanked the Poles. France sent a telegram.",
          Date{2015, 5, 1}, "Poland votes");
  ASSERT_EQ(names(tags.countries), "FR, PL");
  EXPECT_EQ(tags.countries[0].key, "PL");
  EXPECT_TRUE(tags.countries[0].focus);
  EXPECT_FALSE(tags.countries[1].focus);
}

TEST(Tagger, AnEmptyOrStrangeTextHasNoTags) {
  for (const char* text : {"", "....", "\xFF\xFE", "- - \n\n -", "A", "of the"}) {
    const Tags tags = tag(text);
    EXPECT_TRUE(tags.persons.empty() && tags.countries.empty()) << text;
  }
}

}  // namespace
}  // namespace chancery
