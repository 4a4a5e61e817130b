// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/search.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/error.h"
#include "tests/unit/searcher/test_index.h"

namespace chancery {
namespace {

const Index& archive() {
  static const TestIndex index({
      make_article("a", "Lavrov in Tehran", "Sergei Lavrov met Javad Zarif in Tehran. They spoke of nuclear negotiations.", Date{2018, 12, 24}),
      make_article("b", "Qureshi in Moscow", "Shah Mahmood Qureshi met Sergey Lavrov in Moscow. The peace process went on.", Date{2018, 12, 26}, "Dawn"),
      make_article("c", "Poland votes", "Poles voted on Sunday. The process of peace was no theme. Nuclear power was.", Date{2015, 10, 25}),
      make_article("d", "No day", "Poland has a nuclear plan.", std::nullopt),
      make_article("e", "Bush and Gorbachev", "George Bush met Mikhail Gorbachev in Helsinki.", Date{1990, 9, 9}),
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
  const struct { const char* query; const char* ids; } cases[] = {
      {"negotiation", "a"},        {"nuclear process", "abcd"}, {"nuclear AND process", "c"}, {"\"peace process\"", "b"},
      {"nuclear -Poland", "a"},    {"nuclear NOT Poland", "a"}, {"(Moscow OR Helsinki) AND met", "be"},
      {"title:Bush", "ef"},        {"person:Zarif", "a"},       {"person:\"Sergey Lavrov\" process", "b"},
      {"country:PL nuclear", "cd"}, {"source:Dawn", "b"},       {"date:2018-12 Lavrov", "ab"}, {"date:2003..2016", "cf"},
      {"-nuclear", "bef"},         {"unheardof", ""},           {"\"", "abcdef"},             {"nuclear \"", "acd"},
      {"Lavrov (", "ab"},          {"AND OR NOT", "abcdef"},    {"place:Helsinki", "e"},      {"country:FI", "e"},
  };
  for (const auto& c : cases) EXPECT_EQ(ids(words(c.query)), c.ids) << c.query;
}

TEST(Search, Filters) {
  const auto filtered = [](Field field, std::vector<std::string> any, std::vector<std::string> none) {
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
  EXPECT_NE(results.notes[0].find("'Bush' is read as George"), std::string::npos) << results.notes[0];
}

TEST(Search, ABadDateInTheQueryIsAUsageError) {
  EXPECT_THROW(search(words("date:2018-13"), archive()), UsageError);
  EXPECT_THROW(search(words("date:2019..2018"), archive()), UsageError);
}

TEST(ViewArticle, ShowsTheWholeTextWithMatches) {
  const auto view = view_article("b", words("peace"), archive());
  ASSERT_TRUE(view);
  EXPECT_EQ(view->article.source, "Dawn");
  ASSERT_EQ(view->text.size(), 3U);
  EXPECT_EQ(view->text[1].text, "peace");
  EXPECT_FALSE(view_article("zzz", {}, archive()));
}

TEST(Index, SaysWhatIsWrong) {
  try {
    Index index("/nonexistent/index");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()),
              "no index at '/nonexistent/index'; make one with: chancery-indexer --db /nonexistent/index INPUT...");
  }
}

TEST(Index, OneArticleTwiceIsOneArticle) {
  const TestIndex index({make_article("x", "Old", "old text", Date{2001, 1, 1}), make_article("x", "New", "new text", Date{2002, 1, 1})});
  const Index opened = index.open();
  SearchRequest request;
  const Results results = search(request, opened);
  EXPECT_EQ(results.total, 1U);
  EXPECT_EQ(results.hits.at(0).article.title, "New");
}

}  // namespace
}  // namespace chancery
