// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/gazetteer/gazetteer.h"

#include <gtest/gtest.h>

#include "common/error.h"
#include "indexer/gazetteer/load_gazetteer.h"

namespace chancery {
namespace {

constexpr const char* countries =
    "code\talpha3\tname\tyears\tpart_of\tadjectives\tinhabitants\tcapitals\taliases\n"
    "SU\tSUN\tSoviet Union\t1922-1991\t\tSoviet\tSoviets\t\tUSSR\n"
    "RU\tRUS\tRussia\t\tSU 1922-1991\tRussian\tRussians\tMoscow\t\n";

std::string fault(const std::string& text) {
  try {
    Gazetteer gazetteer;
    gazetteer.add(parse_gazetteer_table("countries.tsv", countries));
    gazetteer.add(parse_gazetteer_table("x.tsv", text));
    return "none";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(Gazetteer, AFaultNamesFileAndLine) {
  const std::string places = "# a comment\nname\tcountry\tkind\taliases\n";
  const struct {
    std::string text;
    const char* message;
  } cases[] = {
      {places + "Kazan\tRU\tcity\t\n", "none"},
      {places + "Kazan\tRU\tcity\n", "x.tsv:3: has 3 fields, not 4"},
      {places + "Kazan\tXX\tcity\t\n", "x.tsv:3: the country code 'XX' is unknown"},
      {places + "Kazan\tRU\tvillage\t\n",
       "x.tsv:3: the kind 'village' is none of city, region, state, seat"},
      {places + "Kazan\tRU\tcity\t\nKazan\tRU\tcity\t\n",
       "x.tsv:4: the key 'kazan-ru' is there already"},
      {places + " Kazan\tRU\tcity\t\n", "x.tsv:3: blanks around the field 'name'"},
      {places + "\tRU\tcity\t\n", "x.tsv:3: the field 'name' is empty"},
      {places + "Kaz\xFF\tRU\tcity\t\n", "x.tsv:3: is not UTF-8"},
      {"name\tcountry\tyears\trole\taliases\tsex\nA B\tRU\t20x4\t\t\tm\n",
       "x.tsv:2: '20x4' is no year"},
      {"name\tcountry\tyears\trole\taliases\tsex\nA B\tRU\t2004-1999\t\t\tm\n",
       "x.tsv:2: the years '2004-1999' end before they begin"},
      {"name\tcountry\tyears\trole\taliases\tsex\nA B\tRU\t2004-\t\t\t\n",
       "x.tsv:2: the sex '' is not m, f or u"},
      {"a\tb\nc\td\n", "x.tsv:2: its columns are of no known table; see CONTRIBUTING.md"},
      {"# nothing\n", "x.tsv: no line that names the columns"},
  };
  for (const auto& c : cases) EXPECT_EQ(fault(c.text), c.message);
}

TEST(Gazetteer, ThePlaceIsOfTheStateOfTheDay) {
  Gazetteer gazetteer;
  gazetteer.add(parse_gazetteer_table("countries.tsv", countries));
  EXPECT_EQ(gazetteer.state_at("RU", Date{1987, 5, 1}), "SU");
  EXPECT_EQ(gazetteer.state_at("RU", Date{1992, 5, 1}), "RU");
  EXPECT_EQ(gazetteer.state_at("RU", std::nullopt), "RU");
}

TEST(Gazetteer, TheBuiltInOneHoldsWhatTheReadmeSays) {
  const Gazetteer gazetteer = load_gazetteer({});
  EXPECT_GE(gazetteer.countries().size(), 250U);
  for (const char* code : {"SU", "YU", "CS", "DD", "XK", "SS"})
    EXPECT_NE(gazetteer.country(code), nullptr) << code;
  for (const char* name :
       {"sergei lavrov", "hua chunying", "united nations", "kremlin", "texas", "abu dhabi"}) {
    EXPECT_NE(gazetteer.find(name), nullptr) << name;
  }
}

TEST(Gazetteer, ANameIsFoundByAnyOfItsForms) {
  const Gazetteer gazetteer = load_gazetteer({});
  for (const char* name : {"russia", "russian", "russians", "moscow"}) {
    const auto* entries = gazetteer.find(name);
    ASSERT_NE(entries, nullptr) << name;
    EXPECT_EQ(entries->front().entity->countries, (std::vector<std::string>{"RU"})) << name;
  }
}

}  // namespace
}  // namespace chancery
