// SPDX-License-Identifier: GPL-2.0-or-later
/// A database opened for reading, though a writer may swap its folder for another one.
#pragma once

#include <xapian.h>

#include <string>

namespace chancery {

/// Opens the database in the folder. Xapian opens its files one by one, by name; where the folder
/// is swapped meanwhile, they would be of two databases, so they are opened again. Throws what
/// Xapian throws. To see what was committed since, open it anew too: reopen() has the same gap.
Xapian::Database open_database(const std::string& path);

/// Throws Xapian::DatabaseCorruptError where the number of documents is gone with the end of the
/// version file: Xapian takes it for 0, and every answer would be "nothing".
void expect_statistics(const Xapian::Database& database);

}  // namespace chancery
