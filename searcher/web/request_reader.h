// SPDX-License-Identifier: GPL-2.0-or-later
/// From a request's parameters to what is searched for.
#pragma once

#include "searcher/search_request.h"
#include "searcher/web/parameters.h"
#include "searcher/web/turns.h"

namespace chancery::web {

constexpr size_t deepest_hit = 10'000;  // that an answer may begin behind
constexpr size_t longest_id = 400;      // bytes, of an article

/// The parameters have the names and the values of chancery-searcher's options, `q` being the
/// query; flags are 1. Throws UsageError for a name or a value that is none, and for what would
/// cost too much: more than 100 hits or facet values, hits behind the 10,000th, a query of more
/// than 1000 bytes, 5 prefixes or 10 phrases. What is asked for has a time limit.
SearchRequest read_search_request(const Parameters& parameters);

/// How much work that seems to be: it need not be true, since the time limit holds for all.
Effort effort_of(const Parameters& parameters);

/// Throws UsageError where `text` is no UTF-8, has control characters, or is longer than `most`
/// bytes.
void check_text(const std::string& name, const std::string& text, size_t most);

}  // namespace chancery::web
