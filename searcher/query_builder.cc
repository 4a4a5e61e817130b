// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_builder.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/schema.h"
#include "common/words.h"
#include "searcher/entity_lookup.h"
#include "searcher/query_entities.h"
#include "searcher/query_lexer.h"
#include "searcher/query_parser.h"
#include "searcher/query_reading.h"
#include "searcher/recency.h"
#include "searcher/similar_articles.h"
#include "searcher/spelling.h"
#include "searcher/stop_words.h"
#include "searcher/synonyms.h"
#include "searcher/word_queries.h"

namespace chancery {
namespace {

using Xapian::Query;
using Kind = QueryNode::Kind;

// Nobody types more; a program that does has made a mistake.
constexpr size_t longest_query = 20'000;
// Each stands for up to 200 words: two hundred of them took a minute.
constexpr size_t most_prefixes = 20;

// Measured with tools/evaluate_ranking on the TIME queries; the README has the figures.
// How much more a word counts in the headline.
constexpr double headline_boost = 0.6;
// How much it counts that an article is tagged with what plain words name, beside the words
// themselves.
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

size_t count_prefixes(const QueryNode& node) {
  size_t count = node.kind == Kind::prefix ? 1 : 0;
  for (const QueryNode& child : node.children) count += count_prefixes(child);
  return count;
}

std::string join(const std::vector<std::string>& items) {
  std::string joined;
  for (const std::string& item : items) joined += (joined.empty() ? "" : ", ") + item;
  return joined;
}

Query any_of(const std::vector<Query>& queries) {
  return {Query::OP_OR, queries.begin(), queries.end()};
}

// Words, and names, that nobody knows: for each all that are written alike are gone through.
constexpr size_t most_looked_up = 5;

class Builder {
 public:
  Builder(const SearchRequest& request, const Index& index)
      : request_(request), index_(index), words_(index) {}

  BuiltQuery build() {
    if (request_.query.size() > longest_query) {
      throw UsageError("the query is longer than " + std::to_string(longest_query) + " characters");
    }
    ParsedQuery parsed = parse_query(request_.query);
    if (const size_t prefixes = count_prefixes(parsed.root); prefixes > most_prefixes) {
      throw UsageError("the query has " + std::to_string(prefixes) +
                       " words with *, and may have " + std::to_string(most_prefixes) +
                       "; write more of them out, or ask in several queries");
    }
    built_.notes = std::move(parsed.notes);
    Query text = ranked(query_for(parsed.root, true), parsed.root);
    built_.has_text = !words_.headline_terms().empty() || !words_.highlighter().is_empty();
    if (!request_.like.empty()) text = like(text);
    if (text.empty()) text = Query::MatchAll;
    if (request_.recency_days) text = with_recency(text, *request_.recency_days);
    built_.query = filtered(text);
    built_.reading =
        reading_of(parsed.root, request_,
                   [this](Field field, const std::string& name) { return meaning(field, name); });
    built_.compares_positions = words_.compares_positions();
    for (const std::string& note : words_.notes()) built_.notes.push_back(note);
    suggest_words();
    built_.highlighter = std::move(words_.highlighter());
    return std::move(built_);
  }

 private:
  // What the words find, the better ones higher: words in the headline, entities that the words
  // name.
  Query ranked(const Query& text, const QueryNode& root) {
    std::vector<Query> better;
    if (!words_.headline_terms().empty()) {
      const Query headline(Query::OP_OR, words_.headline_terms().begin(),
                           words_.headline_terms().end());
      better.emplace_back(Query::OP_SCALE_WEIGHT, headline, headline_boost);
      built_.parts.push_back({"in the headline", better.back()});
    }
    // "Russian talks" finds what has the words; of that, what is tagged with Russia ranks higher.
    for (const NamedEntity& entity : entities_named_in(plain_words(root), index_)) {
      std::vector<std::pair<size_t, Query>> bearers;
      for (const std::string& key : entity.keys)
        bearers.emplace_back(index_.count(entity.field, key), Query(term_of(entity.field, key)));
      better.emplace_back(Query::OP_SCALE_WEIGHT, any_as_one(std::move(bearers)),
                          boost_of(entity.field));
      built_.parts.push_back(
          {"tagged " + index_.display_name(entity.field, entity.keys.front()), better.back()});
    }
    return better.empty() || text.empty() ? text : Query(Query::OP_AND_MAYBE, text, any_of(better));
  }

