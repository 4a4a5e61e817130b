// SPDX-License-Identifier: GPL-2.0-or-later
/// Writes documents and the names of their entities into the index.
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/article.h"
#include "common/schema.h"
#include "indexer/document_builder.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/index_builder.h"
#include "indexer/indexed_files.h"
#include "indexer/name_writer.h"
#include "indexer/origin.h"
#include "indexer/tagging/tags.h"

namespace chancery {

/// Articles, names, words and file records get into the index together, by commit. What was not
/// committed when the object goes, or the machine, never was.
///
/// An index that is built anew gets its articles at the end: they are kept sorted beside it
/// (IndexBuilder), several times as fast as into Xapian's trees. What touches an article that is
/// there already waits for the end too, where it is not too much.
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

  /// Near-duplicates of new articles are looked for there too: in all shards, of which this one is
  /// part.
  void look_for_copies_in(const Xapian::Database& all) { all_ = all; }

  bool has(const std::string& id) const;

  /// From now on until finish_building, the index is built anew, within about `memory` bytes. To
  /// be called before any article is written. `copies` must outlive this.
  void build_anew(size_t memory, CopyGroups& copies);

  /// The building should end: more waits for it than memory should hold.
  bool has_much_late() const;

  /// The article with that id, where its content has that hash.
  std::optional<Xapian::docid> find_same(const std::string& id,
                                         const std::string& content_hash) const;

  /// Adds the document (built packed, where the index is built anew), in place of the one with the
  /// same article id if there is one; where that is of the same content, or of a file that came
  /// into the index later, it stays. Commits every few thousand articles.
  Written write(BuiltDocument built, const Article& article, const Tags& tags,
                const Origin& origin = {});

  /// Makes the files with these terms hold the article too.
  void hold(Xapian::docid id, const std::vector<std::string>& file_terms);

  /// As IndexedFiles::drop_article.
  bool drop_article(Xapian::docid id, const std::string& path);

  IndexedFiles& files() { return files_; }

  /// Keeps the user's table of corrections, as text, with the index.
  void keep_corrections(const std::string& text);

  /// Writes what is left; of an index that is being built anew, the names and words alone. Throws
  /// Error where the disk does not take it.
  void commit();

  /// The end of building anew: writes the articles, once their groups of copies are found.
  void finish_building();

  /// Writes what waited for that; once the articles are in all shards, for copies are looked for.
  void write_late();

 private:
  struct Late {
    Xapian::docid id = 0;
    std::optional<Xapian::Document>
        document;  // in the place of the one that is there; nothing: only the files
    Article article;
    std::vector<std::string> file_terms;
  };
  struct Known {
    Xapian::docid id = 0;
    std::string content_hash;
  };
  Written put_anew(BuiltDocument& built, const Article& article, const Tags& tags,
                   const Origin& origin);
  Written put(Xapian::Document& document, const Article& article,
              const std::vector<std::string>& file_terms);
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
  std::unique_ptr<IndexBuilder> builder_;         // while the index is built anew
  std::unordered_map<std::string, Known> known_;  // its articles by id
  std::vector<Late> late_;
  DocumentBuilder late_documents_;
};

}  // namespace chancery
