// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_parser.h"

#include <algorithm>
#include <array>

namespace chancery {
namespace {

using Kind = QueryNode::Kind;

constexpr std::array<std::string_view, 9> fields = {"title", "person", "country",  "organisation",
                                                    "place", "source", "language", "subject", "date"};

// More brackets within brackets than this are read as none: recursion must have an end.
constexpr size_t deepest = 50;

struct Lexeme {
  enum class Type { word, phrase, open, close, both, either, without, minus, end } type = Type::end;
  std::string text;
  std::string field;
  size_t column = 1;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Lexer {
 public:
  Lexer(std::string_view text, std::vector<std::string>& notes) : text_(text), notes_(notes) {}

  std::vector<Lexeme> lex() {
    std::vector<Lexeme> lexemes;
    for (;;) {
      while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
      if (at_ == text_.size()) break;
      lexemes.push_back(next());
    }
    lexemes.push_back({Lexeme::Type::end, "", "", text_.size() + 1});
    return lexemes;
  }

 private:
  using Type = Lexeme::Type;

  Lexeme next() {
    const size_t column = at_ + 1;
    const char c = text_[at_];
    if (c == '(' || c == ')') {
      ++at_;
      return {c == '(' ? Type::open : Type::close, "", "", column};
    }
    if (c == '"') return quoted("", column);
    if (c == '-' && at_ + 1 < text_.size() && !is_blank(text_[at_ + 1]) &&
        (at_ == 0 || is_blank(text_[at_ - 1]) || text_[at_ - 1] == '(')) {
      ++at_;
      return {Type::minus, "", "", column};
    }
    return bare(column);
  }

  Lexeme quoted(const std::string& field, size_t column) {
    const size_t end = text_.find('"', at_ + 1);
    if (end == std::string_view::npos) {
      notes_.push_back("the quote at column " + std::to_string(at_ + 1) + " has no end and was passed over");
      ++at_;
      return {Type::word, word(), field, column};
    }
    Lexeme lexeme{Type::phrase, std::string(text_.substr(at_ + 1, end - at_ - 1)), field, column};
    at_ = end + 1;
    return lexeme;
  }

  std::string word() {
    const size_t start = at_;
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '(' && text_[at_] != ')' && text_[at_] != '"') {
      ++at_;
    }
    return std::string(text_.substr(start, at_ - start));
  }

  Lexeme bare(size_t column) {
    const size_t colon = text_.find(':', at_);
    if (colon != std::string_view::npos) {
      const std::string_view name = text_.substr(at_, colon - at_);
      const bool has_value = colon + 1 < text_.size() && !is_blank(text_[colon + 1]);
      if (has_value && std::find(fields.begin(), fields.end(), name) != fields.end()) {
        at_ = colon + 1;
        if (text_[at_] == '"') return quoted(std::string(name), column);
        return {Type::word, word(), std::string(name), column};
      }
    }
    std::string text = word();
    const Type type = text == "AND" ? Type::both : text == "OR" ? Type::either : text == "NOT" ? Type::without : Type::word;
    return {type, std::move(text), "", column};
  }

  std::string_view text_;
  std::vector<std::string>& notes_;
  size_t at_ = 0;
};

class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, std::vector<std::string>& notes)
      : lexemes_(std::move(lexemes)), notes_(notes) {}

  QueryNode parse() {
    QueryNode root = alternatives(0);
    while (peek() != Type::end) {  // only a closing bracket too many ends alternatives() early
      notes_.push_back("the bracket at column " + column() + " closes nothing and was passed over");
      ++at_;
      QueryNode rest = alternatives(0);
      if (!is_empty(rest)) {
        root = is_empty(root) ? rest : QueryNode{Kind::words, "", "", {std::move(root), std::move(rest)}};
      }
    }
    return root;
  }

 private:
  using Type = Lexeme::Type;

