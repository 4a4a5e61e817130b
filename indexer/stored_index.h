// SPDX-License-Identifier: GPL-2.0-or-later
/// What the indexer reads from an index that is there already.
#pragma once

#include <functional>
#include <string>

#include "common/article.h"

namespace chancery {

/// The corrections kept in the index in folder `path`; empty where there are none, or no index.
std::string kept_corrections(const std::string& path);

/// Calls `use` with every article of the index, in the order in which they came. Throws Error where
/// there is no index, or one that this program cannot read.
void read_stored_articles(const std::string& path, const std::function<void(Article&&)>& use);

}  // namespace chancery
