// SPDX-License-Identifier: GPL-2.0-or-later
/// The query language, read into a tree of plain values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chancery {

struct QueryNode {
  enum class Kind {
    words,   ///< children joined by the default operator
    word,    ///< `text` is a word; one that splits into several ("Abu-Dhabi") is a phrase
    prefix,  ///< `text` is how a word begins: "negotiat"
    phrase,  ///< `text` is what stood between quotes
    field,   ///< `field`:`text`, as person:"Sergey Lavrov"
    all_of,  ///< AND
    any_of,  ///< OR
    near,    ///< each child but the first at most its `distance` words from the one before
    without  ///< the first child without the others
  };
  Kind kind = Kind::words;
  std::string text;
  std::string field;
  std::vector<QueryNode> children;
  size_t at = 0;        ///< bytes of the query before it: of a word, prefix, phrase or field
  size_t distance = 0;  ///< of a child of `near`, in words from the child before it
};

struct ParsedQuery {
  QueryNode root;  ///< `words` without children for an empty query
  /// How what is not well-formed was read: "the quote at column 7 has no end and was passed over".
  std::vector<std::string> notes;
};

/// Words, "phrases", prefix*, AND, OR, NOT, NEAR/n, -word, brackets, and FIELD:value with the
/// fields title, person, country, organisation, place, source, language, subject and date. NEAR
/// binds closest, then AND and NOT, then words side by side, then OR. Never fails: a stray quote,
/// bracket or operator is passed over and noted.
ParsedQuery parse_query(std::string_view text);

}  // namespace chancery
