// SPDX-License-Identifier: GPL-2.0-or-later
/// Finds in a text what a query asked for.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text_analysis.h"
#include "common/words.h"

namespace chancery {

/// Bytes [begin, end) of a text that match, and which pattern it was.
struct Match {
  uint32_t begin = 0;
  uint32_t end = 0;
  size_t pattern = 0;
};

class Highlighter {
 public:
  /// A word, or words in sequence, that the query asks for; compared as the index compares them.
  void add_words(std::string_view text);

  /// How a word begins that the query asks for ("negotiat*"), folded.
  void add_prefix(std::string_view prefix);

  /// A name as an article writes it ("Wang Yi"): compared folded, not stemmed.
  void add_name(std::string_view name);
  void clear_names();

  bool is_empty() const { return words_.empty() && prefixes_.empty() && names_.empty(); }

  /// The matches in `text`, from left to right, none overlapping another; the words of the text
  /// are given as split_words found them.
  std::vector<Match> find(std::string_view text, const std::vector<Word>& words,
                          const std::string& language);

 private:
  using Pattern = std::vector<std::string>;
  struct Patterns {
    std::unordered_map<std::string, std::vector<std::pair<Pattern, size_t>>> by_first;
    std::bitset<256> first_bytes;  // of all words of all patterns
    void add(const Pattern& pattern, size_t number);
    bool may_hold(std::string_view word) const;
    size_t longest(const std::vector<std::string>& terms, size_t at, size_t& pattern) const;
  };
  TextAnalysis& analysis(const std::string& language);
  size_t prefix_of(std::string_view folded) const;
  Patterns& stemmed(const std::string& language);

  std::vector<std::string> words_;     // as the query has them
  std::vector<std::string> prefixes_;  // folded
  std::vector<std::string> names_;     // folded
  std::map<std::string, TextAnalysis> analyses_;
  std::map<std::string, Patterns> stemmed_;  // by language
  Patterns folded_;
};

}  // namespace chancery
