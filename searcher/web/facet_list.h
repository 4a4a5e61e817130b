// SPDX-License-Identifier: GPL-2.0-or-later
/// The facets as lists of links.
#pragma once

#include <string>
#include <vector>

#include "searcher/results.h"
#include "searcher/web/parameters.h"

namespace chancery::web {

/// So many values of a facet with `more`.
constexpr size_t most_listed_values = 60;

/// For each value a link that adds it to the filters, or takes it away, and one that leaves it out.
std::string facet_lists(const std::vector<Facet>& facets, const Parameters& parameters);

}  // namespace chancery::web
