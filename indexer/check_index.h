// SPDX-License-Identifier: GPL-2.0-or-later
/// --check: is the index whole?
#pragma once

#include <iosfwd>
#include <string>

namespace chancery {

/// Verifies Xapian's structures and then ours: every article has one id, reads back, is found by
/// its date, its tags, its source and its language, these have names, and each source file's record
/// reads. Says on `out` what is wrong, a line each, or how many articles are right. Returns whether
/// all is right. A writer may be at it. Throws Error where there is no such folder, or its files
/// cannot be written to.
bool check_index(const std::string& path, std::ostream& out);

}  // namespace chancery
