// SPDX-License-Identifier: GPL-2.0-or-later
/// Pages of news sites: the body out of its furniture, the metadata, and pages that mean harm.
#include <gtest/gtest.h>

#include "common/error.h"
#include "corpus/html/html_page.h"
#include "corpus/html/html_tree.h"
#include "corpus/html/json_ld.h"
#include "corpus/html/main_text.h"
#include "corpus/html/visible_date.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

const std::string first =
    "The envoys met on Monday in Geneva, two days before the truce ends, and spoke for six hours behind closed doors.";
const std::string second =
    "Nobody would say afterwards whether they had agreed, but both sides, one of them said, will be back in the morning.";
const std::string body = "<p>" + first + "</p><p>" + second + "</p>";
const std::string both = first + "\n" + second;

std::string page(const std::string& head, const std::string& content) {
  return "<!DOCTYPE html><html lang='en-GB'><head>" + head + "</head><body>" + content +
         "</body></html>";
}

Article article_of(const std::string& text) {
  const Read got = read(html, text);
  EXPECT_EQ(got.articles.size(), 1U) << text;
  return got.articles.empty() ? Article() : got.articles[0];
}

TEST(Html, TheBodyComesWithoutItsFurniture) {
  const struct {
    const char* what;
    std::string content;
    std::string text;
  } cases[] = {
      {"navigation and footer",
       "<nav><a href='/'>Home</a></nav><h1>T</h1>" + body +
           "<footer>All rights reserved, wherever in the world the reader may be.</footer>",
       both},
      {"comments longer than the article",
       "<div class='story'>" + body + "</div><div id='comments'>" + body + body + body + "</div>",
       both},
      {"captions",
       "<article><p>" + first +
           "</p><figure><img><figcaption>The hotel, seen from the lake on Monday.</figcaption></figure><p>" +
           second + "</p></article>",
       both},
      {"teasers",
       "<div>" + body +
           "</div><ul><li><a href='/a'>Another story of that day</a></li><li><a href='/b'>And one more</a></li></ul>",
       both},
      {"advertisements between",
       "<div><p>" + first + "</p><div>Advertisement</div><p>" + second + "</p></div>", both},
      {"read also, and what it heads",
       "<div>" + body + "<p>Read also</p><p><a href='/a'>What the envoys wore</a></p></div>", both},
      {"div and br for p", "<div id='x'>" + first + "<br><br>" + second + "</div>", both},
      {"a body in two elements",
       "<main><div class='part'><p>" + first +
           "</p></div><div class='box-ad'>Buy!</div><div class='part'><p>" + second +
           "</p></div></main>",
       both},
      {"subheadings, lists, quotations",
       "<article><p>" + first +
           "</p><h2>No word</h2><blockquote>“We shall see.”</blockquote><ul><li>One point</li></ul><p>" +
           second + "</p></article>",
       first + "\nNo word\n“We shall see.”\nOne point\n" + second},
      {"a heading over nothing", "<article>" + body + "<h3>Most read</h3></article>", both},
      {"the page in a form", "<form>" + body + "</form>", both},
      {"a wrapper named after what it also has",
       "<div class='page with-sidebar has-comments'>" + body + "</div>", both},
      {"tags of the article as classes",
       "<article class='post tag-advertising category-video'>" + body + "</article>", both},
      {"script and style", "<script>var p = '<p>no</p>';</script><style>p { }</style>" + body,
       both},
      {"what is hidden", body + "<div style='display: none'><p>" + first + "</p></div>", both},
  };
  for (const auto& c : cases)
    EXPECT_EQ(article_of(page("<title>T</title>", c.content)).text, c.text) << c.what;
}

TEST(Html, WritingWithoutSpacesOrWithOtherMarksIsProse) {
  for (
      const char* text :
      {"外交部长星期一在日内瓦会见了各方代表，双方讨论了停火协议的延长问题，会谈持续了六个小时。",
       "外相は月曜日にジュネーブで各国の代表と会談し、停戦の延長について六時間にわたり協議した。",
       "Посланники встретились в понедельник в Женеве, за два дня до конца перемирия, и говорили шесть часов.",
       "التقى المبعوثون يوم الاثنين في جنيف، قبل يومين من انتهاء الهدنة، وتحدثوا ست ساعات خلف أبواب مغلقة."}) {
    const std::string twice = "<p>" + std::string(text) + "</p><p>" + text + "</p>";
    EXPECT_EQ(
        article_of(page("<title>T</title>",
                        "<ul><li><a href='/'>首页 Главная</a></li></ul><div>" + twice + "</div>"))
            .text,
        std::string(text) + "\n" + text);
  }
}

