// SPDX-License-Identifier: GPL-2.0-or-later
/// Random articles, some of them replaced, and random requests: the index answers as a scan of all
/// articles does. CHANCERY_SEED=N repeats what failed; CHANCERY_ROUNDS=N tries more.
#include "tests/unit/searcher/naive_scan.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "searcher/search.h"
#include "tests/unit/searcher/test_index.h"

namespace chancery {
namespace {

const std::vector<std::string> words = {"harbour",      "treaty", "grain",  "tariffs", "tariff",
                                        "border",       "envoy",  "strike", "ballot",  "cease",
                                        "fire",         "armies", "army",   "talks",   "talking",
                                        "co-operation", "4,000",  "wheat",  "oil",     "pipeline"};
const std::vector<std::string> names = {"Sergei Lavrov",  "Angela Merkel",  "Mikhail Gorbachev",
                                        "Javad Zarif",    "Ewan Tollmarsh", "Iran",
                                        "the French",     "Tehran",         "Moscow",
                                        "Warsaw",         "Chad",           "NATO",
                                        "United Nations", "Geneva",         "Brazil"};
const std::vector<std::string> sources = {"Reuters", "Baltic Courier", "Dawn", "AP"};
const std::vector<std::string> subjects = {"arms control", "trade", "elections"};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  size_t below(size_t end) { return std::uniform_int_distribution<size_t>(0, end - 1)(engine_); }
  bool one_in(size_t n) { return below(n) == 0; }
  const std::string& of(const std::vector<std::string>& list) { return list[below(list.size())]; }

  Date date() {
    const int year = 1988 + static_cast<int>(below(4));
    const int month = 1 + static_cast<int>(below(12));
    return {year, month,
            1 + static_cast<int>(below(static_cast<size_t>(days_in_month(year, month))))};
  }

  std::string text(size_t length) {
    std::string text;
    for (size_t i = 0; i < length; ++i)
      text += (i == 0 ? "" : i % 9 == 8 ? ". " : " ") + (one_in(6) ? of(names) : of(words));
    return text;
  }

  Article article(size_t number) {
    Article made = make_article(std::to_string(number), text(1 + below(5)), text(1 + below(40)),
                                one_in(8) ? std::nullopt : std::optional(date()), of(sources));
    if (one_in(3)) made.dateline = of(names);
    for (const std::string& subject : subjects) {
      if (one_in(4)) made.subjects.push_back(subject);
    }
    if (one_in(5)) made.editor_tags.push_back({EntityKind::country, "", one_in(2) ? "PL" : "IR"});
    return made;
  }

  ScanQuery query(size_t depth) {
    using Kind = ScanQuery::Kind;
    if (depth > 0 && !one_in(3)) {
      const Kind kind = std::vector{Kind::both, Kind::either, Kind::without}[below(3)];
      return {kind, {}, {query(depth - 1), query(depth - 1)}};
    }
    switch (below(6)) {
      case 0: return {Kind::phrase, of(words) + " " + of(words), {}};
      case 1: return {Kind::prefix, of(words).substr(0, 3), {}};
      case 2: return {Kind::title, of(words), {}};
      default: return {Kind::word, of(words), {}};
    }
  }

  SearchRequest request(const std::vector<ScannedArticle>& articles) {
    SearchRequest made;
    for (const Field field : {Field::person, Field::country, Field::organisation, Field::place,
                              Field::source, Field::subject}) {
      for (auto* keys : {&made.filters[field].any, &made.filters[field].none}) {
        for (size_t count = one_in(4) ? 1 + below(2) : 0; count > 0; --count) {
          const auto& some = articles[below(articles.size())].keys(field);
          if (!some.empty()) keys->push_back(*some.begin());
        }
      }
    }
    made.all_persons = one_in(2);
    if (one_in(3)) {
      const Date a = date(), b = date();
      made.dates = {std::min(a, b), std::max(a, b)};
    }
    return made;
  }

