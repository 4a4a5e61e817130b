// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stored_index.h"

#include <xapian.h>

#include <filesystem>

#include "common/error.h"
#include "common/schema.h"
#include "common/stored_article.h"

namespace chancery {
namespace {

Xapian::Database open(const std::string& path) {
  try {
    Xapian::Database database(path);
    const std::string version = database.get_metadata(std::string(schema::version_key));
    if (version != schema::version) {
      throw Error("'" + path + "' is no index of schema " + std::string(schema::version) + "; build it anew from its sources");
    }
    return database;
  } catch (const Xapian::Error& error) {
    throw Error("cannot open the index '" + path + "': " + error.get_msg());
  }
}

}  // namespace

std::string kept_corrections(const std::string& path) {
  if (!std::filesystem::exists(path)) return {};
  try {
    return Xapian::Database(path).get_metadata(std::string(schema::corrections_key));
  } catch (const Xapian::Error&) {
    return {};  // what is wrong with it, the writer will say
  }
}

void read_stored_articles(const std::string& path, const std::function<void(Article&&)>& use) {
  const Xapian::Database database = open(path);
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    use(std::move(unpack_stored_article(database.get_document(*at).get_data()).article));
  }
}

}  // namespace chancery
