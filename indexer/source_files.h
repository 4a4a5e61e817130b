// SPDX-License-Identifier: GPL-2.0-or-later
/// The files that a run reads: which need no reading, which are in the index in full, what is gone.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "corpus/formats.h"
#include "indexer/file_record.h"
#include "indexer/sharded_writer.h"

namespace chancery {

/// A file while it is read. Its record gets into the index once all its articles are there.
struct SourceFile {
  FileRecord record;  // without a path: stdin or a pipe, of which nothing is remembered
  std::string term;
  bool was_known = false;
  bool is_feed = false;  // what fell out of it stays in the index
  bool has_rejects = false;
  bool is_read = false;
  size_t under_way = 0;                     // articles that were read and are not yet in the index
  std::unordered_set<Xapian::docid> found;  // its articles, where the file was known
};

class SourceFiles {
 public:
  /// `prune`: what files hold no more is dropped. `writer` must outlive this.
  SourceFiles(ShardedWriter& writer, const Format* format, bool prune);

  /// Before a file is read, "-" for stdin. False where the index has it as it is.
  bool begin(const std::string& path);

  /// While it is read.
  void opened(const Format& format);
  void rejected();
  const std::shared_ptr<SourceFile>& article();  ///< of the file's, under way from now on

  /// An article of the file is in the index.
  void settle(SourceFile& file, Xapian::docid id);

  /// The file is read, though its articles may still be under way.
  void end();

  /// Drops the files that are gone from the disk, of those under `inputs`.
  void drop_missing(const std::vector<std::string>& inputs);

  size_t unchanged() const { return unchanged_; }  ///< articles of the files that needed no reading
  size_t removed() const { return removed_; }      ///< articles

 private:
  bool is_in_index(FileRecord& known, FileState& state, const std::string& path);
  void finish(SourceFile& file);
  void take_leftovers(SourceFile& file);

  ShardedWriter& writer_;
  const std::string format_;
  const bool prune_;
  std::shared_ptr<SourceFile> current_;
  size_t unchanged_ = 0;
  size_t removed_ = 0;
};

}  // namespace chancery
