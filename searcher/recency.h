// SPDX-License-Identifier: GPL-2.0-or-later
/// Ranking newer articles higher, for --recency.
#pragma once

#include <xapian.h>

#include "searcher/index.h"

namespace chancery {

/// A weight for each dated article: full for the newest day of the index, half of it `days` (more
/// than 0) before, and so on. To be added to a query by OP_AND_MAYBE.
Xapian::Query recency_query(const Index& index, double days);

}  // namespace chancery
