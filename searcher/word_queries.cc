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

}  // namespace

Query finds_nothing() { return {Query::OP_AND_NOT, Query::MatchAll, Query::MatchAll}; }

WordQueries::WordQueries(const Index& index) : index_(index) {
  for (const std::string& language : index.languages())
    analyses_.emplace_back(language, TextAnalysis(language));
  if (analyses_.empty()) analyses_.emplace_back("en", TextAnalysis("en"));
}

Query WordQueries::side_by_side(const Sequence& sequence) {
  const auto& [terms, languages] = sequence;
  if (terms.size() == 1) return Query(terms.front());
  compares_positions_ = true;
  const Query together(Query::OP_PHRASE, terms.begin(), terms.end());
  if (languages.size() == analyses_.size()) return together;
  std::vector<std::string> spoken;
  for (const std::string& language : languages) spoken.push_back(schema::language_term(language));
  return {Query::OP_FILTER, together, Query(Query::OP_OR, spoken.begin(), spoken.end())};
}

// Words are one word in many forms. Phrases are those of languages of which an article has one: in
// French "their" ends in a mere ending, and "continue the" is no "continue their" in English.
Query WordQueries::either(const std::vector<Sequence>& sequences) {
  std::vector<std::pair<size_t, Query>> words;
  std::vector<Query> phrases;
  for (const Sequence& sequence : sequences) {
    if (sequence.terms.size() > 1) {
      phrases.push_back(side_by_side(sequence));
    } else {
      const std::string& term = sequence.terms.front();
      const size_t articles =
          sequences.size() > 1 ? index_.database().get_termfreq(term) : SIZE_MAX;
      words.emplace_back(articles, Query(term));
    }
  }
  if (phrases.empty()) return any_as_one(std::move(words));
  if (!words.empty()) phrases.push_back(any_as_one(std::move(words)));
  return {Query::OP_OR, phrases.begin(), phrases.end()};
}

Query WordQueries::query(const QueryNode& node, bool wanted) {
  if (node.kind == Kind::near) return near(node, wanted);
  const std::vector<Sequence> found = operand(node, wanted);
  if (found.empty()) return node.kind == Kind::prefix ? finds_nothing() : Query();
  if (wanted) {
    for (const auto& [terms, languages] : found) {
      if (terms.size() == 1) headline_terms_.push_back(schema::title_term(terms.front()));
    }
  }
  return either(found);
}

Query WordQueries::in_headline(const std::string& text, bool wanted) {
  std::vector<Sequence> found = sequences(text);
  if (found.empty()) return {};
  if (wanted) highlighter_.add_words(text);
  for (Sequence& sequence : found) {
    for (std::string& term : sequence.terms) term = schema::title_term(term);
  }
  return either(found);
}

void WordQueries::add(Sequence sequence, std::vector<Sequence>& sequences) {
  const auto same =
      std::find_if(sequences.begin(), sequences.end(),
                   [&sequence](const Sequence& known) { return known.terms == sequence.terms; });
  if (same == sequences.end()) {
    sequences.push_back(std::move(sequence));
    return;
  }
  for (std::string& language : sequence.languages) {
    if (std::find(same->languages.begin(), same->languages.end(), language) ==
        same->languages.end())
      same->languages.push_back(std::move(language));
  }
}

// The text in the stems of each language; those that are alike once.
std::vector<WordQueries::Sequence> WordQueries::sequences(const std::string& text) {
  const std::vector<Word> words = split_words(text);
  std::vector<Sequence> found;
  for (auto& [language, analysis] : analyses_) {
    std::vector<std::string> terms;
    for (const Word& word : words) {
      const std::string& term = analysis.term(text_of(text, word));
      if (!term.empty()) terms.push_back(term);
    }
    if (!terms.empty()) add({std::move(terms), {language}}, found);
  }
  return found;
}

bool WordQueries::is_in_index(const Sequence& sequence) const {
  return std::all_of(sequence.terms.begin(), sequence.terms.end(), [this](const std::string& term) {
    return index_.database().term_exists(term);
  });
}

