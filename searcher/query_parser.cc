// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_parser.h"

#include <algorithm>

#include "searcher/query_lexer.h"

namespace chancery {
namespace {

using Kind = QueryNode::Kind;

// More brackets within brackets than this are read as none: recursion must have an end.
constexpr size_t deepest = 50;

class Parser {
 public:
  Parser(std::string_view query, QueryNotes& notes)
      : lexemes_(lex_query(query, notes)), notes_(notes) {}

  QueryNode parse() {
    std::vector<QueryNode> parts = {alternatives(0)};
    while (peek() != Type::end) {  // only a closing bracket too many ends alternatives() early
      notes_.add("the bracket at ", place(), " closes nothing and was passed over");
      ++at_;
      parts.push_back(alternatives(0));
    }
    return join(Kind::words, std::move(parts));
  }

 private:
  using Type = Lexeme::Type;

  Type peek() const { return lexemes_[at_].type; }
  size_t place() const { return lexemes_[at_].at; }
  static bool is_empty(const QueryNode& node) {
    return node.kind == Kind::words && node.children.empty();
  }

  static QueryNode joined(Kind kind, std::vector<QueryNode> nodes) {
    QueryNode node;
    node.kind = kind;
    node.children = std::move(nodes);
    return node;
  }

  static QueryNode join(Kind kind, std::vector<QueryNode> nodes) {
    std::erase_if(nodes, is_empty);
    if (nodes.size() == 1) return std::move(nodes.front());
    if (nodes.empty()) kind = Kind::words;
    return joined(kind, std::move(nodes));
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
      notes_.add(name + " at ", place(), " joins nothing and was passed over");
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
    return joined(Kind::without, std::move(children));
  }

  QueryNode conjunction(size_t depth, std::vector<QueryNode>& unwanted) {
    std::vector<QueryNode> nodes = {neighbours(depth)};
    while (peek() == Type::both) {
      pass_operator(nodes.back(), "AND");
      if (peek() == Type::minus || peek() == Type::without) {
        ++at_;
        unwanted.push_back(single(depth));
      } else {
        nodes.push_back(neighbours(depth));
      }
    }
    return join(Kind::all_of, std::move(nodes));
  }

  // a NEAR/3 b NEAR/9 c: b within 3 words of a, and c within 9 of b. One node for all of them: as
  // pairs they would hold what stands in the middle twice, and brackets within brackets double that
  // each time.
  QueryNode neighbours(size_t depth) {
    QueryNode first = single(depth);
    if (peek() != Type::near) return first;
    std::vector<QueryNode> chain;
    chain.push_back(std::move(first));
    while (peek() == Type::near) {
      const size_t distance = lexemes_[at_].distance;
      pass_operator(chain.back(), "NEAR");
      QueryNode after = single(depth);
      if (is_empty(after)) continue;
      after.distance = distance;
      if (is_empty(chain.back())) chain.pop_back();
      chain.push_back(std::move(after));
    }
    return join(Kind::near, std::move(chain));
  }

  QueryNode single(size_t depth) {
    while (peek() == Type::minus || peek() == Type::without || peek() == Type::both) ++at_;
    const Lexeme& lexeme = lexemes_[at_];
    switch (lexeme.type) {
      case Type::word: return leaf(Kind::word, lexeme);
      case Type::prefix: return leaf(Kind::prefix, lexeme);
      case Type::phrase: return leaf(Kind::phrase, lexeme);
      case Type::open: return bracket(depth);
      default: return {};
    }
  }

  QueryNode leaf(Kind kind, const Lexeme& lexeme) {
    ++at_;
    QueryNode node;
    if (lexeme.field.empty() && lexeme.text.empty()) return node;
    node.kind = lexeme.field.empty() ? kind : Kind::field;
    node.text = lexeme.text;
    node.field = lexeme.field;
    node.at = lexeme.at;
    return node;
  }

  QueryNode bracket(size_t depth) {
    if (depth == deepest)
      notes_.add("the brackets nest too deep at ", place(), " and were passed over");
    const size_t opened = place();
    ++at_;
    if (depth >= deepest) return {};
    QueryNode inside = alternatives(depth + 1);
    if (peek() == Type::close) {
      ++at_;
    } else {
      notes_.add("the bracket at ", opened, " was closed at the end");
    }
    return inside;
  }

  std::vector<Lexeme> lexemes_;
  QueryNotes& notes_;
  size_t at_ = 0;
};

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  ParsedQuery parsed;
  QueryNotes notes(text);
  parsed.root = Parser(text, notes).parse();
  parsed.notes = notes.take();
  return parsed;
}

}  // namespace chancery
