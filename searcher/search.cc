// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/search.h"

#include <algorithm>
#include <memory>

#include "common/error.h"
#include "common/schema.h"
#include "searcher/cross.h"
#include "searcher/cursor.h"
#include "searcher/explanation.h"
#include "searcher/facets.h"
#include "searcher/query_builder.h"
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

// Undated articles come last either way.
void set_order(Xapian::Enquire& enquire, Xapian::MultiValueKeyMaker& oldest_first, Sort sort) {
  switch (sort) {
    case Sort::relevance: enquire.set_sort_by_relevance_then_value(schema::date_slot, true); break;
    case Sort::newest: enquire.set_sort_by_value_then_relevance(schema::date_slot, true); break;
    case Sort::oldest:
      oldest_first.add_value(schema::date_slot, false, "99999999");
      enquire.set_sort_by_key_then_relevance(&oldest_first, false);
      break;
  }
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

Hit make_hit(const Xapian::MSetIterator& match, const Index& index, BuiltQuery& built, const SearchRequest& request) {
  Hit hit;
  hit.score = match.get_weight();
  hit.copies = match.get_collapse_count();
  if (request.ids_only) {
    hit.article.id = index.article_id(*match);
    return hit;
  }
  StoredArticle stored = index.stored_article(*match);
  highlight_entities(stored.tags, built);
  const std::string& language = stored.article.language;
  hit.title = highlight_all(stored.article.title, language, built.highlighter);
  if (request.snippet_length > 0) hit.snippet = make_snippet(stored.article.text, language, built.highlighter, request.snippet_length);
  hit.tags = std::move(stored.tags);
  add_names(hit.tags, index);
  for (const Tag& tag : hit.tags) {
    const std::pair asked(field_of(tag.kind), tag.key);
    if (std::find(built.entities.begin(), built.entities.end(), asked) != built.entities.end()) hit.wanted.emplace_back(tag.kind, tag.key);
  }
  hit.article = std::move(stored.article);
  hit.article.text.clear();
  return hit;
}

struct Page {
  Xapian::doccount first = 0;
  Xapian::doccount size = 0;
};

// Behind the cursor's article, wherever it stands by now; where it is gone, at the rank that it had.
Page page_of(const SearchRequest& request, const Index& index, const Xapian::Enquire& enquire) {
  constexpr size_t most_moved = 1000;
  const size_t all = index.database().get_doccount();
  const auto page = [&](size_t first) {
    return Page{static_cast<Xapian::doccount>(std::min(first, all)), static_cast<Xapian::doccount>(std::min(request.limit, all))};
  };
  if (request.after.empty()) return page(request.offset);
  const auto cursor = parse_cursor(request.after);
  if (!cursor) throw UsageError("--after: '" + request.after + "' is no cursor; take it from `next` of a JSON answer");
  const std::string term = schema::id_term(cursor->id);
  const auto found = index.database().postlist_begin(term);
  if (found == index.database().postlist_end(term)) return page(cursor->rank);
  const size_t reach = std::min(cursor->rank, all) + most_moved;
  const Xapian::MSet before = enquire.get_mset(0, static_cast<Xapian::doccount>(std::min(reach, all)));
  for (auto at = before.begin(); at != before.end(); ++at) {
    if (*at == *found) return page(at.get_rank() + 1);
  }
  return page(cursor->rank);
}

// What is counted over all hits while they are matched.
class Spies {
 public:
  Spies(const SearchRequest& request, Xapian::Enquire& enquire) {
    for (const Field field : request.facets) facets_.push_back(std::make_unique<FacetCounter>(field));
    if (request.timeline) timeline_.emplace(*request.timeline);
    if (request.cross) cross_.emplace(*request.cross);
    for (const auto& counter : facets_) enquire.add_matchspy(counter.get());
    if (timeline_) enquire.add_matchspy(&*timeline_);
    if (cross_) enquire.add_matchspy(&*cross_);
  }

  void report(const SearchRequest& request, const Index& index, Results& results) const {
    for (const auto& counter : facets_) results.facets.push_back(counter->facet(index, request.facet_limit));
    if (timeline_) results.timeline = timeline_->facet(index, SIZE_MAX);
    if (cross_) results.cross = cross_->cross(index, request.facet_limit);
  }

 private:
  std::vector<std::unique_ptr<FacetCounter>> facets_;
  std::optional<FacetCounter> timeline_;
  std::optional<CrossCounter> cross_;
};

}  // namespace

Results search(const SearchRequest& request, const Index& index) {
  BuiltQuery built = build_query(request, index);
  Xapian::Enquire enquire(index.database());
  enquire.set_query(built.query);
  Xapian::MultiValueKeyMaker oldest_first;
  set_order(enquire, oldest_first, request.sort.value_or(built.has_text ? Sort::relevance : Sort::newest));
  if (request.collapse) enquire.set_collapse_key(schema::copies_slot);
  const Page page = page_of(request, index, enquire);

  Spies spies(request, enquire);
  // All matches are looked at, so that the total and the counts are exact.
  const Xapian::doccount all = index.database().get_doccount();
  const Xapian::MSet matches = enquire.get_mset(page.first, page.size, all);
  Results results;
  results.first = page.first;
  results.total = matches.get_matches_estimated();
  results.total_is_exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
  for (auto at = matches.begin(); at != matches.end(); ++at) {
    results.hits.push_back(make_hit(at, index, built, request));
  }
  if (!results.hits.empty() && page.first + results.hits.size() < results.total) {
    results.next = to_text({page.first + results.hits.size(), results.hits.back().article.id});
  }
  spies.report(request, index, results);
  if (request.explain) {
    explain(built.parts, index, results.hits);
    results.reading = std::move(built.reading);
  }
  results.notes = std::move(built.notes);
  results.suggestion = std::move(built.suggestion);
  return results;
}

std::optional<ArticleView> view_article(const std::string& id, const SearchRequest& request, const Index& index) {
  const std::string term = schema::id_term(id);
  const auto found = index.database().postlist_begin(term);
  if (found == index.database().postlist_end(term)) return std::nullopt;
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
