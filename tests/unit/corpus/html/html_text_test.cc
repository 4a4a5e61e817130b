// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_text.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(HtmlText, IsWhatABrowserShows) {
  const struct {
    const char* html;
    const char* text;
  } cases[] = {
      {"<p>Kabul &amp; Tehran</p><p>On Monday", "Kabul & Tehran\nOn Monday"},
      {"one<br>two<br/>three", "one\ntwo\nthree"},
      {"<b>bold</b>er <a href='x'>link</a>", "bolder link"},
      {"a<script>alert(1)</script>b<style>p{}</style>c", "abc"},
      {"wrapped\n  line &eacute;&#8211;", "wrapped line é–"},
      {"no markup at all", "no markup at all"},
      {"1 < 2 and <unknown>tag</unknown>", "1 < 2 and tag"},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(html_to_text(c.html), c.text) << c.html;
}

TEST(HtmlText, NestingHowDeepEverEnds) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  EXPECT_EQ(html_to_text(deep + "end").find("end") == std::string::npos, false);
}

TEST(TidyText, FoldsWhiteSpaceAndKeepsParagraphs) {
  EXPECT_EQ(tidy_text("  a \t b\u00A0c \n\n\n d\r\n"), "a b c\nd");
  EXPECT_EQ(tidy_line("a\nb"), "a b");
}

}  // namespace
}  // namespace chancery