 private:
  std::mt19937 engine_;
};

std::string described(const SearchRequest& request) {
  std::string text = "'" + request.query + "'";
  for (const auto& [field, filter] : request.filters) {
    for (const std::string& key : filter.any)
      text += " --" + std::string(name_of(field)) + " " + key;
    for (const std::string& key : filter.none)
      text += " --not-" + std::string(name_of(field)) + " " + key;
  }
  if (request.all_persons) text += " --all-persons";
  if (request.dates)
    text += " --from " + to_iso(request.dates->first) + " --to " + to_iso(request.dates->last);
  return text;
}

std::vector<std::string> ids_of(const Results& results) {
  std::vector<std::string> ids;
  for (const Hit& hit : results.hits) ids.push_back(hit.article.id);
  return ids;
}

void expect_facets(const Results& results, const std::vector<const ScannedArticle*>& wanted) {
  for (const Facet& facet : results.facets) {
    std::map<std::string, size_t> counts, found;
    for (const ScannedArticle* one : wanted) {
      for (const std::string& key : one->keys(facet.field)) ++counts[key];
    }
    for (const FacetValue& value : facet.values) {
      std::string key = value.key;
      std::erase(key, '-');
      found[date_digits(facet.field) > 0 ? key : value.key] = value.count;
    }
    EXPECT_EQ(found, counts) << "facet " << name_of(facet.field);
    EXPECT_EQ(facet.distinct, counts.size()) << "facet " << name_of(facet.field);
  }
}

// Pages one after the other, from the newest or the oldest on: the same hits, in the order of their
// days.
void expect_pages(SearchRequest request, const Index& index, std::vector<std::string> wanted,
                  Random& random) {
  request.facets.clear();
  request.sort = random.one_in(2) ? Sort::newest : Sort::oldest;
  request.limit = 1 + random.below(7);
  std::vector<std::string> ids;
  std::vector<std::string> days;
  for (;;) {
    const Results page = search(request, index);
    for (const Hit& hit : page.hits) {
      ids.push_back(hit.article.id);
      days.push_back(hit.article.date               ? to_digits(*hit.article.date)
                     : request.sort == Sort::newest ? "00000000"
                                                    : "99999999");
    }
    if (page.next.empty()) break;
    request.after = page.next;
  }
  EXPECT_TRUE(request.sort == Sort::newest ? std::is_sorted(days.rbegin(), days.rend())
                                           : std::is_sorted(days.begin(), days.end()));
  std::sort(ids.begin(), ids.end());
  std::sort(wanted.begin(), wanted.end());
  EXPECT_EQ(ids, wanted) << "page by page";
}

// The best alone, with nothing counted: the same hits in the same order, from any rank on.
void expect_best(SearchRequest request, const Index& index, const std::vector<std::string>& ids,
                 Random& random) {
  request.facets.clear();
  request.total = false;
  request.ids_only = random.one_in(2);
  request.offset = random.below(static_cast<unsigned>(ids.size()) + 2);
  request.limit = random.below(8);
  const size_t first = std::min(request.offset, ids.size());
  const size_t end = std::min(first + request.limit, ids.size());
  const Results best = search(request, index);
  EXPECT_EQ(ids_of(best), std::vector<std::string>(ids.begin() + static_cast<ptrdiff_t>(first),
                                                   ids.begin() + static_cast<ptrdiff_t>(end)))
      << "the best from " << first;
  EXPECT_EQ(best.total > 0, !ids.empty());
}

// Returns whether anything was found.
bool try_request(const ScanQuery& query, SearchRequest request, const Index& index,
                 const std::vector<ScannedArticle>& articles, Random& random) {
  request.query = query.written();
  request.limit = articles.size();
  request.facet_limit = 10'000;
  request.facets.assign(all_fields.begin(), all_fields.end());
  std::erase(request.facets, Field::language);
  SCOPED_TRACE(described(request));
  std::vector<const ScannedArticle*> wanted;
  std::vector<std::string> wanted_ids;
  for (const ScannedArticle& one : articles) {
    if (!one.matches(query) || !one.passes(request.filters, request.all_persons)) continue;
    if (request.dates && (!one.article.date || *one.article.date < request.dates->first ||
                          request.dates->last < *one.article.date))
      continue;
    wanted.push_back(&one);
    wanted_ids.push_back(one.article.id);
  }
  const Results results = search(request, index);
  EXPECT_EQ(results.total, wanted.size());
  EXPECT_TRUE(results.total_is_exact);
  std::vector<std::string> ids = ids_of(results);
  expect_best(request, index, ids, random);
  std::sort(ids.begin(), ids.end());
  std::sort(wanted_ids.begin(), wanted_ids.end());
  EXPECT_EQ(ids, wanted_ids);
  expect_facets(results, wanted);
  if (random.one_in(4)) expect_pages(request, index, wanted_ids, random);
  return !wanted.empty();
}

unsigned number_from(const char* variable, unsigned otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : static_cast<unsigned>(std::atoi(text));
}

TEST(NaiveScan, TheIndexAnswersAsAScanOfAllArticlesDoes) {
  const unsigned first_seed = number_from("CHANCERY_SEED", std::random_device()());
  const unsigned rounds = number_from("CHANCERY_ROUNDS", 2);
  unsigned found = 0;
  for (unsigned round = 0; round < rounds && !HasFailure(); ++round) {
    const unsigned seed = first_seed + round;
    SCOPED_TRACE("CHANCERY_SEED=" + std::to_string(seed));
    Random random(seed);
    std::vector<Article> articles;
    for (size_t i = 0, count = 1 + random.below(80); i < count; ++i)
      articles.push_back(random.article(i));
    TestIndex made(articles);
    for (int times = 0; times < 2; ++times) {  // some are replaced, some twice
      std::vector<Article> anew;
      for (Article& article : articles) {
        if (random.one_in(4)) anew.push_back(article = random.article(std::stoul(article.id)));
      }
      made.add(anew);
    }
    std::vector<ScannedArticle> scanned(articles.begin(), articles.end());
    const Index index = made.open();
    for (int i = 0; i < 150 && !HasFailure(); ++i) {
      found += try_request(random.query(random.below(4)), random.request(scanned), index, scanned,
                           random)
                   ? 1
                   : 0;
    }
  }
  std::cout << found << " of " << 150 * rounds << " requests found something\n";
  EXPECT_GE(found, rounds) << "requests so narrow tell nothing";
}

}  // namespace
}  // namespace chancery
