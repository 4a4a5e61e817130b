// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/published_date.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(PublishedDate, AsNewsFormatsWriteIt) {
  const struct { const char* text; const char* day; } cases[] = {
      {"2018-12-26", "2018-12-26"},
      {"2018-12-26T23:59:00-08:00", "2018-12-26"},
      {"20181226T180000Z", "2018-12-26"},
      {"20181226", "2018-12-26"},
      {"20181226180000", "2018-12-26"},
      {"2018/12/26", "2018-12-26"},
      {"Wed, 26 Dec 2018 10:00:00 +0300", "2018-12-26"},
      {"26 Dec 18 10:00 GMT", "2018-12-26"},
      {"December 26, 2018", "2018-12-26"},
      {"Dec. 26, 2018 at 4:30 p.m.", "2018-12-26"},
      {"Wednesday, 26th of December 2018", "2018-12-26"},
      {"26-FEB-1987 15:01:01.79", "1987-02-26"},
      {" 2-MAR-1987 04:59:52.00", "1987-03-02"},
      {"Wed Dec 26 10:00:00 2018", "2018-12-26"},
      {"26.12.2018", "2018-12-26"},
      {"12/26/2018", "2018-12-26"},
      {"26/12/2018", "2018-12-26"},
      {"05/05/2018", "2018-05-05"},
      {"1 Sept 99", "1999-09-01"},
  };
  for (const auto& c : cases) {
    const auto date = parse_published_date(c.text);
    EXPECT_EQ(date ? to_iso(*date) : "none", c.day) << c.text;
  }
}

TEST(PublishedDate, WhatIsNoDayIsNone) {
  for (const char* text : {"", "9:55 AM ET", "2018-02-30", "31 April 2018", "03/04/2018", "yesterday", "2018", "December 2018",
                           "Mayor 5 2018 x", "99999999999999999999", "26 Dec", "2018-12"}) {
    EXPECT_FALSE(parse_published_date(text)) << text;
  }
}

}  // namespace
}  // namespace chancery
