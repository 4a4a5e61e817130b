// SPDX-License-Identifier: GPL-2.0-or-later
/// From a word of a text to the term that stands for it in the index.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// Folds and stems words of one language. Used for indexing, queries and snippets, so that they
/// cannot disagree. Remembers the words it met; not to be shared between threads.
class TextAnalysis {
 public:
  /// `language` is an ISO 639-1 code. One without a Snowball stemmer: words are folded only.
  explicit TextAnalysis(std::string_view language);
  ~TextAnalysis();
  TextAnalysis(TextAnalysis&&) noexcept;

  /// The term of `word`, as split_words found it; empty where the word is too long to be one.
  /// Example, "en": "Negotiations" -> "negoti". Valid until the next call.
  const std::string& term(std::string_view word);

  /// From now on, words that are met for the first time are put into `words`, folded, if they have
  /// a letter. A word may come again after very many others. `words` must outlive this.
  void collect_new_words(std::vector<std::string>& words);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Words longer than this many bytes once folded are not indexed: they are no words of a language.
inline constexpr size_t longest_term = 64;

}  // namespace chancery
