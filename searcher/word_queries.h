// SPDX-License-Identifier: GPL-2.0-or-later
/// Words, phrases, prefixes and NEAR of a query as queries of Xapian's, in the stems of every
/// language that the index holds; and what of them a snippet is to highlight.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "common/text_analysis.h"
#include "searcher/highlighter.h"
#include "searcher/index.h"
#include "searcher/query_parser.h"

namespace chancery {

/// Finds no article. (Query::MatchNothing is the empty query, and so left out where queries are
/// joined.)
Xapian::Query finds_nothing();

/// A word that stands in no article, and where the query has it.
struct UnknownWord {
  std::string text;
  size_t at = 0;
};

class WordQueries {
 public:
  explicit WordQueries(const Index& index);

  /// What nodes of the kinds word, phrase, prefix and near find. A single word that names a person
  /// finds the other spellings of that name too: Zelensky, Zelenskyy. `wanted`: not within NOT, so
  /// to be highlighted.
  Xapian::Query query(const QueryNode& node, bool wanted);

  /// The same in headlines alone, for title:word and title:"phrase".
  Xapian::Query in_headline(const std::string& text, bool wanted);

  Highlighter& highlighter() { return highlighter_; }
  const std::vector<std::string>& headline_terms() const {
    return headline_terms_;
  }  ///< of the wanted words
  const std::vector<UnknownWord>& unknown_words() const { return unknown_words_; }
  const std::vector<std::string>& notes() const { return notes_; }
  bool compares_positions() const { return compares_positions_; }  ///< there was a phrase, or NEAR

 private:
  // Terms that stand side by side in articles of the languages. Each article is of one.
  struct Sequence {
    std::vector<std::string> terms;
    std::vector<std::string> languages;
  };
  static void add(Sequence sequence, std::vector<Sequence>& sequences);
  std::vector<Sequence> sequences(const std::string& text);
  std::vector<Sequence> spellings(const QueryNode& node, bool wanted);
  std::vector<Sequence> expanded(const QueryNode& node, bool wanted);
  std::vector<Sequence> operand(const QueryNode& node, bool wanted);
  Xapian::Query near(const QueryNode& node, bool wanted);
  Xapian::Query either(const std::vector<Sequence>& sequences);
  Xapian::Query side_by_side(const Sequence& terms);
  Xapian::Query near(const std::vector<Sequence>& left, const std::vector<Sequence>& right,
                     size_t distance);
  bool is_in_index(const Sequence& sequence) const;
  void leave_out_unknown(std::vector<Sequence>& sequences) const;

  const Index& index_;
  bool compares_positions_ = false;
  std::vector<std::pair<std::string, TextAnalysis>> analyses_;  // by language
  Highlighter highlighter_;
  std::vector<std::string> headline_terms_;
  std::vector<UnknownWord> unknown_words_;
  std::vector<std::string> notes_;
};

}  // namespace chancery
