// SPDX-License-Identifier: GPL-2.0-or-later
/// What the indexer reads from an index that is there already.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>

#include "common/article.h"
#include "indexer/origin.h"

namespace chancery {

/// Opens the index for reading. Throws Error where there is none, or one that this program cannot
/// read.
Xapian::Database open_stored_index(const std::string& path);

/// The corrections kept in the index in folder `path`; empty where there are none, or no index.
std::string kept_corrections(const std::string& path);

/// Calls `use` with every article of the index and where it comes from, in the order in which they
/// came. Throws as open_stored_index.
void read_stored_articles(const std::string& path,
                          const std::function<void(Article&&, Origin&&)>& use);

}  // namespace chancery
