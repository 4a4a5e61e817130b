// SPDX-License-Identifier: GPL-2.0-or-later
/// What a user asks of the archive: a plain value, made by the command line or the web server of
/// what was typed, answered by search().
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/date.h"
#include "searcher/field.h"

namespace chancery {

/// Names as the user wrote them: an article has one of `any` and none of `none`.
struct Filter {
  std::vector<std::string> any;
  std::vector<std::string> none;
};

enum class Sort { relevance, newest, oldest };

struct SearchRequest {
  std::string query;       ///< in the query language (query_parser.h); may be empty
  bool all_words = false;  ///< words join by AND instead of by ranked OR
  std::map<Field, Filter> filters;
  bool all_persons = false;  ///< every person of the filter must be there, not any
  std::optional<DateSpan> dates;
  std::string like;  ///< the id of an article: find those that are like it
  std::optional<double>
      recency_days;          ///< newer articles rank higher: the bonus halves in so many days
  bool collapse = false;     ///< of near-duplicates only the best
  std::optional<Sort> sort;  ///< nothing: relevance with a query, newest without
  size_t offset = 0;
  size_t limit = 10;
  std::string after;  ///< the cursor of an answer (Results::next): go on behind its last hit
  std::vector<Field> facets;
  std::optional<std::pair<Field, Field>>
      cross;                      ///< which values of the one appear with which of the other
  std::optional<Field> timeline;  ///< hits by year, month or day
  bool ids_only = false;          ///< of the hits, nothing but the ids is wanted
  bool total = true;              ///< how many hits there are in all is wanted
  bool explain = false;           ///< how the query was read, and why each hit ranks where it does
  size_t facet_limit = 10;
  size_t snippet_length = 280;                          ///< in characters; 0: no snippets
  std::optional<std::chrono::milliseconds> time_limit;  ///< beyond it search() throws TooSlow
};

}  // namespace chancery
