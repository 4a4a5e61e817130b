// SPDX-License-Identifier: GPL-2.0-or-later
/// Many queries answered by one process, for scripts that ask thousands.
#pragma once

#include "searcher/index.h"
#include "searcher/options.h"

namespace chancery {

/// Reads queries from options.batch ("-": stdin), one a line, and answers each with the other
/// options as they are, in order: json and jsonl give one object a line, ids the ids of one query
/// on a line with tabs between, text the query before its answer, --count a number a line. A query
/// that is wrong does not stop the others: it is named on stderr, and its answer is an object with
/// "error", or an empty line. Returns the exit status: 2 where a query was wrong, else 0 where any
/// had a hit, else 1.
int answer_batch(const SearchOptions& options, Index& index);

}  // namespace chancery
