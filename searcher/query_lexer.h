// SPDX-License-Identifier: GPL-2.0-or-later
/// The query language cut into words, phrases, brackets and operators.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery {

struct Lexeme {
  enum class Type { word, prefix, phrase, open, close, both, either, without, minus, near, end };
  Type type = Type::end;
  std::string text;     ///< of a word; of a prefix without its star; of a phrase without its quotes
  std::string field;    ///< of FIELD:word and FIELD:"phrase"
  size_t at = 0;        ///< bytes of the query before it
  size_t distance = 0;  ///< of NEAR/n
};

/// Where the byte `at` stands in `query`, in characters from 1: "column 7", for messages.
std::string column_of(std::string_view query, size_t at);

/// What is said of a query that is not well-formed: the first ten notes.
class QueryNotes {
 public:
  explicit QueryNotes(std::string_view query) : query_(query) {}

  /// "the bracket at " + "column 7" + " closes nothing".
  void add(const std::string& before, size_t at, const std::string& after);

  std::vector<std::string> take() { return std::move(notes_); }

 private:
  std::string_view query_;
  std::vector<std::string> notes_;
};

/// Ends with a lexeme of type `end`. What is not well-formed is read as it was most likely meant,
/// and said in `notes`.
std::vector<Lexeme> lex_query(std::string_view query, QueryNotes& notes);

}  // namespace chancery
