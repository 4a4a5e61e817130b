// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/country_names.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(CountryNames, AreKnownInEnglishAndTheArticlesLanguage) {
  const struct {
    const char* name;
    const char* language;
    const char* code;
  } cases[] = {{"Norway", "en", "NO"},
               {"Norge", "nb", "NO"},
               {"Suomi", "fi", "FI"},
               {"france", "", "FR"},
               {"Myanmar", "en", "MM"},
               {"Burma", "en", "MM"},
               {"Bosnia and Herzegovina", "en", "BA"},
               {"USA", "en", "USA"},
               {"UK", "en", "GB"},
               {"Kentucky", "en", ""},
               {"CA", "en", ""},
               {"", "en", ""},
               {"Norge", "en", ""},
               {"Россия", "ru", "RU"},
               {"XYZ", "xx", ""}};
  for (const auto& c : cases)
    EXPECT_EQ(country_named(c.name, c.language), c.code) << c.name << " in " << c.language;
}

TEST(CountryNames, CodesAreOfTwoOrThreeLetters) {
  for (const char* code : {"RU", "rus", "DEU", "us"}) EXPECT_TRUE(is_country_code(code)) << code;
  for (const char* code : {"", "R", "XXX", "US-NV", "EUR", "643"})
    EXPECT_FALSE(is_country_code(code)) << code;
}

}  // namespace
}  // namespace chancery