  // The words and phrases that are wanted, without those of fields.
  static std::string plain_words(const QueryNode& node) {
    if (node.kind == Kind::word || node.kind == Kind::phrase) return node.text;
    std::string words;
    const size_t count = node.kind == Kind::without ? 1 : node.children.size();
    for (size_t i = 0; i < count; ++i) words += plain_words(node.children[i]) + ' ';
    return words;
  }

  // Similar articles; where there are words too, those that match them.
  Query like(const Query& text) {
    SimilarArticles similar = similar_articles(index_, request_.like);
    built_.has_text = true;
    built_.entities.insert(built_.entities.end(), similar.shared.begin(), similar.shared.end());
    built_.parts = {{"like " + request_.like, similar.query}};
    return text.empty() ? similar.query : Query(Query::OP_FILTER, similar.query, text);
  }

  Query with_recency(const Query& text, double days) {
    const Query recent = recency_query(index_, days);
    built_.parts.push_back({"recent", recent});
    built_.has_text = true;
    return {Query::OP_AND_MAYBE, text, recent};
  }

  // `wanted`: not within NOT, so that its words are to be highlighted and its names shown.
  Query query_for(const QueryNode& node, bool wanted) {
    switch (node.kind) {
      case Kind::word:
      case Kind::phrase:
      case Kind::prefix:
      case Kind::near: return text(node, wanted);
      case Kind::field: return field(node, wanted);
      case Kind::words:
        return combine(node, request_.all_words ? Query::OP_AND : Query::OP_OR, wanted);
      case Kind::all_of: return combine(node, Query::OP_AND, wanted);
      case Kind::any_of: return combine(node, Query::OP_OR, wanted);
      case Kind::without: return without(node, wanted);
    }
    return {};
  }

  Query text(const QueryNode& node, bool wanted) {
    const Query query = words_.query(node, wanted);
    if (wanted && !query.empty()) built_.parts.push_back({reading_of(node), query});
    return query;
  }

  // A filter among words (country:RU talks) narrows them; it does not only add to the rank. Beside
  // other words, stop words are not searched for.
  Query combine(const QueryNode& node, Query::op op, bool wanted) {
    std::vector<Query> parts;
    std::vector<Query> filters;
    const bool passes_stop_words =
        node.kind == Kind::words &&
        !std::all_of(node.children.begin(), node.children.end(), is_stop);
    for (const QueryNode& child : node.children) {
      if (passes_stop_words && is_stop(child)) continue;
      Query part = query_for(child, wanted);
      const bool is_filter = child.kind == Kind::field && node.kind == Kind::words;
      if (!part.empty()) (is_filter ? filters : parts).push_back(std::move(part));
    }
    Query query(op, parts.begin(), parts.end());
    if (filters.empty()) return query;
    const Query filter(Query::OP_AND, filters.begin(), filters.end());
    return query.empty() ? Query(Query::OP_SCALE_WEIGHT, filter, 0)
                         : Query(Query::OP_FILTER, query, filter);
  }

  static bool is_stop(const QueryNode& node) {
    return node.kind == Kind::word && is_stop_word(fold_word(node.text));
  }

  Query without(const QueryNode& node, bool wanted) {
    Query query = query_for(node.children.front(), wanted);
    if (query.empty()) query = Query::MatchAll;
    for (size_t i = 1; i < node.children.size(); ++i) {
      const Query unwanted = query_for(node.children[i], false);
      if (!unwanted.empty()) query = Query(Query::OP_AND_NOT, query, unwanted);
    }
    return query;
  }

  Query field(const QueryNode& node, bool wanted) {
    const std::string where = " at " + column_of(request_.query, node.at);
    if (node.field == "title") {
      const Query query = words_.in_headline(node.text, wanted);
      if (wanted && !query.empty()) built_.parts.push_back({reading_of(node), query});
      return query;
    }
    if (node.field == "date") return dates(node.text, where);
    return entity(*field_named(node.field), node.text, wanted, where);
  }

  // date:2018, date:2018-12..2019-01
  Query dates(const std::string& text, const std::string& where) const {
    const size_t dots = text.find("..");
    const auto first = parse_date_span(text.substr(0, dots));
    const auto last = dots == std::string::npos ? first : parse_date_span(text.substr(dots + 2));
    if (!first || !last) {
      throw UsageError("date:" + text + where +
                       " is no date; write YYYY, YYYY-MM or YYYY-MM-DD, a span as FROM..TO");
    }
    if (last->last < first->first) {
      throw UsageError("date:" + text + where +
                       " ends before it begins; write the earlier date first");
    }
    return span({first->first, last->last});
  }

