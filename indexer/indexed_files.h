// SPDX-License-Identifier: GPL-2.0-or-later
/// The source files in the index: the record of each, and the articles that it holds.
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/file_record.h"

namespace chancery {

/// All changes are part of the database's next commit.
class IndexedFiles {
 public:
  /// `database` must outlive this.
  explicit IndexedFiles(Xapian::WritableDatabase& database) : database_(database) {}

  std::optional<FileRecord> find(const std::string& path) const;
  std::vector<std::string> paths() const;
  void set(const FileRecord& record);

  /// For a file that comes into the index now.
  uint64_t next_rank();

  /// Whether the article is another file's, that came into the index later than those with these
  /// terms.
  bool is_outranked(Xapian::docid id, const std::vector<std::string>& file_terms);

  /// The index knows nothing of the file any more. Its articles are not touched.
  void forget(const std::string& path);

  std::vector<Xapian::docid> articles_of(const std::string& path) const;

  /// Makes the files with these terms hold the article too.
  void add_article(Xapian::docid id, const std::vector<std::string>& file_terms);

  /// The file holds the article no more; where no other does, it is deleted. Returns whether it
  /// was. Others will be read again by the next run, since theirs may be another text.
  bool drop_article(Xapian::docid id, const std::string& path);

 private:
  struct Known {
    std::string path;
    uint64_t rank = 0;
  };
  std::map<std::string, Known>& known();
  static Known to_known(const FileRecord& record);

  Xapian::WritableDatabase& database_;
  std::optional<uint64_t> last_rank_;
  std::optional<std::map<std::string, Known>> known_;  // by file term, once it was asked for
};

/// schema::file_term of each file that holds the document.
std::vector<std::string> file_terms_of(const Xapian::Document& document);

/// All records of a database.
std::vector<FileRecord> file_records(const Xapian::Database& database);

}  // namespace chancery
