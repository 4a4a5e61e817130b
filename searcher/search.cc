// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/search.h"

#include <algorithm>
#include <memory>

#include "common/schema.h"
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

Hit make_hit(const Xapian::MSetIterator& match, const Index& index, BuiltQuery& built, size_t snippet_length) {
  StoredArticle stored = index.stored_article(*match);
  highlight_entities(stored.tags, built);
  Hit hit;
  hit.score = match.get_weight();
  const std::string& language = stored.article.language;
  hit.title = highlight_all(stored.article.title, language, built.highlighter);
  hit.snippet = make_snippet(stored.article.text, language, built.highlighter, snippet_length);
  hit.tags = std::move(stored.tags);
  add_names(hit.tags, index);
  hit.article = std::move(stored.article);
  hit.article.text.clear();
  return hit;
}

}  // namespace

Results search(const SearchRequest& request, const Index& index) {
  BuiltQuery built = build_query(request, index);
  Xapian::Enquire enquire(index.database());
  enquire.set_query(built.query);
  Xapian::MultiValueKeyMaker oldest_first;
  set_order(enquire, oldest_first, request.sort.value_or(built.has_text ? Sort::relevance : Sort::newest));

  std::vector<std::unique_ptr<FacetCounter>> counters;
  for (const Field field : request.facets) {
    counters.push_back(std::make_unique<FacetCounter>(field));
    enquire.add_matchspy(counters.back().get());
  }
  // All matches are looked at, so that the total and the counts are exact.
  const Xapian::doccount all = index.database().get_doccount();
  const Xapian::MSet matches = enquire.get_mset(static_cast<Xapian::doccount>(std::min<size_t>(request.offset, all)),
                                                static_cast<Xapian::doccount>(std::min<size_t>(request.limit, all)), all);
  Results results;
  results.total = matches.get_matches_estimated();
  results.total_is_exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
  for (auto at = matches.begin(); at != matches.end(); ++at) {
    results.hits.push_back(make_hit(at, index, built, request.snippet_length));
  }
  for (const auto& counter : counters) results.facets.push_back(counter->facet(index, request.facet_limit));
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
