// SPDX-License-Identifier: GPL-2.0-or-later
/// The answers that the index must give, found by reading every article: for tests of many random
/// ones.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/fold.h"
#include "common/text_analysis.h"
#include "common/words.h"
#include "indexer/gazetteer/load_gazetteer.h"
#include "indexer/tagging/tagger.h"
#include "searcher/search_request.h"

namespace chancery {

/// A query as a tree that knows how it is written, and which articles it means.
struct ScanQuery {
  enum class Kind { word, prefix, phrase, title, both, either, without };
  Kind kind = Kind::word;
  std::string text;
  std::vector<ScanQuery> children;  // two of both, either, without

  std::string written() const {
    switch (kind) {
      case Kind::word: return text;
      case Kind::prefix: return text + "*";
      case Kind::phrase: return '"' + text + '"';
      case Kind::title: return "title:" + text;
      case Kind::both: return "(" + children[0].written() + " AND " + children[1].written() + ")";
      case Kind::either: return "(" + children[0].written() + " OR " + children[1].written() + ")";
      case Kind::without:
        return "(" + children[0].written() + " NOT " + children[1].written() + ")";
    }
    return {};
  }
};

class ScannedArticle {
 public:
  explicit ScannedArticle(Article read) : article(std::move(read)) {
    static const Gazetteer gazetteer = load_gazetteer({});
    Tags tags = tag_article(article, gazetteer);
    for (const auto& [kind, field] : {std::pair(EntityKind::person, Field::person),
                                      {EntityKind::country, Field::country},
                                      {EntityKind::organisation, Field::organisation},
                                      {EntityKind::place, Field::place}}) {
      for (const Tag& tag : tags.of(kind)) keys_[field].insert(tag.key);
    }
    keys_[Field::source] = {make_key(article.source)};
    for (const std::string& subject : article.subjects)
      keys_[Field::subject].insert(make_key(subject));
    if (article.date) {
      const std::string digits = to_digits(*article.date);
      keys_[Field::year] = {digits.substr(0, 4)};
      keys_[Field::month] = {digits.substr(0, 6)};
      keys_[Field::day] = {digits};
    }
    for (const std::string& text : {article.title, article.dateline, article.text})
      fields_.push_back(split(text));
  }

  const std::set<std::string>& keys(Field field) const {
    static const std::set<std::string> none;
    const auto found = keys_.find(field);
    return found == keys_.end() ? none : found->second;
  }

  bool matches(const ScanQuery& query) const {
    using Kind = ScanQuery::Kind;
    switch (query.kind) {
      case Kind::title: return has(fields_.front(), split(query.text));
      case Kind::word:
      case Kind::phrase:
        return std::any_of(fields_.begin(), fields_.end(),
                           [&](const Words& words) { return has(words, split(query.text)); });
      case Kind::prefix:
        return std::any_of(fields_.begin(), fields_.end(), [&](const Words& words) {
          return std::any_of(words.begin(), words.end(), [&](const Split& word) {
            return word.folded.starts_with(query.text);
          });
        });
      case Kind::both: return matches(query.children[0]) && matches(query.children[1]);
      case Kind::either: return matches(query.children[0]) || matches(query.children[1]);
      case Kind::without: return matches(query.children[0]) && !matches(query.children[1]);
    }
    return false;
  }

  /// By key.
  bool passes(const std::map<Field, Filter>& filters, bool all_persons) const {
    for (const auto& [field, filter] : filters) {
      const auto is_there = [&, field = field](const std::string& key) {
        return keys(field).contains(key);
      };
      const bool all = all_persons && field == Field::person;
      if (all && !std::all_of(filter.any.begin(), filter.any.end(), is_there)) return false;
      if (!all && !filter.any.empty() &&
          std::none_of(filter.any.begin(), filter.any.end(), is_there))
        return false;
      if (std::any_of(filter.none.begin(), filter.none.end(), is_there)) return false;
    }
    return true;
  }

  Article article;

 private:
  struct Split {
    std::string folded, term;
  };
  using Words = std::vector<Split>;

  static Words split(const std::string& text) {
    static TextAnalysis english("en");
    Words words;
    for (const Word& word : split_words(text))
      words.push_back({fold_word(text_of(text, word)), english.term(text_of(text, word))});
    return words;
  }

  static bool has(const Words& words, const Words& wanted) {
    return std::search(words.begin(), words.end(), wanted.begin(), wanted.end(),
                       [](const Split& a, const Split& b) { return a.term == b.term; }) !=
           words.end();
  }

  std::map<Field, std::set<std::string>> keys_;
  std::vector<Words> fields_;  // headline, dateline, body
};

}  // namespace chancery
