// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/open_database.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/unit/temporary_folder.h"

namespace chancery {
namespace {

namespace fs = std::filesystem;

TEST(OpenDatabase, NoDocumentsAreLostWithoutAWordWhereTheVersionFileIsCut) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/a.db";
  {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
    Xapian::Document document;
    document.add_term("treaty");
    database.add_document(document);
  }
  unsigned refused = 0;
  for (uintmax_t size = fs::file_size(path + "/iamglass"); size-- > 0;) {
    fs::resize_file(path + "/iamglass", size);
    try {
      EXPECT_EQ(open_database(path).get_doccount(), 1U) << "cut to " << size;
    } catch (const Xapian::DatabaseError&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 0U);
}

}  // namespace
}  // namespace chancery
