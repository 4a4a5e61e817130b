// SPDX-License-Identifier: GPL-2.0-or-later
/// The query language, read into a tree of plain values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chancery {

struct QueryNode {
  enum class Kind {
    words,    ///< children joined by the default operator
    word,     ///< `text` is a word; one that splits into several ("Abu-Dhabi") is a phrase
    phrase,   ///< `text` is what stood between quotes
    field,    ///< `field`:`text`, as person:"Sergey Lavrov"
    all_of,   ///< AND
    any_of,   ///< OR
    without   ///< the first child without the others
  };
  Kind kind = Kind::words;
  std::string text;
  std::string field;
  std::vector<QueryNode> children;
};

struct ParsedQuery {
  QueryNode root;  ///< `words` without children for an empty query
  /// How what is not well-formed was read: "the quote at column 7 has no end; read as a word".
  std::vector<std::string> notes;
};

/// Words, "phrases", AND, OR, NOT, -word, brackets, and FIELD:value with the fields title, person,
/// country, organisation, place, source, language, subject and date. AND and NOT bind their neighbours, then
/// words side by side, then OR. Never fails: a stray quote, bracket or operator is passed over and
/// noted.
ParsedQuery parse_query(std::string_view text);

}  // namespace chancery
