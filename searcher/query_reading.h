// SPDX-License-Identifier: GPL-2.0-or-later
/// A query as it was understood, in words, for --explain.
#pragma once

#include <functional>
#include <string>

#include "searcher/query_parser.h"
#include "searcher/search_request.h"

namespace chancery {

/// The whole request: `(nuclear OR "peace talks") AND country Iran AND from 2018-01-01 to
/// 2018-12-31`. `meaning` gives the name of what a name in a field means.
std::string reading_of(const QueryNode& root, const SearchRequest& request,
                       const std::function<std::string(Field, const std::string&)>& meaning);

/// A part of the query as one would type it: `peace NEAR/3 talks`.
std::string reading_of(const QueryNode& node);

}  // namespace chancery