  // Of the days that the index has: an open span would be a term for each of ten thousand years.
  Query span(const DateSpan& wanted) const {
    const auto all = index_.dates();
    if (!all) return finds_nothing();
    const DateSpan dates = {std::max(wanted.first, all->first), std::min(wanted.last, all->last)};
    if (dates.last < dates.first) return finds_nothing();
    const std::vector<std::string> terms = schema::date_terms(dates);
    return {Query::OP_OR, terms.begin(), terms.end()};
  }

  // `where`: its column, of one in the query.
  Query entity(Field field, const std::string& name, bool wanted, const std::string& where) {
    const std::vector<Candidate> candidates = find_candidates(index_, field, name);
    if (candidates.empty()) return unknown(field, name, where);
    const Candidate& meant = candidates.front();
    if (candidates.size() > 1) note_others(name, candidates);
    if (wanted) built_.entities.emplace_back(field, meant.key);
    return Query(term_of(field, meant.key));
  }

  Query unknown(Field field, const std::string& name, const std::string& where) {
    std::vector<std::string> similar;
    if (++unknown_names_ <= most_looked_up) similar = similar_names(index_, field, name);
    if (field == Field::country) {
      throw UsageError("no country is called '" + name + "'" + where +
                       (similar.empty() ? "; use its name or its ISO 3166-1 code"
                                        : "; did you mean: " + join(similar) + "?"));
    }
    built_.notes.push_back("no " + std::string(name_of(field)) + " in the index is called '" +
                           name + "'");
    if (!similar.empty()) built_.suggestion = join(similar);
    return finds_nothing();
  }

  void note_others(const std::string& name, const std::vector<Candidate>& candidates) {
    constexpr size_t most = 5;
    std::string note = "'" + name + "' is read as " + candidates.front().name + " (" +
                       std::to_string(candidates.front().count) + "); there are also: ";
    for (size_t i = 1; i < candidates.size() && i <= most; ++i) {
      note += (i > 1 ? ", " : "") + candidates[i].name + " (" +
              std::to_string(candidates[i].count) + ")";
    }
    if (candidates.size() > most + 1)
      note += " and " + std::to_string(candidates.size() - most - 1) + " more";
    built_.notes.push_back(note);
  }

  std::string meaning(Field field, const std::string& name) const {
    const std::vector<Candidate> candidates = find_candidates(index_, field, name);
    return candidates.empty() ? "nobody called '" + name + "'" : candidates.front().name;
  }

  Query filtered(const Query& text) {
    std::vector<Query> must;
    std::vector<Query> must_not;
    for (const auto& [field, filter] : request_.filters) {
      std::vector<Query> any;
      for (const std::string& name : filter.any) any.push_back(entity(field, name, true, ""));
      const bool all = field == Field::person && request_.all_persons;
      if (!any.empty())
        must.emplace_back(all ? Query::OP_AND : Query::OP_OR, any.begin(), any.end());
      for (const std::string& name : filter.none)
        must_not.push_back(entity(field, name, false, ""));
    }
    if (request_.dates) must.push_back(span(*request_.dates));
    Query query = text;
    if (!must.empty())
      query = Query(Query::OP_FILTER, query, Query(Query::OP_AND, must.begin(), must.end()));
    if (!must_not.empty()) query = Query(Query::OP_AND_NOT, query, any_of(must_not));
    return query;
  }

  // The query with each word that stands in no article replaced by the nearest one that does.
  void suggest_words() {
    std::string mended = request_.query;
    std::vector<UnknownWord> unknown = words_.unknown_words();
    if (unknown.size() > most_looked_up) return;  // so much that nobody knows is no slip of the pen
    std::sort(unknown.begin(), unknown.end(),
              [](const UnknownWord& a, const UnknownWord& b) { return a.at > b.at; });
    bool has_changed = false;
    for (const UnknownWord& word : unknown) {
      if (!entities_named_in(word.text, index_).empty())
        continue;  // "Russian", where all write Russia
      const std::string similar = similar_word(index_, word.text);
      if (similar.empty() || mended.compare(word.at, word.text.size(), word.text) != 0) continue;
      mended.replace(word.at, word.text.size(), similar);
      has_changed = true;
    }
    if (has_changed && built_.suggestion.empty()) built_.suggestion = mended;
  }

  const SearchRequest& request_;
  const Index& index_;
  WordQueries words_;
  BuiltQuery built_;
  size_t unknown_names_ = 0;
};

}  // namespace

BuiltQuery build_query(const SearchRequest& request, const Index& index) {
  return Builder(request, index).build();
}

}  // namespace chancery
