// SPDX-License-Identifier: GPL-2.0-or-later
/// From a request to the query that Xapian runs, and to what its hits are to highlight.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/highlighter.h"
#include "searcher/index.h"
#include "searcher/search_request.h"

namespace chancery {

struct BuiltQuery {
  Xapian::Query query;
  Highlighter highlighter;
  bool has_text = false;  ///< words to rank by, not only filters
  /// Entities that the filters ask for, by field and key: their mentions are to be highlighted.
  std::vector<std::pair<Field, std::string>> entities;
  std::vector<std::string> notes;
  std::string suggestion;  ///< for a name that nobody bears
};

/// Throws UsageError for a country or a language that is none, and for a date in the query that is
/// none. A person, organisation, place or source that the index does not know: a query that nothing
/// matches, with a suggestion.
BuiltQuery build_query(const SearchRequest& request, const Index& index);

}  // namespace chancery
