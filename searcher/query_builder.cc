// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_builder.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/schema.h"
#include "common/text_analysis.h"
#include "common/words.h"
#include "searcher/entity_lookup.h"
#include "searcher/query_entities.h"
#include "searcher/query_parser.h"
#include "searcher/stop_words.h"

namespace chancery {
namespace {

using Xapian::Query;
using Kind = QueryNode::Kind;

// Measured with tools/evaluate_ranking on the TIME queries; see the README's figures.
// How much more a word counts in the headline.
constexpr double headline_boost = 0.6;
// How much it counts that an article is tagged with what plain words name, beside the words themselves.
constexpr double person_boost = 0.5;
constexpr double country_boost = 0.3;
constexpr double organisation_boost = 0.3;
constexpr double place_boost = 0.1;

double boost_of(Field field) {
  switch (field) {
    case Field::person: return person_boost;
    case Field::country: return country_boost;
    case Field::organisation: return organisation_boost;
    default: return place_boost;
  }
}

std::string join(const std::vector<std::string>& items) {
  std::string joined;
  for (const std::string& item : items) joined += (joined.empty() ? "" : ", ") + item;
  return joined;
}

class Builder {
 public:
  Builder(const SearchRequest& request, const Index& index) : request_(request), index_(index) {
    for (const std::string& language : index.languages()) analyses_.emplace_back(language);
    if (analyses_.empty()) analyses_.emplace_back("en");
  }

  BuiltQuery build() {
    ParsedQuery parsed = parse_query(request_.query);
    built_.notes = std::move(parsed.notes);
    Query text = query_for(parsed.root, true);
    built_.has_text = !headline_terms_.empty() || !built_.highlighter.is_empty();
    if (!headline_terms_.empty()) {
      const Query headline(Query::OP_OR, headline_terms_.begin(), headline_terms_.end());
      text = Query(Query::OP_AND_MAYBE, text, Query(Query::OP_SCALE_WEIGHT, headline, headline_boost));
    }
    text = preferring_entities(text, parsed.root);
    if (text.empty()) text = Query::MatchAll;
    built_.query = filtered(text);
    return std::move(built_);
  }

 private:
  // "Russian talks" finds what has the words; of that, what is tagged with Russia ranks higher.
  Query preferring_entities(const Query& text, const QueryNode& root) const {
    std::vector<Query> named;
    for (const NamedEntity& entity : entities_named_in(plain_words(root), index_)) {
      std::vector<std::string> terms;
      for (const std::string& key : entity.keys) terms.push_back(term_of(entity.field, key));
      named.emplace_back(Query::OP_SCALE_WEIGHT, Query(Query::OP_SYNONYM, terms.begin(), terms.end()),
                         boost_of(entity.field));
    }
    if (named.empty()) return text;
    return {Query::OP_AND_MAYBE, text, Query(Query::OP_OR, named.begin(), named.end())};
  }

  // The words and phrases that are wanted, without those of fields.
  static std::string plain_words(const QueryNode& node) {
    if (node.kind == Kind::word || node.kind == Kind::phrase) return node.text;
    std::string words;
    const size_t count = node.kind == Kind::without ? 1 : node.children.size();
    for (size_t i = 0; i < count; ++i) words += plain_words(node.children[i]) + ' ';
    return words;
  }

  // `wanted`: not within NOT, so that its words are to be highlighted and its names shown.
  Query query_for(const QueryNode& node, bool wanted) {
    switch (node.kind) {
      case Kind::word:
      case Kind::phrase: return words(node.text, wanted, false);
      case Kind::field: return field(node, wanted);
      case Kind::words: return combine(node, request_.all_words ? Query::OP_AND : Query::OP_OR, wanted);
      case Kind::all_of: return combine(node, Query::OP_AND, wanted);
      case Kind::any_of: return combine(node, Query::OP_OR, wanted);
      case Kind::without: return without(node, wanted);
    }
    return {};
  }

  // A filter among words (country:RU talks) narrows them; it does not only add to the rank.
  Query combine(const QueryNode& node, Query::op op, bool wanted) {
    std::vector<Query> parts;
    std::vector<Query> filters;
    const bool passes_stop_words = node.kind == Kind::words && !std::all_of(node.children.begin(), node.children.end(), is_stop);
    for (const QueryNode& child : node.children) {
      if (passes_stop_words && is_stop(child)) continue;
      Query part = query_for(child, wanted);
      const bool is_filter = child.kind == Kind::field && node.kind == Kind::words;
      if (!part.empty()) (is_filter ? filters : parts).push_back(std::move(part));
    }
    Query query(op, parts.begin(), parts.end());
    if (filters.empty()) return query;
    const Query filter(Query::OP_AND, filters.begin(), filters.end());
    return query.empty() ? Query(Query::OP_SCALE_WEIGHT, filter, 0) : Query(Query::OP_FILTER, query, filter);
  }

  static bool is_stop(const QueryNode& node) { return node.kind == Kind::word && is_stop_word(fold_word(node.text)); }

  Query without(const QueryNode& node, bool wanted) {
    Query query = query_for(node.children.front(), wanted);
    if (query.empty()) query = Query::MatchAll;
    for (size_t i = 1; i < node.children.size(); ++i) {
      const Query unwanted = query_for(node.children[i], false);
      if (!unwanted.empty()) query = Query(Query::OP_AND_NOT, query, unwanted);
    }
    return query;
  }

