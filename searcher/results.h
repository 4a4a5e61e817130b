// SPDX-License-Identifier: GPL-2.0-or-later
/// The answer to a request: plain values, which renderers turn into bytes. No Xapian behind them.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/entity.h"
#include "searcher/field.h"

namespace chancery {

/// A piece of an article's text, and whether it is what was asked for. `gap`: something of the text
/// is left out before it. `offset`: characters (code points) of the stored text before it.
struct Fragment {
  std::string text;
  bool match = false;
  bool gap = false;
  size_t offset = 0;
};

/// A part of the query, and what it adds to a hit's score.
struct ScorePart {
  std::string what;
  double weight = 0;
};

struct Hit {
  Article article;  ///< its text is empty: the snippet stands for it
  double score = 0;
  std::vector<Fragment> title;
  std::vector<Fragment> snippet;
  std::vector<Tag> tags;
  std::vector<std::pair<EntityKind, std::string>>
      wanted;                          ///< of the tags, those that were asked for: kind and key
  size_t copies = 0;                   ///< near-duplicates that it stands for, with collapse
  std::vector<ScorePart> explanation;  ///< with explain, the heaviest first

  bool is_wanted(const Tag& tag) const {
    return std::find(wanted.begin(), wanted.end(), std::pair(tag.kind, tag.key)) != wanted.end();
  }
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

/// How many hits have both: "Sergey Lavrov" and "Iran".
struct CrossCount {
  FacetValue row;
  FacetValue column;
  size_t count = 0;
};

/// The most frequent values of two fields, and how often they appear together: what is not listed
/// is 0.
struct Cross {
  Field row_field = Field::person;
  Field column_field = Field::country;
  std::vector<FacetValue> rows;  ///< counts are those of hits, as in facets
  std::vector<FacetValue> columns;
  std::vector<CrossCount> counts;  ///< the most frequent first
};

struct Results {
  size_t total = 0;
  size_t first = 0;  ///< hits that stand before the first one here
  bool total_is_exact = true;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::optional<Cross> cross;
  std::optional<Facet> timeline;  ///< all years, months or days that have hits
  std::string next;        ///< cursor for what follows the last hit; empty where nothing does
  std::string reading;     ///< with explain: the query as it was understood
  std::string suggestion;  ///< "did you mean", empty for none
  std::vector<std::string> missing;  ///< shards of the index that the answer is without
  std::vector<std::string> notes;    ///< how the request was read, where that is not plain
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
