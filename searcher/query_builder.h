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

/// A part of the query by which hits rank, for --explain.
struct QueryPart {
  std::string what;  ///< `word talks`, `headline`, `tagged Iran`
  Xapian::Query query;
};

struct BuiltQuery {
  Xapian::Query query;
  Highlighter highlighter;
  bool has_text = false;            ///< words to rank by, not only filters
  bool compares_positions = false;  ///< has a phrase, or NEAR
  /// Entities that the filters ask for, by field and key: their mentions are to be highlighted.
  std::vector<std::pair<Field, std::string>> entities;
  std::vector<std::string> notes;
  std::string suggestion;  ///< "did you mean": a query, or a name for one that nobody bears
  std::vector<QueryPart> parts;
  std::string
      reading;  ///< the request in words, names resolved: `(nuclear OR talks) AND country Iran`
};

/// Throws UsageError, with the column and a remedy, for a country, a language or a date in the
/// query that is none, and where `like` names no article. A person, organisation, place or source
/// that the index does not know: a query that nothing matches, with a suggestion.
BuiltQuery build_query(const SearchRequest& request, const Index& index);

}  // namespace chancery
