// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/month_names.h"

#include <gtest/gtest.h>

#include "corpus/published_date.h"

namespace chancery {
namespace {

TEST(MonthNames, OfOtherLanguages) {
  for (const char* text :
       {"26 décembre 2018", "mercredi 26 déc. 2018", "26. Dezember 2018", "26 de diciembre de 2018",
        "mar. 26 dic. 2018", "26 de dezembro de 2018", "26 dez 2018", "26 dicembre 2018",
        "26 декабря 2018 г.", "26 дек. 2018", "26 грудня 2018", "26 december 2018",
        "26 Aralık 2018 Çarşamba", "26 ARALIK 2018", "26 grudnia 2018 r.", "٢٦ ديسمبر ٢٠١٨",
        "26 ديسمبر، 2018", "diciembre 26 de 2018", "Wednesday the 26th of December 2018"}) {
    const auto date = parse_published_date(text);
    EXPECT_EQ(date ? to_iso(*date) : "none", "2018-12-26") << text;
  }
  const struct {
    const char* text;
    const char* day;
  } cases[] = {{"1er août 2019", "2019-08-01"}, {"3. März 2019", "2019-03-03"},
               {"14 mrt 2019", "2019-03-14"},   {"5 mai 2019", "2019-05-05"},
               {"7 Şubat 2019", "2019-02-07"},  {"9 października 2019", "2019-10-09"},
               {"2 out. 2019", "2019-10-02"},   {"martes, 5 de marzo de 2019", "2019-03-05"},
               {"6 июня 2019", "2019-06-06"},   {"5 Mart 2019", "2019-03-05"},
               {"Jänner 4, 2019", "2019-01-04"}};
  for (const auto& c : cases) {
    const auto date = parse_published_date(c.text);
    EXPECT_EQ(date ? to_iso(*date) : "none", c.day) << c.text;
  }
}

TEST(MonthNames, AWordIsNoMonthWithoutANumberBesideIt) {
  EXPECT_EQ(with_english_months("set out in may 2018"), "set out in may 2018");
  EXPECT_EQ(with_english_months("mars, gen"), "mars, gen");
  EXPECT_EQ(with_english_months("2018-12-26T10:00:00Z"), "2018-12-26T10:00:00Z");
}

}  // namespace
}  // namespace chancery
