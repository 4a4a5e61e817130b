// SPDX-License-Identifier: GPL-2.0-or-later
/// Holds the tags of articles against gold tags: precision, recall and each error.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/tagging/tagger.h"

namespace chancery {

/// What one article should be tagged with. Nothing: the gold does not say.
struct GoldTags {
  std::optional<std::set<std::string>> countries;  ///< codes
  std::set<std::string> ignored_countries;         ///< count neither way
  /// Of each person the forms that the text uses: {"Shah Mahmood Qureshi", "Qureshi"}.
  std::optional<std::vector<std::vector<std::string>>> persons;
};

/// Gold by article id, from JSON Lines (id, countries, ignore_countries, persons; other keys are
/// passed over), packed or not. Throws Error naming the line of what is none.
std::map<std::string, GoldTags> read_gold(const std::string& path);

/// Hits and errors over (article, tag) pairs.
struct PairCount {
  size_t hit = 0, extra = 0, missed = 0;
  double precision() const;
  double recall() const;
  double f1() const;  ///< 1 where there is nothing to find and nothing was found
};

struct TagError {
  std::string article;
  std::string kind;     ///< "country", "person", "full name"
  bool extra = false;   ///< tagged, but not in the gold; else missed
  std::string value;    ///< "RU", "lavrov"
  std::string context;  ///< the text around the first mention; empty where the text has none
};

/// Countries are held against each other by code; persons by surname, the last word
/// of their longest form; full names as the share of gold names of two words or more whose first
/// and last word some tagged person has.
class TagScore {
 public:
  /// `on_error` is called with each error; may be empty.
  explicit TagScore(std::function<void(const TagError&)> on_error = {})
      : on_error_(std::move(on_error)) {}

  void add(const Article& article, const Tags& tags, const GoldTags& gold);

  const PairCount& countries() const { return countries_; }
  const PairCount& focus() const {
    return focus_;
  }  ///< countries, of the tags those in focus alone
  const PairCount& persons() const { return persons_; }
  const PairCount& full_names() const { return full_names_; }  ///< of `extra` always 0

 private:
  void add_countries(const Article& article, const Tags& tags, const GoldTags& gold);
  void add_persons(const Article& article, const Tags& tags, const GoldTags& gold);
  void report(const Article& article, const char* kind, bool extra, const std::string& value,
              const std::vector<std::string>& forms) const;

  std::function<void(const TagError&)> on_error_;
  PairCount countries_, focus_, persons_, full_names_;
};

}  // namespace chancery
