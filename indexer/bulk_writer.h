// SPDX-License-Identifier: GPL-2.0-or-later
/// Writes documents and the names of their entities into the index.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/article.h"
#include "common/schema.h"
#include "indexer/document_builder.h"
#include "indexer/gazetteer.h"
#include "indexer/indexed_files.h"
#include "indexer/name_writer.h"
#include "indexer/origin.h"
#include "indexer/tags.h"

namespace chancery {

/// Articles, names, words and file records get into the index together, by commit. What was not
/// committed when the object goes, or the machine, never was.
class BulkWriter {
 public:
  enum class Outcome { added, replaced, unchanged };
  struct Written {
    Xapian::docid id = 0;
    Outcome outcome = Outcome::added;
  };

  /// Opens the index in folder `path`, or makes it. Throws Error where it cannot, where another
  /// process is writing to it, or where it is of another schema.
  BulkWriter(const std::string& path, const Gazetteer& gazetteer);

  /// After how many articles a commit is due.
  static unsigned articles_per_commit();

  const Xapian::Database& database() const { return database_; }

  /// Near-duplicates of new articles are looked for there too: in all shards, of which this one is part.
  void look_for_copies_in(const Xapian::Database& all) { all_ = all; }

  bool has(const std::string& id) const { return database_.term_exists(schema::id_term(id)); }

  /// The article with that id, where its content has that hash.
  std::optional<Xapian::docid> find_same(const std::string& id, const std::string& content_hash) const;

  /// Adds the document, in place of the one with the same article id if there is one; where that is
  /// of the same content, or of a file that came into the index later, it stays. Commits every few thousand articles.
  Written write(BuiltDocument built, const Article& article, const Tags& tags, const Origin& origin = {});

  /// As IndexedFiles::drop_article.
  bool drop_article(Xapian::docid id, const std::string& path);

  IndexedFiles& files() { return files_; }

  /// Keeps the user's table of corrections, as text, with the index.
  void keep_corrections(const std::string& text);

  /// Writes what is left. Throws Error where the disk does not take it.
  void commit();

 private:
  Written put(Xapian::Document& document, const Article& article, const Origin& origin);
  void set_group_of_copies(Xapian::Document& document, const Article& article) const;
  void set(std::string_view key, const std::string& value);
  void write_words();

  const std::string path_;
  Xapian::WritableDatabase database_;
  NameWriter names_;
  IndexedFiles files_;
  Xapian::Database all_;  // where copies are looked for
  const unsigned articles_per_commit_;
  std::unordered_set<std::string> words_;  // that the index has, as far as this run met them
  std::vector<std::string> new_words_;     // since last commit
  unsigned uncommitted_ = 0;
};

}  // namespace chancery
