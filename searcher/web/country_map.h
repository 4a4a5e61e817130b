// SPDX-License-Identifier: GPL-2.0-or-later
/// The countries of the hits on a map of the world.
#pragma once

#include <string>

#include "searcher/results.h"
#include "searcher/web/parameters.h"

namespace chancery::web {

/// An SVG with the outline of each country, stronger in colour with more hits, what the colours
/// mean, and the countries that could not be drawn; a click adds the country to the filters, or
/// takes it away.
std::string country_map(const Facet& countries, const Parameters& parameters);

}  // namespace chancery::web
