// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/search.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "common/error.h"
#include "searcher/cross.h"
#include "searcher/cursor.h"
#include "searcher/deadline.h"
#include "searcher/explanation.h"
#include "searcher/facets.h"
#include "searcher/query_builder.h"
#include "searcher/ranking.h"
#include "searcher/snippet.h"

namespace chancery {
namespace {

Field field_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::person: return Field::person;
    case EntityKind::country: return Field::country;
    case EntityKind::organisation: return Field::organisation;
    case EntityKind::place: return Field::place;
  }
  return Field::person;
}

void add_names(std::vector<Tag>& tags, const Index& index) {
  for (Tag& tag : tags) tag.name = index.display_name(field_of(tag.kind), tag.key);
}

// The entities that were asked for, as this article writes their names.
void highlight_entities(const std::vector<Tag>& tags, BuiltQuery& built) {
  built.highlighter.clear_names();
  for (const auto& [field, key] : built.entities) {
    for (const Tag& tag : tags) {
      if (field_of(tag.kind) != field || tag.key != key) continue;
      for (const std::string& surface : tag.surfaces) built.highlighter.add_name(surface);
    }
  }
}

Hit make_hit(const RankedArticle& ranked, const Index& index, BuiltQuery& built,
             const SearchRequest& request) {
  Hit hit;
  hit.score = ranked.score;
  hit.copies = ranked.copies;
  if (request.ids_only) {
    hit.article.id = index.article_id(ranked.id);
    return hit;
  }
  StoredArticle stored = index.stored_article(ranked.id);
  highlight_entities(stored.tags, built);
  const std::string& language = stored.article.language;
  hit.title = highlight_all(stored.article.title, language, built.highlighter);
  if (request.snippet_length > 0)
    hit.snippet =
        make_snippet(stored.article.text, language, built.highlighter, request.snippet_length);
  hit.tags = std::move(stored.tags);
  add_names(hit.tags, index);
  for (const Tag& tag : hit.tags) {
    const std::pair asked(field_of(tag.kind), tag.key);
    if (std::find(built.entities.begin(), built.entities.end(), asked) != built.entities.end())
      hit.wanted.emplace_back(tag.kind, tag.key);
  }
  hit.article = std::move(stored.article);
  hit.article.text.clear();
  return hit;
}

// Behind the cursor's article, wherever it stands by now; where it is gone, at the rank that it
// had.
size_t first_rank(const SearchRequest& request, const Index& index, Ranking& ranking) {
  constexpr size_t most_moved = 1000;
  if (request.after.empty()) return request.offset;
  const auto cursor = parse_cursor(request.after);
  if (!cursor)
    throw UsageError("--after: '" + request.after +
                     "' is no cursor; take it from `next` of a JSON answer");
  const auto found = index.find_article(cursor->id);
  if (!found) return cursor->rank;
  const size_t reach = std::min<size_t>(cursor->rank, index.database().get_doccount()) + most_moved;
  const std::vector<RankedArticle> before = ranking.page(0, reach);
  const auto at = std::find_if(before.begin(), before.end(),
                               [&found](const RankedArticle& one) { return one.id == *found; });
  return at == before.end() ? cursor->rank : static_cast<size_t>(at - before.begin()) + 1;
}

// What is counted over all hits while they are matched.
class Spies {
 public:
  explicit Spies(const SearchRequest& request) {
    for (const Field field : request.facets) facets_.push_back(&counter(field));
    if (request.timeline) timeline_ = &counter(*request.timeline);
    if (request.cross)
      cross_ = std::pair(&counter(request.cross->first), &counter(request.cross->second));
  }

  std::vector<Xapian::MatchSpy*> all() const {
    std::vector<Xapian::MatchSpy*> spies;
    for (const auto& [field, counter] : counters_) spies.push_back(counter.get());
    return spies;
  }

  void report(const SearchRequest& request, const Index& index, const Xapian::Query& query,
              Results& results) const {
    for (const FacetCounter* counter : facets_)
      results.facets.push_back(counter->facet(index, request.facet_limit));
    if (timeline_ != nullptr) results.timeline = timeline_->facet(index, SIZE_MAX);
    if (!request.cross) return;
    results.cross = index.has_servers()
                        ? cross_by_rows(index, query, *request.cross, request.facet_limit)
                        : cross(request, index, query);
  }

 private:
  // What is wanted twice is counted once.
  FacetCounter& counter(Field field) {
    std::unique_ptr<FacetCounter>& counter = counters_[field];
    if (!counter) counter = std::make_unique<FacetCounter>(field);
    return *counter;
  }

  Cross cross(const SearchRequest& request, const Index& index, const Xapian::Query& query) const {
    CrossCounter pairs(*request.cross, cross_.first->facet(index, request.facet_limit).values,
                       cross_.second->facet(index, request.facet_limit).values);
    Xapian::Enquire enquire(index.database());
    enquire.set_query(query);
    enquire.add_matchspy(&pairs);
    enquire.get_mset(0, 0, index.database().get_doccount());
    return pairs.cross();
  }

  std::map<Field, std::unique_ptr<FacetCounter>> counters_;
  std::vector<const FacetCounter*> facets_;
  const FacetCounter* timeline_ = nullptr;
  std::pair<const FacetCounter*, const FacetCounter*> cross_{};
};

}  // namespace

Results search(const SearchRequest& request, const Index& index) {
  const auto deadline =
      request.time_limit ? std::optional<Deadline>(*request.time_limit) : std::nullopt;
  BuiltQuery built = build_query(request, index);
  // A stock server cannot look at our clock; its own time limit is --timeout.
  const Xapian::Query query =
      deadline && !index.has_servers() ? deadline->watch(built.query) : built.query;
  const Sort sort = request.sort.value_or(built.has_text ? Sort::relevance : Sort::newest);
  Ranking ranking(index, query, sort, built.has_text, request.collapse);
  const Spies spies(request);
  Results results;
  results.first = first_rank(request, index, ranking);
  const std::vector<Xapian::MatchSpy*> counters = spies.all();
  const std::vector<RankedArticle> page =
      request.total || built.compares_positions || !counters.empty()
          ? ranking.page(results.first, request.limit, counters)
          : ranking.best(results.first, request.limit);
  if (deadline) deadline->check();
  results.total = ranking.total();
  results.total_is_exact = ranking.total_is_exact();
  for (const RankedArticle& ranked : page) {
    results.hits.push_back(make_hit(ranked, index, built, request));
    if (deadline) deadline->check();
  }
  if (!results.hits.empty() && results.first + results.hits.size() < results.total) {
    results.next = to_text({results.first + results.hits.size(), results.hits.back().article.id});
  }
  spies.report(request, index, query, results);
  if (request.explain) {
    explain(built.parts, index, results.hits);
    results.reading = std::move(built.reading);
  }
  results.notes = std::move(built.notes);
  results.suggestion = std::move(built.suggestion);
  results.missing = index.missing();
  return results;
}

std::optional<ArticleView> view_article(const std::string& id, const SearchRequest& request,
                                        const Index& index) {
  const auto found = index.find_article(id);
  if (!found) return std::nullopt;
  StoredArticle stored = index.stored_article(*found);
  BuiltQuery built = build_query(request, index);
  highlight_entities(stored.tags, built);
  ArticleView view;
  const std::string& language = stored.article.language;
  view.title = highlight_all(stored.article.title, language, built.highlighter);
  view.text = highlight_all(stored.article.text, language, built.highlighter);
  view.tags = std::move(stored.tags);
  add_names(view.tags, index);
  view.article = std::move(stored.article);
  return view;
}

}  // namespace chancery