  Type peek() const { return lexemes_[at_].type; }
  std::string column() const { return std::to_string(lexemes_[at_].column); }
  static bool is_empty(const QueryNode& node) {
    return node.kind == Kind::words && node.children.empty();
  }

  static QueryNode join(Kind kind, std::vector<QueryNode> nodes) {
    std::erase_if(nodes, is_empty);
    if (nodes.size() == 1) return std::move(nodes.front());
    return {nodes.empty() ? Kind::words : kind, "", "", std::move(nodes)};
  }

  QueryNode alternatives(size_t depth) {
    std::vector<QueryNode> nodes = {group(depth)};
    while (peek() == Type::either) {
      pass_operator(nodes.back(), "OR");
      nodes.push_back(group(depth));
    }
    return join(Kind::any_of, std::move(nodes));
  }

  void pass_operator(const QueryNode& before, const std::string& name) {
    const Type after = lexemes_[at_ + 1].type;
    if (is_empty(before) || after == Type::end || after == Type::close || after == Type::either) {
      notes_.push_back(name + " at column " + column() + " joins nothing and was passed over");
    }
    ++at_;
  }

  // What stands side by side; -word and NOT word take from all of it.
  QueryNode group(size_t depth) {
    std::vector<QueryNode> wanted;
    std::vector<QueryNode> unwanted;
    while (peek() != Type::end && peek() != Type::close && peek() != Type::either) {
      if (peek() == Type::minus || peek() == Type::without) {
        ++at_;
        unwanted.push_back(single(depth));
      } else if (peek() == Type::both) {
        pass_operator({}, "AND");
      } else {
        wanted.push_back(conjunction(depth, unwanted));
      }
    }
    std::erase_if(unwanted, is_empty);
    QueryNode node = join(Kind::words, std::move(wanted));
    if (unwanted.empty()) return node;
    std::vector<QueryNode> children = {std::move(node)};
    std::move(unwanted.begin(), unwanted.end(), std::back_inserter(children));
    return {Kind::without, "", "", std::move(children)};
  }

  QueryNode conjunction(size_t depth, std::vector<QueryNode>& unwanted) {
    std::vector<QueryNode> nodes = {single(depth)};
    while (peek() == Type::both) {
      pass_operator(nodes.back(), "AND");
      if (peek() == Type::minus || peek() == Type::without) {
        ++at_;
        unwanted.push_back(single(depth));
      } else {
        nodes.push_back(single(depth));
      }
    }
    return join(Kind::all_of, std::move(nodes));
  }

  QueryNode single(size_t depth) {
    while (peek() == Type::minus || peek() == Type::without || peek() == Type::both) ++at_;
    const Lexeme& lexeme = lexemes_[at_];
    switch (lexeme.type) {
      case Type::word:
      case Type::phrase:
        ++at_;
        if (!lexeme.field.empty()) return {Kind::field, lexeme.text, lexeme.field, {}};
        if (lexeme.text.empty()) return {};
        return {lexeme.type == Type::word ? Kind::word : Kind::phrase, lexeme.text, "", {}};
      case Type::open: return bracket(depth);
      default: return {};
    }
  }

  QueryNode bracket(size_t depth) {
    if (depth == deepest) notes_.push_back("the brackets nest too deep at column " + column() + " and were passed over");
    const std::string opened = column();
    ++at_;
    if (depth >= deepest) return {};
    QueryNode inside = alternatives(depth + 1);
    if (peek() == Type::close) {
      ++at_;
    } else {
      notes_.push_back("the bracket at column " + opened + " was closed at the end");
    }
    return inside;
  }

  std::vector<Lexeme> lexemes_;
  std::vector<std::string>& notes_;
  size_t at_ = 0;
};

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  ParsedQuery parsed;
  std::vector<Lexeme> lexemes = Lexer(text, parsed.notes).lex();
  parsed.root = Parser(std::move(lexemes), parsed.notes).parse();
  return parsed;
}

}  // namespace chancery
