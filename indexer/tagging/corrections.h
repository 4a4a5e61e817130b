// SPDX-License-Identifier: GPL-2.0-or-later
/// A user's corrections of tags: who is one with whom, who is none, what a name in one article
/// means.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/gazetteer/gazetteer_table.h"
#include "indexer/tagging/mention.h"
#include "indexer/tagging/tags.h"

namespace chancery {

/// Rows of a table with the columns `action kind entity value article`:
///   merge   person  edgar-rowe       Edgar F. Rowe     the first is the second, wherever it is
///   tagged rename  person  edgar-f-rowe     Edgar Frank Rowe  shown by that name drop    person he
///   is none set     person  Rowe             albert-rowe  a1   that surface, in the article a1
/// `kind` is person, country, organisation or place. `entity`, and the value of merge and set, are
/// a key or a name; of a country its code. `set` is applied first, then the others in their order.
class Corrections {
 public:
  Corrections() = default;

  /// Parses the text of a table. Throws Error "FILE:LINE: …" for what is not understood.
  Corrections(const std::string& file, std::string_view text);

  /// Whether `apply` needs the mentions of that article.
  bool sets_in(const std::string& article) const;

  /// Corrects the tags. `mentions` are needed where sets_in says so.
  void apply(const Article& article, const Gazetteer& gazetteer,
             const std::vector<Mention>& mentions, Tags& tags) const;

 private:
  enum class Action { merge, rename, drop, set };
  struct Correction {
    Action action = Action::merge;
    EntityKind kind = EntityKind::person;
    std::string entity;
    std::string value;
    std::string article;
  };
  Correction parse(const std::vector<std::string>& fields) const;

  std::vector<Correction> corrections_;
};

}  // namespace chancery
