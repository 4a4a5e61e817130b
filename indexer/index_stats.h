// SPDX-License-Identifier: GPL-2.0-or-later
/// --stats: what is in the index?
#pragma once

#include <iosfwd>
#include <string>

namespace chancery {

/// Prints how many articles there are, by year, source and language, the persons and countries that
/// most speak of, and the bytes of each table: lines of NAME, tab, NUMBER under a heading. Throws
/// Error where there is no index.
void print_index_stats(const std::string& path, std::ostream& out);

}  // namespace chancery