// Most languages of an index stem a word to what no article has: that would be looked for in vain.
// Where no article has any, all are kept.
void WordQueries::leave_out_unknown(std::vector<Sequence>& sequences) const {
  if (sequences.size() < 2) return;
  const auto unknown =
      std::stable_partition(sequences.begin(), sequences.end(),
                            [this](const Sequence& sequence) { return is_in_index(sequence); });
  if (unknown != sequences.begin()) sequences.erase(unknown, sequences.end());
}

std::vector<WordQueries::Sequence> WordQueries::spellings(const QueryNode& node, bool wanted) {
  std::vector<Sequence> found = sequences(node.text);
  if (found.empty()) return found;
  if (wanted) highlighter_.add_words(node.text);
  if (node.kind == Kind::word) {
    for (const std::string& variant : name_variants(index_, node.text)) {
      if (wanted) highlighter_.add_words(variant);
      for (Sequence& sequence : sequences(variant)) add(std::move(sequence), found);
    }
  }
  leave_out_unknown(found);
  if (wanted && node.kind == Kind::word && !is_in_index(found.front()))
    unknown_words_.push_back({node.text, node.at});
  return found;
}

std::vector<WordQueries::Sequence> WordQueries::expanded(const QueryNode& node, bool wanted) {
  std::vector<std::pair<Xapian::doccount, std::string>> counted;
  for (const std::string& word : index_.words_with(fold(node.text))) {
    for (const auto& [terms, languages] : sequences(word)) {
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
    if (count > 0) found.push_back({{term}, index_.languages()});
  }
  if (wanted) highlighter_.add_prefix(node.text);
  return found;
}

// What one side of NEAR may be; nothing for AND, fields and the like.
std::vector<WordQueries::Sequence> WordQueries::operand(const QueryNode& node, bool wanted) {
  switch (node.kind) {
    case Kind::word:
    case Kind::phrase: return spellings(node, wanted);
    case Kind::prefix: return expanded(node, wanted);
    case Kind::words:
    case Kind::any_of: {
      std::vector<Sequence> found;
      for (const QueryNode& child : node.children) {
        for (Sequence& sequence : operand(child, wanted)) found.push_back(std::move(sequence));
      }
      return found;
    }
    default: return {};
  }
}

Query WordQueries::near(const QueryNode& node, bool wanted) {
  std::vector<Query> all;
  std::vector<Sequence> before = operand(node.children.front(), wanted);
  for (size_t i = 1; i < node.children.size(); ++i) {
    std::vector<Sequence> after = operand(node.children[i], wanted);
    if (before.empty() || after.empty()) {
      notes_.push_back(
          "NEAR joins words, phrases, prefixes and brackets with OR; beside anything else it finds "
          "nothing");
      return finds_nothing();
    }
    all.push_back(near(before, after, node.children[i].distance));
    before = std::move(after);
  }
  return {Query::OP_AND, all.begin(), all.end()};
}

Query WordQueries::near(const std::vector<Sequence>& left, const std::vector<Sequence>& right,
                        size_t distance) {
  std::vector<Query> pairs;
  for (const Sequence& one : left) {
    for (const Sequence& other : right) {
      if (pairs.size() == most_pairs) break;
      std::vector<std::string> all = one.terms;
      all.insert(all.end(), other.terms.begin(), other.terms.end());
      // Xapian's window holds all of the words: two neighbours fit into one of 2.
      const auto window = static_cast<Xapian::termcount>(distance + all.size() - 1);
      compares_positions_ = true;
      Query pair(Query::OP_NEAR, all.begin(), all.end(), window);
      for (const Sequence* phrase : {&one, &other}) {
        if (phrase->terms.size() > 1)
          pair = Query(Query::OP_FILTER, pair,
                       Query(Query::OP_PHRASE, phrase->terms.begin(), phrase->terms.end()));
      }
      pairs.push_back(pair);
    }
  }
  return {Query::OP_OR, pairs.begin(), pairs.end()};
}

}  // namespace chancery
