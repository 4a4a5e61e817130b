// SPDX-License-Identifier: GPL-2.0-or-later
/// Where the words of a text are: the one rule that indexing, querying, tagging and snippets share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// The bytes [begin, end) of a text of less than 4 GiB.
struct Word {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(const Word&) const = default;
};

/// The words of `text` (UTF-8) in order. A word is a run of letters, marks and digits; an
/// apostrophe or `&` between two letters, a point or comma between two digits, and the points of an
/// abbreviation belong to it ("Pakistan's", "AT&T", "14,000", "U.S."). Hyphens part words. A
/// character of a script that is written without spaces (Han, kana, Thai …) is a word by itself.
std::vector<Word> split_words(std::string_view text);

inline std::string_view text_of(std::string_view text, const Word& word) {
  return text.substr(word.begin, word.end - word.begin);
}

/// The bytes of the genitive at a word's end: 2 of "Pakistan's", 4 of "Pakistan’s", else 0.
size_t genitive_size(std::string_view word);

/// A word as it is compared: folded, without a genitive 's, the points of an abbreviation and
/// the commas of a number. Example: "Pakistan’s" -> "pakistan", "U.S." -> "us", "14,000" ->
/// "14000".
std::string fold_word(std::string_view word);

/// The folded words of `text`, joined by single spaces: how names are looked up.
/// Example: "al-Shabab’s" -> "al shabab".
std::string fold_phrase(std::string_view text);

}  // namespace chancery
