// SPDX-License-Identifier: GPL-2.0-or-later
/// The gazetteer that a run works with: the built-in names and the user's own.
#pragma once

#include <string>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"

namespace chancery {

/// Throws Error "FILE:LINE: …" for a fault in one of `files`, which are tables of the same columns
/// as those in indexer/gazetteer/.
Gazetteer load_gazetteer(const std::vector<std::string>& files);

}  // namespace chancery