  // A word, or several in sequence: in the stems of each language that the index holds.
  Query words(const std::string& text, bool wanted, bool headline_only) {
    const std::vector<Word> split = split_words(text);
    std::vector<Query> alternatives;
    std::vector<std::string> seen;
    for (TextAnalysis& analysis : analyses_) {
      std::vector<std::string> terms;
      for (const Word& word : split) {
        const std::string term = analysis.term(text_of(text, word));
        if (!term.empty()) terms.push_back(headline_only ? schema::title_term(term) : term);
      }
      const std::string all = join(terms);
      if (terms.empty() || std::find(seen.begin(), seen.end(), all) != seen.end()) continue;
      seen.push_back(all);
      alternatives.push_back(terms.size() == 1 ? Query(terms.front())
                                               : Query(Query::OP_PHRASE, terms.begin(), terms.end()));
      if (wanted && !headline_only && terms.size() == 1) headline_terms_.emplace_back(schema::title_term(terms.front()));
    }
    if (alternatives.empty()) return {};
    if (wanted) built_.highlighter.add_words(text);
    if (alternatives.size() == 1) return alternatives.front();
    return {Query::OP_OR, alternatives.begin(), alternatives.end()};
  }

  Query field(const QueryNode& node, bool wanted) {
    if (node.field == "title") return words(node.text, wanted, true);
    if (node.field == "date") return dates(node.text);
    return entity(*field_named(node.field), node.text, wanted);
  }

  // date:2018, date:2018-12..2019-01
  Query dates(const std::string& text) const {
    const size_t dots = text.find("..");
    const auto first = parse_date_span(text.substr(0, dots));
    const auto last = dots == std::string::npos ? first : parse_date_span(text.substr(dots + 2));
    if (!first || !last) {
      throw UsageError("date:" + text + " is no date; write YYYY, YYYY-MM or YYYY-MM-DD, a span as FROM..TO");
    }
    return span({first->first, last->last});
  }

  static Query span(const DateSpan& dates) {
    if (dates.last < dates.first) {
      throw UsageError("the dates end (" + to_iso(dates.last) + ") before they begin (" + to_iso(dates.first) + ")");
    }
    const std::vector<std::string> terms = schema::date_terms(dates);
    return {Query::OP_OR, terms.begin(), terms.end()};
  }

  Query entity(Field field, const std::string& name, bool wanted) {
    const std::vector<Candidate> candidates = find_candidates(index_, field, name);
    if (candidates.empty()) return unknown(field, name);
    const Candidate& meant = candidates.front();
    if (candidates.size() > 1) note_others(name, candidates);
    if (wanted) built_.entities.emplace_back(field, meant.key);
    return Query(term_of(field, meant.key));
  }

  Query unknown(Field field, const std::string& name) {
    const std::vector<std::string> similar = similar_names(index_, field, name);
    if (field == Field::country) {
      throw UsageError("no country is called '" + name + "'" +
                       (similar.empty() ? "; use its name or its ISO 3166-1 code" : "; did you mean: " + join(similar) + "?"));
    }
    built_.notes.push_back("no " + std::string(name_of(field)) + " in the index is called '" + name + "'");
    if (!similar.empty()) built_.suggestion = join(similar);
    return Query::MatchNothing;
  }

  void note_others(const std::string& name, const std::vector<Candidate>& candidates) {
    constexpr size_t most = 5;
    std::string note = "'" + name + "' is read as " + candidates.front().name + " (" +
                       std::to_string(candidates.front().count) + "); there are also: ";
    for (size_t i = 1; i < candidates.size() && i <= most; ++i) {
      note += (i > 1 ? ", " : "") + candidates[i].name + " (" + std::to_string(candidates[i].count) + ")";
    }
    if (candidates.size() > most + 1) note += " and " + std::to_string(candidates.size() - most - 1) + " more";
    built_.notes.push_back(note);
  }

  Query filtered(const Query& text) {
    std::vector<Query> must;
    std::vector<Query> must_not;
    for (const auto& [field, filter] : request_.filters) {
      std::vector<Query> any;
      for (const std::string& name : filter.any) any.push_back(entity(field, name, true));
      const bool all = field == Field::person && request_.all_persons;
      if (!any.empty()) must.emplace_back(all ? Query::OP_AND : Query::OP_OR, any.begin(), any.end());
      for (const std::string& name : filter.none) must_not.push_back(entity(field, name, false));
    }
    if (request_.dates) must.push_back(span(*request_.dates));
    Query query = text;
    if (!must.empty()) query = Query(Query::OP_FILTER, query, Query(Query::OP_AND, must.begin(), must.end()));
    if (!must_not.empty()) {
      query = Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, must_not.begin(), must_not.end()));
    }
    return query;
  }

  const SearchRequest& request_;
  const Index& index_;
  std::vector<TextAnalysis> analyses_;
  std::vector<Query> headline_terms_;
  BuiltQuery built_;
};

}  // namespace

BuiltQuery build_query(const SearchRequest& request, const Index& index) {
  return Builder(request, index).build();
}

}  // namespace chancery
