// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_reading.h"

#include <algorithm>

#include "common/words.h"
#include "searcher/stop_words.h"

namespace chancery {
namespace {

using Kind = QueryNode::Kind;
using Meaning = std::function<std::string(Field, const std::string&)>;

bool is_stop(const QueryNode& node) {
  return node.kind == Kind::word && is_stop_word(fold_word(node.text));
}

class Reading {
 public:
  Reading(const Meaning* meaning, bool all_words) : meaning_(meaning), all_words_(all_words) {}

  std::string of(const QueryNode& node) const {
    switch (node.kind) {
      case Kind::word: return split_words(node.text).size() > 1 ? '"' + node.text + '"' : node.text;
      case Kind::phrase: return '"' + node.text + '"';
      case Kind::prefix: return node.text + '*';
      case Kind::field: return field(node);
      case Kind::near: return near(node);
      case Kind::words: return words(node);
      case Kind::all_of: return joined(node.children, " AND ");
      case Kind::any_of: return joined(node.children, " OR ");
      case Kind::without: return without(node);
    }
    return {};
  }

  // In brackets, unless it is one thing.
  std::string within(const QueryNode& node) const {
    const std::string text = of(node);
    return node.children.empty() || text.empty() ? text : '(' + text + ')';
  }

 private:
  std::string field(const QueryNode& node) const {
    const auto field = field_named(node.field);
    if (meaning_ == nullptr || !field || node.field == "date") return node.field + ':' + node.text;
    return node.field + ' ' + (*meaning_)(*field, node.text);
  }

  std::string near(const QueryNode& node) const {
    std::string text = within(node.children.front());
    for (size_t i = 1; i < node.children.size(); ++i)
      text += " NEAR/" + std::to_string(node.children[i].distance) + ' ' + within(node.children[i]);
    return text;
  }

  // Filters narrow what the words beside them find.
  std::string words(const QueryNode& node) const {
    std::vector<QueryNode> plain;
    std::vector<QueryNode> filters;
    const bool only_stops = std::all_of(node.children.begin(), node.children.end(), is_stop);
    for (const QueryNode& child : node.children) {
      if (is_stop(child) && !only_stops) continue;
      (child.kind == Kind::field ? filters : plain).push_back(child);
    }
    std::string text = joined(plain, all_words_ ? " AND " : " OR ");
    if (plain.size() > 1 && !filters.empty()) text = '(' + text + ')';
    for (const QueryNode& filter : filters) text += (text.empty() ? "" : " AND ") + of(filter);
    return text;
  }

  std::string joined(const std::vector<QueryNode>& nodes, const std::string& by) const {
    std::string text;
    for (const QueryNode& node : nodes) {
      const std::string part = nodes.size() > 1 ? within(node) : of(node);
      if (!part.empty()) text += (text.empty() ? "" : by) + part;
    }
    return text;
  }

  std::string without(const QueryNode& node) const {
    std::string text = within(node.children.front());
    if (text.empty()) text = "everything";
    for (size_t i = 1; i < node.children.size(); ++i) text += " NOT " + within(node.children[i]);
    return text;
  }

  const Meaning* meaning_;
  bool all_words_;
};

}  // namespace

std::string reading_of(const QueryNode& node) { return Reading(nullptr, false).of(node); }

std::string reading_of(const QueryNode& root, const SearchRequest& request,
                       const Meaning& meaning) {
  std::vector<std::string> must;
  std::string must_not;
  const Reading reading(&meaning, request.all_words);
  if (!request.like.empty()) must.push_back("like article " + request.like);
  const bool has_more = !request.filters.empty() || request.dates || !request.like.empty();
  if (std::string text = has_more ? reading.within(root) : reading.of(root); !text.empty())
    must.push_back(std::move(text));
  for (const auto& [field, filter] : request.filters) {
    const std::string kind = std::string(name_of(field)) + ' ';
    std::string any;
    for (const std::string& name : filter.any) {
      any += (any.empty()                                     ? ""
              : request.all_persons && field == Field::person ? " AND "
                                                              : " OR ") +
             kind + meaning(field, name);
    }
    if (!any.empty()) must.push_back(filter.any.size() > 1 ? '(' + any + ')' : any);
    for (const std::string& name : filter.none) must_not += " NOT " + kind + meaning(field, name);
  }
  if (request.dates)
    must.push_back("from " + to_iso(request.dates->first) + " to " + to_iso(request.dates->last));
  std::string text;
  for (const std::string& part : must) text += (text.empty() ? "" : " AND ") + part;
  return (text.empty() ? "everything" : text) + must_not;
}

}  // namespace chancery
