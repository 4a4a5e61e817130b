// SPDX-License-Identifier: GPL-2.0-or-later
/// A text as the tagger sees it: words with their case and what stands between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"

namespace chancery {

/// What parts a word from the next one.
enum class Gap : uint8_t { space, hyphen, point, comma, other };

struct Token {
  uint32_t begin = 0;  ///< bytes of the text
  uint32_t end = 0;
  std::string folded;                ///< as fold_word gives it
  const KnownWord* known = nullptr;  ///< what the gazetteer has of it
  bool capital = false;              ///< begins with a capital letter
  bool capitals = false;             ///< has no small letter
  bool genitive = false;             ///< ends in 's
  bool sentence_start = false;       ///< its capital may say nothing
  Gap after = Gap::other;
};

/// Whether capitals tell names from other words.
enum class Casing {
  sentence,  ///< they do
  title,     ///< Every Word Has One, as in Headlines
  upper      ///< ALL LETTERS ARE
};

struct AnnotatedText {
  std::string_view text;  ///< must outlive this
  std::vector<Token> tokens;
  Casing casing = Casing::sentence;

  std::string_view surface(size_t first, size_t last) const {  ///< words [first, last)
    return text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
  }
};

/// Both must outlive it.
AnnotatedText annotate(std::string_view text, const Gazetteer& gazetteer);

}  // namespace chancery
