// SPDX-License-Identifier: GPL-2.0-or-later
/// Why each hit ranks where it does, for --explain.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/index.h"
#include "searcher/query_builder.h"
#include "searcher/results.h"

namespace chancery {

/// Gives each hit what each of `parts` adds to its score, the heaviest first; what adds nothing is
/// left out.
void explain(const std::vector<QueryPart>& parts, const Index& index, std::vector<Hit>& hits);

}  // namespace chancery
