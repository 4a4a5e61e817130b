// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stored_index.h"

#include <filesystem>

#include "common/error.h"
#include "common/open_database.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "indexer/indexed_files.h"

namespace chancery {
Xapian::Database open_stored_index(const std::string& path) {
  try {
    Xapian::Database database = open_database(path);
    const std::string version = database.get_metadata(std::string(schema::version_key));
    if (version != schema::version) {
      throw Error("'" + path + "' is no index of schema " + std::string(schema::version) +
                  "; build it anew from its sources");
    }
    return database;
  } catch (const Xapian::DatabaseNotFoundError&) {
    throw Error("no index at '" + path + "'; make one with: chancery-indexer --db " + path +
                " INPUT...");
  } catch (const Xapian::Error& error) {
    throw Error("cannot open the index '" + path + "': " + error.get_msg());
  }
}

std::string kept_corrections(const std::string& path) {
  if (!std::filesystem::exists(path)) return {};
  try {
    return Xapian::Database(path).get_metadata(std::string(schema::corrections_key));
  } catch (const Xapian::Error&) {
    return {};  // what is wrong with it, the writer will say
  }
}

void read_stored_articles(const std::string& path,
                          const std::function<void(Article&&, Origin&&)>& use) {
  const Xapian::Database database = open_stored_index(path);
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    use(std::move(unpack_stored_article(document.get_data()).article),
        {document.get_value(schema::content_slot), file_terms_of(document)});
  }
}

}  // namespace chancery
