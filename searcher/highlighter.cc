// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/highlighter.h"

#include <algorithm>

#include "common/fold.h"

namespace chancery {

// Patterns of words are numbered from 0, of prefixes and of names from here on.
constexpr size_t first_prefix = 500'000;
constexpr size_t first_name = 1'000'000;

void Highlighter::add_words(std::string_view text) {
  words_.emplace_back(text);
  stemmed_.clear();
}

void Highlighter::add_prefix(std::string_view prefix) { prefixes_.push_back(fold(prefix)); }

// Its number; prefixes_.size() where no prefix is one.
size_t Highlighter::prefix_of(std::string_view folded) const {
  size_t i = 0;
  while (i < prefixes_.size() && !folded.starts_with(prefixes_[i])) ++i;
  return i;
}

void Highlighter::add_name(std::string_view name) {
  const std::string folded = fold_phrase(name);
  if (folded.empty() || std::find(names_.begin(), names_.end(), folded) != names_.end()) return;
  names_.push_back(folded);
  Pattern pattern;
  for (const Word& word : split_words(folded)) pattern.emplace_back(text_of(folded, word));
  if (pattern.empty()) return;
  folded_.add(pattern, first_name + names_.size());
}

TextAnalysis& Highlighter::analysis(const std::string& language) {
  return analyses_.try_emplace(language, language).first->second;
}

void Highlighter::clear_names() {
  names_.clear();
  folded_ = {};
}

Highlighter::Patterns& Highlighter::stemmed(const std::string& language) {
  const auto [at, is_new] = stemmed_.try_emplace(language);
  if (!is_new) return at->second;
  for (size_t i = 0; i < words_.size(); ++i) {
    Pattern pattern;
    for (const Word& word : split_words(words_[i])) {
      pattern.push_back(analysis(language).term(text_of(words_[i], word)));
    }
    if (!pattern.empty()) at->second.add(pattern, i);
  }
  return at->second;
}

void Highlighter::Patterns::add(const Pattern& pattern, size_t number) {
  by_first[pattern.front()].emplace_back(pattern, number);
  for (const std::string& word : pattern) {
    if (!word.empty()) first_bytes.set(static_cast<unsigned char>(word.front()));
  }
}

// False only for a word that folding, or an English stemmer, cannot turn into one of a pattern:
// neither changes an ASCII letter at the start, but for its case. It saves most words of a text the
// work.
bool Highlighter::Patterns::may_hold(std::string_view word) const {
  const auto byte = static_cast<unsigned char>(word.front());
  return byte >= 0x80 || first_bytes.test(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
}

size_t Highlighter::Patterns::longest(const std::vector<std::string>& terms, size_t at,
                                      size_t& pattern) const {
  const auto found = by_first.find(terms[at]);
  if (found == by_first.end()) return 0;
  size_t best = 0;
  for (const auto& [items, number] : found->second) {
    if (items.size() <= best || at + items.size() > terms.size()) continue;
    if (!std::equal(items.begin(), items.end(), terms.begin() + static_cast<ptrdiff_t>(at)))
      continue;
    best = items.size();
    pattern = number;
  }
  return best;
}

std::vector<Match> Highlighter::find(std::string_view text, const std::vector<Word>& words,
                                     const std::string& language) {
  std::vector<Match> matches;
  if (is_empty()) return matches;
  const Patterns& by_stem = stemmed(language);
  std::vector<std::string> stems(words.size());
  const bool is_english = language == "en";
  const bool folds = !names_.empty() || !prefixes_.empty();
  std::vector<std::string> folded(folds ? words.size() : 0);
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = text_of(text, words[i]);
    if (!words_.empty() && (!is_english || by_stem.may_hold(word)))
      stems[i] = analysis(language).term(word);
    if (folds && (!prefixes_.empty() || folded_.may_hold(word))) folded[i] = fold_word(word);
  }
  for (size_t at = 0; at < words.size();) {
    size_t pattern = 0;
    size_t length = words_.empty() ? 0 : by_stem.longest(stems, at, pattern);
    size_t name_pattern = 0;
    const size_t name_length = names_.empty() ? 0 : folded_.longest(folded, at, name_pattern);
    if (name_length > length) {
      length = name_length;
      pattern = name_pattern;
    }
    if (const size_t prefix =
            length == 0 && !prefixes_.empty() ? prefix_of(folded[at]) : prefixes_.size();
        prefix < prefixes_.size()) {
      length = 1;
      pattern = first_prefix + prefix;
    }
    if (length > 0) matches.push_back({words[at].begin, words[at + length - 1].end, pattern});
    at += std::max<size_t>(length, 1);
  }
  return matches;
}

}  // namespace chancery