TEST(Html, MetadataComeFromWhereTheSiteHasThem) {
  const struct {
    std::string head;
    std::string content;
    const char* article;
  } cases[] = {
      {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"The Wire\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"A &amp; B\","
       "\"datePublished\":\"2018-12-26T23:30:00-05:00\",\"author\":[{\"name\":\"C D\"},{\"name\":\"E F\"}],\"publisher\":{\"@id\":\"#o\"},\"url\":\"https://w.example/1\"}]}</script>",
       "", "https://w.example/1|A & B||2018-12-26|The Wire|C D, E F||en"},
      {"<meta property='og:title' content='A | Wire'><meta property='og:site_name' content='Wire'><meta property='article:published_time' content='2018-12-26T10:00:00+03:00'>"
       "<meta name='author' content='By C D'><link rel='canonical' href='https://w.example/a'>",
       "", "https://w.example/a|A||2018-12-26|Wire|C D||en"},
      {"<title>Headline - Wire</title><meta name='pubdate' content='20181226'>",
       "<h1>Headline</h1><span class='byline'>By C D</span>", "|Headline||2018-12-26||C D||en"},
      {"<title>H</title>", "<h1>H</h1><time datetime='2018-12-26'>a day ago</time>",
       "|H||2018-12-26||||en"},
      {"<title>H</title><link rel='canonical' href='https://www.w.example/2018/12/26/h'>", "",
       "https://www.w.example/2018/12/26/h|H||2018-12-26|w.example|||en"},
      {"<title>H</title>", "<h1>H</h1><p>26. Dezember 2018, 10:00 Uhr</p>", "|H||2018-12-26||||en"},
      // A time in UTC, and the address has the day where the publisher is.
      {"<title>H</title><link rel='canonical' href='https://w.example/2018/12/25/h'><meta property='article:published_time' content='2018-12-26T03:00:00Z'>",
       "", "https://w.example/2018/12/25/h|H||2018-12-25|w.example|||en"},
      // A template's date where there is none.
      {"<title>H</title><meta property='article:published_time' content='0001-01-01T00:00:00Z'><meta name='date' content='2018-12-26'>",
       "", "|H||2018-12-26||||en"},
  };
  for (const auto& c : cases) {
    Article article = article_of(page(c.head, c.content + body));
    EXPECT_TRUE(article.text.ends_with(both)) << article.text;
    article.text.clear();
    EXPECT_EQ(shown(article), c.article);
  }
}

TEST(Html, BrokenJsonLdIsReadWhereItCanBe) {
  for (const char* script :
       {"{\"@type\":\"NewsArticle\",\"headline\":\"H\",}",
        "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"H\"} -->",
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"H\"}\n//]]>",
        "[{\"@type\":\"BlogPosting\",\"headline\":\"H\",\"keywords\":[\"a\",],}]",
        "{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"description\":\"two\nlines\"}"}) {
    EXPECT_EQ(read_json_ld({script}).headline, "H") << script;
  }
  EXPECT_FALSE(
      read_json_ld({"{\"@type\":\"NewsArticle\"", "", "no", std::string(100000, '[')}).found);
}

TEST(Html, JsonLdNamesWhomTheArticleIsAbout) {
  const JsonLdArticle got = read_json_ld(
      {R"({"@type":"NewsArticle","about":[{"@type":"Person","name":"A B"},{"@type":"Thing","name":"x"}],
      "mentions":{"@type":"Country","name":"Norway"},"keywords":"arms control, talks","articleSection":["World"]})"});
  ASSERT_EQ(got.tags.size(), 2U);
  EXPECT_EQ(got.tags[0].name, "A B");
  EXPECT_EQ(got.tags[1].kind, EntityKind::country);
  EXPECT_EQ(got.subjects, (std::vector<std::string>{"arms control", "talks", "World"}));
}

TEST(Html, TheSitesOwnTextServesWhereThePageHasNone) {
  const std::string ld =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"articleBody\":\"" +
      first + "\\n" + second + " " + first + "\"}</script>";
  EXPECT_EQ(article_of(page(ld, "<div id='app'></div>")).text, first + "\n" + second + " " + first);
}

