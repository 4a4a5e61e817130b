// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/open_database.h"

#include <sys/stat.h>

#include <utility>

namespace chancery {
namespace {

std::pair<dev_t, ino_t> folder_at(const std::string& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 ? std::pair(found.st_dev, found.st_ino)
                                         : std::pair(dev_t{}, ino_t{});
}

}  // namespace

Xapian::Database open_database(const std::string& path) {
  constexpr int most_tries = 20;
  for (int tries = 1; tries <= most_tries; ++tries) {
    const auto before = folder_at(path);
    try {
      Xapian::Database database(path);
      if (folder_at(path) != before) continue;
      expect_statistics(database);
      return database;
    } catch (const Xapian::DatabaseError&) {
      if (folder_at(path) == before) throw;
    }
  }
  throw Xapian::DatabaseOpeningError("it is swapped for another one again and again");
}

void expect_statistics(const Xapian::Database& database) {
  if (database.get_doccount() == 0 && database.allterms_begin() != database.allterms_end()) {
    throw Xapian::DatabaseCorruptError("the end of its version file is missing");
  }
}

}  // namespace chancery
