// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_lexer.h"

#include <algorithm>

#include "searcher/edit_distance.h"
#include "searcher/field.h"

namespace chancery {
namespace {

using Type = Lexeme::Type;

// What may stand before a colon.
std::vector<std::string_view> fields() {
  std::vector<std::string_view> names = {"title", "date"};
  for (const Field field : filter_fields) names.push_back(name_of(field));
  return names;
}

// NEAR without a number.
constexpr size_t usual_distance = 10;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_field(std::string_view name) {
  const std::vector<std::string_view> all = fields();
  return std::find(all.begin(), all.end(), name) != all.end();
}

class Lexer {
 public:
  Lexer(std::string_view text, QueryNotes& notes) : text_(text), notes_(notes) {}

  std::vector<Lexeme> lex() {
    std::vector<Lexeme> lexemes;
    for (;;) {
      while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
      if (at_ == text_.size()) break;
      lexemes.push_back(next());
    }
    lexemes.push_back({Type::end, "", "", text_.size(), 0});
    return lexemes;
  }

 private:
  Lexeme next() {
    const size_t start = at_;
    const char c = text_[at_];
    if (c == '(' || c == ')') {
      ++at_;
      return {c == '(' ? Type::open : Type::close, "", "", start, 0};
    }
    if (c == '"') return quoted("", start);
    if (c == '-' && at_ + 1 < text_.size() && !is_blank(text_[at_ + 1]) &&
        (at_ == 0 || is_blank(text_[at_ - 1]) || text_[at_ - 1] == '(')) {
      ++at_;
      return {Type::minus, "", "", start, 0};
    }
    return bare(start);
  }

  Lexeme quoted(const std::string& field, size_t start) {
    const size_t end = text_.find('"', at_ + 1);
    if (end == std::string_view::npos) {
      notes_.add("the quote at ", at_, " has no end and was passed over");
      ++at_;
      return {Type::word, word(), field, start, 0};
    }
    Lexeme lexeme{Type::phrase, std::string(text_.substr(at_ + 1, end - at_ - 1)), field, start, 0};
    at_ = end + 1;
    return lexeme;
  }

  std::string word() {
    const size_t start = at_;
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '(' && text_[at_] != ')' &&
           text_[at_] != '"') {
      ++at_;
    }
    return std::string(text_.substr(start, at_ - start));
  }

  Lexeme bare(size_t start) {
    const size_t stop = std::min(text_.find_first_of(" \t\n\r()\"", at_), text_.size());
    const std::string_view token = text_.substr(at_, stop - at_);
    const std::string_view name = token.substr(0, token.find(':'));
    const size_t colon = at_ + name.size();
    const bool has_value =
        colon + 1 < text_.size() && name.size() < token.size() && !is_blank(text_[colon + 1]);
    if (has_value && is_field(name)) {
      at_ = colon + 1;
      if (text_[at_] == '"') return quoted(std::string(name), start);
      return {Type::word, word(), std::string(name), start, 0};
    }
    if (has_value) doubt(name, start);
    std::string text = word();
    if (text == "AND") return {Type::both, "", "", start, 0};
    if (text == "OR") return {Type::either, "", "", start, 0};
    if (text == "NOT") return {Type::without, "", "", start, 0};
    if (text == "NEAR") return {Type::near, "", "", start, usual_distance};
    if (text.starts_with("NEAR/")) return near(text, start);
    if (text.size() > 1 && text.ends_with('*')) return prefix(text, start);
    return {Type::word, std::move(text), "", start, 0};
  }

  // persn:Lavrov is no field, but nearly one.
  void doubt(std::string_view name, size_t start) {
    for (const std::string_view field : fields()) {
      if (edit_distance(name, field, 2) > (field.size() < 6 ? 1U : 2U)) continue;
      notes_.add("there is no field '" + std::string(name) + ":' (", start,
                 "), so it was read as words; did you mean " + std::string(field) + ":?");
      return;
    }
  }

  Lexeme near(const std::string& text, size_t start) {
    constexpr size_t most = 1000;
    const std::string number = text.substr(text.find('/') + 1);
    const bool good = is_digits(number) && number.size() <= 4 && std::stoul(number) >= 1 &&
                      std::stoul(number) <= most;
    if (!good) {
      notes_.add(text + " at ", start,
                 " has no number of words from 1 to " + std::to_string(most) +
                     " and was read as NEAR/" + std::to_string(usual_distance));
    }
    return {Type::near, "", "", start, good ? std::stoul(number) : usual_distance};
  }

  // Two letters at least: one begins a good part of all words.
  Lexeme prefix(std::string text, size_t start) {
    while (text.ends_with('*')) text.pop_back();
    const bool is_short = text.size() < 2;
    if (is_short) {
      notes_.add("the * at ", start + text.size(),
                 " stands behind fewer than two letters and was passed over");
    }
    return {is_short ? Type::word : Type::prefix, std::move(text), "", start, 0};
  }

  std::string_view text_;
  QueryNotes& notes_;
  size_t at_ = 0;
};

}  // namespace

std::vector<Lexeme> lex_query(std::string_view query, QueryNotes& notes) {
  return Lexer(query, notes).lex();
}

void QueryNotes::add(const std::string& before, size_t at, const std::string& after) {
  constexpr size_t most = 10;  // telling the column costs a look at all that stands before it
  if (notes_.size() < most) notes_.push_back(before + column_of(query_, at) + after);
}

std::string column_of(std::string_view query, size_t at) {
  const auto starts_character = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  };
  const std::string_view before = query.substr(0, at);
  return "column " +
         std::to_string(1 + std::count_if(before.begin(), before.end(), starts_character));
}

}  // namespace chancery
