// SPDX-License-Identifier: GPL-2.0-or-later
/// The indexer's work: articles in, tagged in several threads, written in order.
#pragma once

#include "indexer/options.h"

namespace chancery {

/// Does what the options say. Returns the exit status: 0, or 1 where some inputs gave no article.
/// Throws Error where the index cannot be written, an input is missing, or --strict met a reject.
int index_archive(const IndexOptions& options);

}  // namespace chancery
