// SPDX-License-Identifier: GPL-2.0-or-later
/// Counts drawn with characters: bars, timelines, tables.
#pragma once

#include <ostream>

#include "searcher/output_style.h"
#include "searcher/results.h"

namespace chancery {

/// A bar for each value.
void draw_bars(std::ostream& out, const Facet& facet, const OutputStyle& style);

/// Years as bars, those without a hit included. Months as a line for each year, days as a line for
/// each month: "2018  ▁▁▂▁▁▁▁▁▁▃█▅  31".
void draw_timeline(std::ostream& out, const Facet& timeline, const OutputStyle& style);

/// A table with as many columns as the terminal is wide.
void draw_cross(std::ostream& out, const Cross& cross, const OutputStyle& style);

}  // namespace chancery
