// SPDX-License-Identifier: GPL-2.0-or-later
/// One place in an article where an entity is spoken of, and why the tagger takes it so.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/entity.h"

namespace chancery {

/// The texts of an article in which mentions are, by Mention::text.
inline std::array<const std::string*, 3> texts_of(const Article& article) {
  return {&article.title, &article.dateline, &article.text};
}

struct Mention {
  size_t text = 0;   ///< 0 headline, 1 dateline, 2 body
  size_t begin = 0;  ///< bytes [begin, end) of it
  size_t end = 0;
  EntityKind kind = EntityKind::person;
  std::string key;
  std::string_view why;  ///< the rule, a literal: "surname of a person named in full"
  double score = 0;      ///< where the model's weights decided; else 0
  /// Of the features behind the score, the largest first.
  std::vector<std::pair<std::string, double>> weights;
};

}  // namespace chancery
