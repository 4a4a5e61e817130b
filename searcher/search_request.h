// SPDX-License-Identifier: GPL-2.0-or-later
/// What a user asks of the archive: a plain value, made by the command line, answered by search().
#pragma once

#include <map>
#include <optional>
#include <string>
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
  std::string query;  ///< in the query language (query_parser.h); may be empty
  bool all_words = false;  ///< words join by AND instead of by ranked OR
  std::map<Field, Filter> filters;
  bool all_persons = false;  ///< every person of the filter must be there, not any
  std::optional<DateSpan> dates;
  std::optional<Sort> sort;  ///< nothing: relevance with a query, newest without
  size_t offset = 0;
  size_t limit = 10;
  std::vector<Field> facets;
  size_t facet_limit = 10;
  size_t snippet_length = 280;  ///< in characters
};

}  // namespace chancery
