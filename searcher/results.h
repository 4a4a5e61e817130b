// SPDX-License-Identifier: GPL-2.0-or-later
/// The answer to a request: plain values, which renderers turn into bytes. No Xapian behind them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/entity.h"
#include "searcher/field.h"

namespace chancery {

/// A piece of an article's text, and whether it is what was asked for. `gap`: something of the text
/// is left out before it.
struct Fragment {
  std::string text;
  bool match = false;
  bool gap = false;
};

struct Hit {
  Article article;  ///< its text is empty: the snippet stands for it
  double score = 0;
  std::vector<Fragment> title;
  std::vector<Fragment> snippet;
  std::vector<Tag> tags;
};

struct FacetValue {
  std::string key;
  std::string name;
  size_t count = 0;
};

struct Facet {
  Field field = Field::person;
  std::vector<FacetValue> values;  ///< the most frequent first; years and months in their order
  size_t distinct = 0;             ///< how many there are in all
};

struct Results {
  size_t total = 0;
  bool total_is_exact = true;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::string suggestion;           ///< "did you mean", empty for none
  std::vector<std::string> notes;   ///< how the request was read, where that is not plain
};

/// One article in full, for --article.
struct ArticleView {
  Article article;
  std::vector<Fragment> title;
  std::vector<Fragment> text;
  std::vector<Tag> tags;
};

/// One candidate of --resolve.
struct Candidate {
  std::string kind;  ///< "person", …, "source"
  std::string key;
  std::string name;
  std::vector<std::string> aliases;
  size_t count = 0;  ///< articles
};

}  // namespace chancery
