// SPDX-License-Identifier: GPL-2.0-or-later
/// The countries of the hits on a map of equal tiles.
#pragma once

#include <string>

#include "searcher/results.h"
#include "searcher/web/parameters.h"

namespace chancery::web {

/// An SVG with a tile for each country about where it lies, stronger in colour with more hits; a click adds the country
/// to the filters, or takes it away.
std::string country_map(const Facet& countries, const Parameters& parameters);

}  // namespace chancery::web
