// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/search.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/error.h"
#include "searcher/deadline.h"
#include "tests/unit/searcher/test_index.h"

namespace chancery {
namespace {

const Index& archive() {
  static const TestIndex index({
      make_article("a", "Lavrov in Tehran",
                   "Sergei Lavrov met Javad Zarif in Tehran. They spoke of nuclear negotiations.",
                   Date{2018, 12, 24}),
      make_article("b", "Qureshi in Moscow",
                   "Shah Mahmood Qureshi met Sergey Lavrov in Moscow. The peace process went on.",
                   Date{2018, 12, 26}, "Dawn"),
      make_article("c", "Poland votes",
                   "Poles voted on Sunday. The process of peace was no theme. Nuclear power was.",
                   Date{2015, 10, 25}),
      make_article("d", "No day", "Poland has a nuclear plan.", std::nullopt),
      make_article("e", "Bush and Gorbachev", "George Bush met Mikhail Gorbachev in Helsinki.",
                   Date{1990, 9, 9}),
      make_article("f", "Bush in Baghdad", "George W. Bush went to Baghdad.", Date{2003, 11, 27}),
  });
  static const Index opened = index.open();
  return opened;
}

std::string ids(const SearchRequest& request) {
  std::vector<std::string> found;
  for (const Hit& hit : search(request, archive()).hits) found.push_back(hit.article.id);
  std::sort(found.begin(), found.end());
  std::string joined;
  for (const std::string& id : found) joined += id;
  return joined;
}

SearchRequest words(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return request;
}

TEST(Search, TheQueryLanguage) {
  const struct {
    const char* query;
    const char* ids;
  } cases[] = {
      {"negotiation", "a"},
      {"nuclear process", "abcd"},
      {"nuclear AND process", "c"},
      {"\"peace process\"", "b"},
      {"nuclear -Poland", "a"},
      {"nuclear NOT Poland", "a"},
      {"(Moscow OR Helsinki) AND met", "be"},
      {"title:Bush", "ef"},
      {"person:Zarif", "a"},
      {"person:\"Sergey Lavrov\" process", "b"},
      {"country:PL nuclear", "cd"},
      {"source:Dawn", "b"},
      {"date:2018-12 Lavrov", "ab"},
      {"date:2003..2016", "cf"},
      {"-nuclear", "bef"},
      {"unheardof", ""},
      {"\"", "abcdef"},
      {"nuclear \"", "acd"},
      {"Lavrov (", "ab"},
      {"AND OR NOT", "abcdef"},
      {"place:Helsinki", "e"},
      {"country:FI", "e"},
      {"negotiat*", "a"},
      {"pro*", "bc"},
      {"xyz*", ""},
      {"met NEAR/2 Lavrov", "ab"},
      {"Sergei NEAR/1 met", ""},
      {"\"peace process\" NEAR/9 went", "b"},
      {"met NEAR/2 (Zarif OR Lavrov)", "ab"},
      {"peace person:Nobody", ""},
      {"Mosc* NEAR/3 Lavrov", "b"},
      {"the peace", "bc"},
      {"\"was no theme\"", "c"},
  };
  for (const auto& c : cases) EXPECT_EQ(ids(words(c.query)), c.ids) << c.query;
}

TEST(Search, Filters) {
  const auto filtered = [](Field field, std::vector<std::string> any,
                           std::vector<std::string> none) {
    SearchRequest request;
    request.filters[field] = {std::move(any), std::move(none)};
    return ids(request);
  };
  EXPECT_EQ(filtered(Field::person, {"Lavrov"}, {}), "ab");
  EXPECT_EQ(filtered(Field::person, {"Sergei Lavrov"}, {}), "ab");
  EXPECT_EQ(filtered(Field::person, {"Lavrov, Sergey"}, {}), "ab");
  EXPECT_EQ(filtered(Field::person, {"sergey-lavrov"}, {"Zarif"}), "b");
  EXPECT_EQ(filtered(Field::person, {"Zarif", "Qureshi"}, {}), "ab");
  EXPECT_EQ(filtered(Field::country, {"ru"}, {}), "b");
  EXPECT_EQ(filtered(Field::country, {"Russia"}, {}), "b");
  EXPECT_EQ(filtered(Field::country, {}, {"RU", "Poland"}), "aef");
  EXPECT_EQ(filtered(Field::language, {"en"}, {}), "abcdef");
  EXPECT_EQ(filtered(Field::organisation, {"Nobody"}, {}), "");
}

TEST(Search, APhraseIsReadInTheLanguageOfEachArticle) {
  // In French the stem of "their" is "the".
  Article french =
      make_article("fr", "Entretiens", "Ils continuent les entretiens.", Date{2018, 1, 3});
  french.language = "fr";
  const TestIndex made(
      {make_article("the", "Talks", "They continue the talks.", Date{2018, 1, 1}),
       make_article("their", "Talks", "They continue their talks.", Date{2018, 1, 2}), french});
  const Index index = made.open();
  const auto found = [&index](const std::string& query) {
    std::string joined;
    for (const Hit& hit : search(words(query), index).hits) joined += hit.article.id + ' ';
    return joined;
  };
  EXPECT_EQ(found("\"continue their\""), "their ");
  EXPECT_EQ(found("\"continuent les\""), "fr ");
}

// Several of each weight.
TEST(Search, TheBestOfAPhraseAreTheSameWhetherAllAreCountedOrNot) {
  std::vector<Article> articles;
  for (size_t i = 0; i < 600; ++i) {
    std::string text;
    for (size_t times = 0; times < 1 + i % 7; ++times)
      text += i % 3 == 0   ? "The peace process. "
              : i % 3 == 1 ? "A process of peace. "
                           : "Peace, in a process. ";
    text += i % 30 == 2 ? "The treaty text." : "The text of a treaty.";
    articles.push_back(make_article("a" + std::to_string(i), "Day", text,
                                    Date{2000 + static_cast<int>(i % 20), 1, 1}));
  }
  const TestIndex made(articles);
  const Index index = made.open();
  for (const char* query :
       {"\"peace process\"", "\"treaty text\"", "\"peace process\" treaty",
        "process -\"peace process\"", "peace NEAR/2 process", "title:day \"treaty text\""}) {
    for (const size_t offset : {0, 3, 17}) {
      SearchRequest request = words(query);
      request.offset = offset;
      const Results counted = search(request, index);
      request.total = false;
      const Results best = search(request, index);
      ASSERT_EQ(best.hits.size(), counted.hits.size()) << query;
      for (size_t i = 0; i < best.hits.size(); ++i) {
        EXPECT_EQ(best.hits[i].article.id, counted.hits[i].article.id)
            << query << " from " << offset;
        EXPECT_EQ(best.hits[i].score, counted.hits[i].score) << query << " from " << offset;
      }
    }
  }
}

TEST(Search, TooManyPrefixesAreRefused) {
  std::string query;
  for (char c = 'a'; c < 'a' + 20; ++c) query += std::string{c} + "a* ";
  EXPECT_NO_THROW(search(words(query), archive()));
  EXPECT_THROW(search(words(query + "(xa* OR y)"), archive()), UsageError);
}

TEST(Search, AllPersonsMeansEveryOne) {
  SearchRequest request;
  request.filters[Field::person].any = {"Lavrov", "Qureshi"};
  EXPECT_EQ(ids(request), "ab");
  request.all_persons = true;
  EXPECT_EQ(ids(request), "b");
}

TEST(Search, DatesIncludeTheirEndsAndLeaveOutTheUndated) {
  SearchRequest request;
  request.dates = DateSpan{{2003, 11, 27}, {2018, 12, 24}};
  EXPECT_EQ(ids(request), "acf");
}

TEST(Search, OrderPutsUndatedLast) {
  SearchRequest request;
  const auto order = [&request] {
    std::string joined;
    for (const Hit& hit : search(request, archive()).hits) joined += hit.article.id;
    return joined;
  };
  EXPECT_EQ(order(), "bacfed");
  request.sort = Sort::oldest;
  EXPECT_EQ(order(), "efcabd");
  request.offset = 2;
  request.limit = 2;
  EXPECT_EQ(order(), "ca");
}

TEST(Search, FacetsCountOverAllHits) {
  SearchRequest request = words("nuclear OR Lavrov");
  request.limit = 1;
  request.facets = {Field::person, Field::country, Field::year, Field::month, Field::source};
  const Results results = search(request, archive());
  EXPECT_EQ(results.total, 4U);
  EXPECT_TRUE(results.total_is_exact);
  const auto shown = [&results](size_t facet) {
    std::string joined;
    for (const FacetValue& value : results.facets.at(facet).values) {
      joined += value.key + "=" + std::to_string(value.count) + " ";
    }
    return joined;
  };
  EXPECT_EQ(shown(0).substr(0, 16), "sergey-lavrov=2 ");
  EXPECT_EQ(results.facets[0].values[0].name, "Sergey Lavrov");
  EXPECT_EQ(shown(2), "2015=1 2018=2 ");
  EXPECT_EQ(shown(3), "2015-10=1 2018-12=2 ");
  EXPECT_EQ(shown(4), "wire=3 dawn=1 ");
  EXPECT_EQ(results.facets[4].values[0].name, "Wire");
}

TEST(Search, AFilterAloneHighlightsTheNameAsTheArticleWritesIt) {
  SearchRequest request;
  request.filters[Field::person].any = {"Sergey Lavrov"};
  request.filters[Field::country].any = {"IR"};
  const Results results = search(request, archive());
  ASSERT_EQ(results.hits.size(), 1U);
  std::string matched;
  for (const Fragment& fragment : results.hits[0].snippet) {
    if (fragment.match) matched += fragment.text + "|";
  }
  EXPECT_EQ(matched, "Sergei Lavrov|Tehran|");
}

TEST(Search, AnUnknownCountryIsAUsageErrorAnUnknownPersonNone) {
  SearchRequest request;
  request.filters[Field::country].any = {"Rusia"};
  try {
    search(request, archive());
    FAIL();
  } catch (const UsageError& error) {
    EXPECT_EQ(std::string(error.what()), "no country is called 'Rusia'; did you mean: Russia?");
  }
  request.filters.clear();
  request.filters[Field::person].any = {"Lavrow"};
  const Results results = search(request, archive());
  EXPECT_EQ(results.total, 0U);
  EXPECT_EQ(results.suggestion, "Sergey Lavrov");
}

TEST(Search, SeveralOfOneNameAreSaid) {
  SearchRequest request;
  request.filters[Field::person].any = {"Bush"};
  const Results results = search(request, archive());
  EXPECT_EQ(results.total, 1U);
  ASSERT_EQ(results.notes.size(), 1U);
  EXPECT_NE(results.notes[0].find("'Bush' is read as George"), std::string::npos)
      << results.notes[0];
}

TEST(Search, ABadDateInTheQueryIsAUsageError) {
  EXPECT_THROW(search(words("date:2018-13"), archive()), UsageError);
  EXPECT_THROW(search(words("date:2019..2018"), archive()), UsageError);
}

TEST(Search, AWordThatNoArticleHasBringsTheNearestOne) {
  EXPECT_EQ(search(words("nuclaer process"), archive()).suggestion, "nuclear process");
  EXPECT_EQ(search(words("\"peace\" Helsinkx"), archive()).suggestion, "\"peace\" helsinki");
  EXPECT_EQ(search(words("xqzzyw"), archive()).suggestion, "");
  EXPECT_EQ(search(words("nuclaer nuclaar nucleor muclear nucleaf nuclrar"), archive()).suggestion,
            "")
      << "so many are no slips";
}

TEST(Search, AMistakeInTheQueryNamesItsColumn) {
  const auto error = [](const std::string& query) -> std::string {
    try {
      search(words(query), archive());
      return "";
    } catch (const UsageError& thrown) {
      return thrown.what();
    }
  };
  EXPECT_EQ(
      error("Élysée date:2018-13"),
      "date:2018-13 at column 8 is no date; write YYYY, YYYY-MM or YYYY-MM-DD, a span as FROM..TO");
  EXPECT_EQ(error("talks country:Rusia"),
            "no country is called 'Rusia' at column 7; did you mean: Russia?");
  EXPECT_EQ(error(std::string(30'000, 'x')), "the query is longer than 20000 characters");
}

TEST(Search, TheNextPageGoesOnBehindTheCursorThoughTheIndexHasGrown) {
  std::vector<Article> articles;
  for (int day = 1; day <= 6; ++day) {
    articles.push_back(make_article(std::string(1, static_cast<char>('a' + day)), "T", "Peace.",
                                    Date{2018, 1, day}));
  }
  SearchRequest request;
  request.limit = 2;
  const TestIndex small(articles);
  const Results page = search(request, small.open());
  EXPECT_EQ(page.next, "2:f");
  articles.push_back(make_article("new", "T", "Peace.", Date{2019, 1, 1}));
  request.after = page.next;
  const TestIndex grown(articles);
  const Results second = search(request, grown.open());
  ASSERT_EQ(second.hits.size(), 2U);
  EXPECT_EQ(second.hits[0].article.id, "e");
  EXPECT_EQ(second.first, 3U);
  request.after = "x";
  EXPECT_THROW(search(request, archive()), UsageError);
}

TEST(Search, ASearchForAPersonFindsTheOtherSpellingsOfTheName) {
  const TestIndex index({make_article("a", "T", "Volodymyr Zelenskyy spoke.", Date{2022, 5, 1}),
                         make_article("b", "T", "President Zelensky left.", Date{2022, 5, 2}),
                         make_article("c", "T", "Volodymyr Groysman spoke.", Date{2022, 5, 3})});
  EXPECT_EQ(search(words("Zelensky"), index.open()).total, 2U);
  EXPECT_EQ(search(words("\"Zelensky\""), index.open()).total, 1U);
}

TEST(Search, EntitiesThatWordsNameRankHigher) {
  const TestIndex index(
      {make_article("a", "T", "A Polish joke about talks with the baker of the village was told.",
                    Date{2018, 1, 1}),
       make_article("b", "T",
                    "Poland and Warsaw held talks. Polish ministers left Gdansk for home.",
                    Date{2018, 1, 1})});
  EXPECT_EQ(search(words("Polish talks"), index.open()).hits.at(0).article.id, "b");
}

TEST(Search, CopiesOfOneStoryAreOneHit) {
  const std::string story =
      "The two ministers met in Vienna on Monday and agreed to go on with the talks about the border in spring. ";
  const TestIndex index(
      {make_article("a", "T", story + "They left at night for home.", Date{2018, 1, 1}),
       make_article("b", "T", story + "They left at night for home.", Date{2018, 1, 2}),
       make_article(
           "c", "T",
           "In Vienna the talks of the bakers about bread and the price of flour went on for many days.",
           Date{2018, 1, 3})});
  SearchRequest request = words("talks");
  EXPECT_EQ(search(request, index.open()).total, 3U);
  request.collapse = true;
  const Results results = search(request, index.open());
  EXPECT_EQ(results.total, 2U);
  size_t copies = 0;
  for (const Hit& hit : results.hits) copies += hit.copies;
  EXPECT_EQ(copies, 1U);
}

TEST(Search, CrossCountsWhoAppearsWithWhich) {
  SearchRequest request;
  request.cross = {Field::person, Field::place};
  const Results results = search(request, archive());
  ASSERT_TRUE(results.cross);
  bool found = false;
  for (const CrossCount& one : results.cross->counts) {
    if (one.row.key != "sergey-lavrov") continue;
    EXPECT_EQ(one.count, 1U);
    found = true;
  }
  EXPECT_TRUE(found);
}

TEST(Search, CrossCountsAreThoseOfBothFilters) {
  for (const Field columns : {Field::country, Field::person, Field::year}) {
    SearchRequest request;
    request.cross = {Field::person, columns};
    const Results results = search(request, archive());
    for (const CrossCount& one : results.cross->counts) {
      SearchRequest both;
      both.query = "person:" + one.row.key + " AND " +
                   (columns == Field::year ? "date" : std::string(name_of(columns))) + ":" +
                   one.column.key;
      EXPECT_EQ(search(both, archive()).total, one.count) << both.query;
    }
  }
}

TEST(Search, ATimeLimitThatIsUpEndsTheSearch) {
  SearchRequest request = words("nuclear NEAR/9 p*");
  const size_t total = search(request, archive()).total;
  request.time_limit = std::chrono::hours(1);
  EXPECT_EQ(search(request, archive()).total, total);
  request.time_limit = std::chrono::milliseconds(-1);
  EXPECT_THROW(search(request, archive()), TooSlow);
}

TEST(Search, TheTimelineHasEveryPeriodWithAHit) {
  SearchRequest request;
  request.timeline = Field::day;
  const Results results = search(request, archive());
  ASSERT_EQ(results.timeline->values.size(), 5U);
  EXPECT_EQ(results.timeline->values.back().key, "2018-12-26");
}

TEST(Search, RecencyBringsTheNewerArticleFirst) {
  SearchRequest request = words("nuclear");
  request.recency_days = 30;
  EXPECT_EQ(search(request, archive()).hits.at(0).article.id, "a");
}

TEST(Search, LikeFindsArticlesOnTheSameAndNotItself) {
  SearchRequest request;
  request.like = "a";
  const Results results = search(request, archive());
  ASSERT_FALSE(results.hits.empty());
  EXPECT_EQ(results.hits[0].article.id, "b");
  for (const Hit& hit : results.hits) EXPECT_NE(hit.article.id, "a");
  request.like = "nothing";
  EXPECT_THROW(search(request, archive()), UsageError);
}

TEST(Search, ExplainSaysHowTheQueryWasReadAndAddsUp) {
  SearchRequest request = words("the nuclear process country:PL -war");
  request.explain = true;
  const Results results = search(request, archive());
  EXPECT_EQ(results.reading, "((nuclear OR process) AND country Poland) NOT war");
  ASSERT_FALSE(results.hits.empty());
  for (const Hit& hit : results.hits) {
    double sum = 0;
    for (const ScorePart& part : hit.explanation) sum += part.weight;
    EXPECT_NEAR(sum, hit.score, 0.01) << hit.article.id;
  }
}

TEST(ViewArticle, ShowsTheWholeTextWithMatches) {
  const auto view = view_article("b", words("peace"), archive());
  ASSERT_TRUE(view);
  EXPECT_EQ(view->article.source, "Dawn");
  ASSERT_EQ(view->text.size(), 3U);
  EXPECT_EQ(view->text[1].text, "peace");
  EXPECT_FALSE(view_article("zzz", {}, archive()));
}

}  // namespace
}  // namespace chancery
