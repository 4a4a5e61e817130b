// SPDX-License-Identifier: GPL-2.0-or-later
/// Hits over time, as bars that can be clicked.
#pragma once

#include <optional>
#include <string>

#include "searcher/results.h"
#include "searcher/web/parameters.h"

namespace chancery::web {

/// Years, months or days: what gives a chart of the span (of all articles where there is none)
/// enough bars.
Field timeline_unit(const std::optional<DateSpan>& asked, const std::optional<DateSpan>& archive);

/// An SVG: each bar links to its year, month or day, and page.js lets a span be drawn over several.
std::string timeline_chart(const Facet& timeline, const Parameters& parameters);

}  // namespace chancery::web
