// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_queries.h"

#include <algorithm>

#include "common/fold.h"
#include "common/schema.h"
#include "common/words.h"
#include "searcher/spelling.h"
#include "searcher/synonyms.h"

namespace chancery {
namespace {

using Xapian::Query;
using Kind = QueryNode::Kind;

// So many words at most stand for prefix*, the most frequent ones.
constexpr size_t most_expansions = 200;
// So many pairs at most are made of the two sides of NEAR.
constexpr size_t most_pairs = 1000;

Query either(const std::vector<std::vector<std::string>>& sequences,
             const Xapian::Database& database) {
  std::vector<std::pair<size_t, Query>> queries;
  for (const auto& terms : sequences) {
    size_t articles = SIZE_MAX;
    if (sequences.size() > 1) {
      for (const std::string& term : terms)
        articles = std::min<size_t>(articles, database.get_termfreq(term));
    }
    queries.emplace_back(articles, terms.size() == 1
                                       ? Query(terms.front())
                                       : Query(Query::OP_PHRASE, terms.begin(), terms.end()));
  }
  return any_as_one(std::move(queries));
}

}  // namespace

Query finds_nothing() { return {Query::OP_AND_NOT, Query::MatchAll, Query::MatchAll}; }

WordQueries::WordQueries(const Index& index) : index_(index) {
  for (const std::string& language : index.languages()) analyses_.emplace_back(language);
  if (analyses_.empty()) analyses_.emplace_back("en");
}

Query WordQueries::query(const QueryNode& node, bool wanted) {
  if (node.kind == Kind::near) return near(node, wanted);
  const std::vector<Sequence> found = operand(node, wanted);
  if (found.empty()) return node.kind == Kind::prefix ? finds_nothing() : Query();
  if (wanted) {
    for (const Sequence& terms : found) {
      if (terms.size() == 1) headline_terms_.push_back(schema::title_term(terms.front()));
    }
  }
  return either(found, index_.database());
}

Query WordQueries::in_headline(const std::string& text, bool wanted) {
  std::vector<Sequence> found = sequences(text);
  if (found.empty()) return {};
  if (wanted) highlighter_.add_words(text);
  for (Sequence& terms : found) {
    for (std::string& term : terms) term = schema::title_term(term);
  }
  return either(found, index_.database());
}

// The text in the stems of each language; those that are alike once.
std::vector<WordQueries::Sequence> WordQueries::sequences(const std::string& text) {
  const std::vector<Word> words = split_words(text);
  std::vector<Sequence> found;
  for (TextAnalysis& analysis : analyses_) {
    Sequence terms;
    for (const Word& word : words) {
      const std::string& term = analysis.term(text_of(text, word));
      if (!term.empty()) terms.push_back(term);
    }
    if (!terms.empty() && std::find(found.begin(), found.end(), terms) == found.end())
      found.push_back(std::move(terms));
  }
  return found;
}

bool WordQueries::is_in_index(const Sequence& sequence) const {
  return std::all_of(sequence.begin(), sequence.end(), [this](const std::string& term) {
    return index_.database().term_exists(term);
  });
}

std::vector<WordQueries::Sequence> WordQueries::spellings(const QueryNode& node, bool wanted) {
  std::vector<Sequence> found = sequences(node.text);
  if (found.empty()) return found;
  if (wanted) highlighter_.add_words(node.text);
  if (node.kind != Kind::word) return found;
  for (const std::string& variant : name_variants(index_, node.text)) {
    if (wanted) highlighter_.add_words(variant);
    for (Sequence& terms : sequences(variant)) {
      if (std::find(found.begin(), found.end(), terms) == found.end())
        found.push_back(std::move(terms));
    }
  }
  const bool is_known =
      std::any_of(found.begin(), found.end(), [this](const Sequence& s) { return is_in_index(s); });
  if (wanted && !is_known) unknown_words_.push_back({node.text, node.at});
  return found;
}

std::vector<WordQueries::Sequence> WordQueries::expanded(const QueryNode& node, bool wanted) {
  std::vector<std::pair<Xapian::doccount, std::string>> counted;
  for (const std::string& word : index_.words_with(fold(node.text))) {
    for (const Sequence& terms : sequences(word)) {
      if (terms.size() == 1)
        counted.emplace_back(index_.database().get_termfreq(terms.front()), terms.front());
    }
  }
  std::sort(counted.rbegin(), counted.rend());
  counted.erase(std::unique(counted.begin(), counted.end()), counted.end());
  if (counted.size() > most_expansions) {
    notes_.push_back(node.text + "* begins " + std::to_string(counted.size()) + " words; the " +
                     std::to_string(most_expansions) + " most frequent were searched for");
    counted.resize(most_expansions);
  }
  std::vector<Sequence> found;
  for (const auto& [count, term] : counted) {
    if (count > 0) found.push_back({term});
  }
  if (wanted) highlighter_.add_prefix(node.text);
  return found;
}

// What one side of NEAR may be; nothing for AND, fields and the like.
std::vector<WordQueries::Sequence> WordQueries::operand(const QueryNode& node, bool wanted) {
  switch (node.kind) {
    case Kind::word:
    case Kind::phrase:
      return spellings(node, wanted);
    case Kind::prefix:
      return expanded(node, wanted);
    case Kind::words:
    case Kind::any_of: {
      std::vector<Sequence> found;
      for (const QueryNode& child : node.children) {
        for (Sequence& terms : operand(child, wanted)) found.push_back(std::move(terms));
      }
      return found;
    }
    default:
      return {};
  }
}

Query WordQueries::near(const QueryNode& node, bool wanted) {
  const std::vector<Sequence> left = operand(node.children.front(), wanted);
  const std::vector<Sequence> right = operand(node.children.back(), wanted);
  if (left.empty() || right.empty()) {
    notes_.push_back(
        "NEAR joins words, phrases, prefixes and brackets with OR; beside anything else it finds "
        "nothing");
    return finds_nothing();
  }
  std::vector<Query> pairs;
  for (const Sequence& one : left) {
    for (const Sequence& other : right) {
      if (pairs.size() == most_pairs) break;
      Sequence all = one;
      all.insert(all.end(), other.begin(), other.end());
      // Xapian's window holds all of the words: two neighbours fit into one of 2.
      const auto window = static_cast<Xapian::termcount>(node.distance + all.size() - 1);
      Query pair(Query::OP_NEAR, all.begin(), all.end(), window);
      for (const Sequence* phrase : {&one, &other}) {
        if (phrase->size() > 1)
          pair = Query(Query::OP_FILTER, pair,
                       Query(Query::OP_PHRASE, phrase->begin(), phrase->end()));
      }
      pairs.push_back(pair);
    }
  }
  return {Query::OP_OR, pairs.begin(), pairs.end()};
}

}  // namespace chancery
