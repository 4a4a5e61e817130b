// SPDX-License-Identifier: GPL-2.0-or-later
/// The end of the program where Xapian cannot tell of a failed write.
#pragma once

#include <string>

namespace chancery {

/// From now on a failed write that ends the program says so in one line, with status 2, and leaves
/// no folder `unfinished` behind. Most of them are exceptions and end as all others do; but
/// Xapian 1.4 writes in a destructor too (of its ValueUpdater), and what that throws ends the
/// program at once.
void tell_of_failed_writes(const std::string& index, const std::string& unfinished);

}  // namespace chancery
