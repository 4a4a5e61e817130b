// SPDX-License-Identifier: GPL-2.0-or-later
/// Who appears with whom.
#pragma once

#include <string>

#include "searcher/results.h"
#include "searcher/web/parameters.h"

namespace chancery::web {

/// A table of the most frequent values of two fields; each count links to the articles with both.
std::string cross_table(const Cross& cross, const Parameters& parameters);

}  // namespace chancery::web