TEST(Html, ASitesFirstPageIsNoArticle) {
  std::string links;
  for (int i = 0; i < 40; ++i)
    links += "<li><a href='/" + std::to_string(i) + "'>A headline of this morning</a></li>";
  const Read got = read(html, page("<meta property='og:type' content='website'><title>Wire</title>",
                                   "<ul>" + links + "</ul>"));
  EXPECT_TRUE(got.articles.empty());
  EXPECT_TRUE(got.rejects.empty());
}

TEST(Html, IsReadInItsEncoding) {
  const std::string long_text = "<p>" + first + "</p>";
  for (
      const std::string& text :
      {"<html><head><meta charset='windows-1251'><title>\xCC\xE8\xF0</title></head>" + long_text,
       "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><title>\xCC\xE8\xF0</title></head>" +
           long_text,
       // saved anew as UTF-8, the declaration left in it
       "<html><head><meta charset=\"windows-1251\"><title>Мир</title></head>" + long_text,
       "\xEF\xBB\xBF<html><title>Мир</title>" + long_text}) {
    EXPECT_EQ(recognise_format(text), &html);
    EXPECT_EQ(article_of(text).title, "Мир");
  }
}

TEST(Html, IsToldFromFeedsAndBack) {
  EXPECT_EQ(
      recognise_format(
          "<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE html PUBLIC 'x'><html xmlns='http://www.w3.org/1999/xhtml'><nitf <rss"),
      &html);
  EXPECT_EQ(recognise_format("<?xml version='1.0'?><nitf><body><html>"), &nitf);
  EXPECT_NE(recognise_format("<?xml version='1.0'?><rss><channel><item><description>&lt;html>"),
            &html);
}

TEST(Html, PagesThatMeanHarmAreRejected) {
  std::string deep = "<html>";
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  EXPECT_THROW(read(html, deep), ArticleError);
  EXPECT_THROW(read(html, "<html>" + std::string(largest_page, 'x')), ArticleError);
  std::string attributes = "<html><body";
  for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i);
  EXPECT_THROW(read(html, attributes + ">"), ArticleError);
  std::string commas = "<html><script type='application/ld+json'>{\"a\":[1";
  for (int i = 0; i < 200000; ++i) commas += " , ";
  EXPECT_EQ(read(html, commas + "]}x</script>" + body).articles.size(), 1U);  // and soon
}

TEST(Html, ALongTextInManyElementsTakesNoTime) {
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += "word ";
  for (const char* element : {"<time>", "<h1>", "<span class='byline'>"}) {
    std::string nested;
    for (int i = 0; i < 900; ++i) nested += element;
    EXPECT_EQ(read(html, page("", nested + words)).articles.size(), 1U) << element;
  }
}

TEST(VisibleDate, IsReadInTheLanguagesOfTheNews) {
  for (const char* text :
       {"26 December 2018", "Dec. 26, 2018 10:00", "26. Dezember 2018", "le 26 décembre 2018",
        "26 de diciembre de 2018", "quarta-feira, 26 de dezembro de 2018 às 20:13",
        "26 dicembre 2018", "26 декабря 2018 г.", "26 grudnia 2018", "26 Aralık 2018",
        "26 ديسمبر 2018", "2018年12月26日", "2018년 12월 26일", "26.12.2018", "12/26/2018",
        "Posted at 10:01 on 2018-12-26"}) {
    const auto date = visible_date(text, DayOrder::unknown);
    EXPECT_EQ(date ? to_iso(*date) : "none", "2018-12-26") << text;
  }
  for (const char* text : {"", "in May", "12:30:45", "30 February 2018", "05/06/2018", "2018"})
    EXPECT_FALSE(visible_date(text, DayOrder::unknown)) << text;
  EXPECT_EQ(to_iso(*visible_date("05/06/2018", day_order("pt-BR"))), "2018-06-05");
  EXPECT_EQ(to_iso(*visible_date("05/06/2018", day_order("en_US"))), "2018-05-06");
}

TEST(VisibleDate, StandsInAddresses) {
  for (const char* url : {"https://w.example/2018/12/26/x", "https://w.example/a/2018-12-26-x",
                          "https://w.example/2018/dec/26/x", "https://w.example/x-20181226.html"}) {
    const auto date = date_in_url(url);
    EXPECT_EQ(date ? to_iso(*date) : "none", "2018-12-26") << url;
  }
  for (const char* url : {"https://2018-12-26.example/x", "https://w.example/2018/12/x",
                          "https://w.example/12345678", "x"})
    EXPECT_FALSE(date_in_url(url)) << url;
}

}  // namespace
}  // namespace chancery
