// SPDX-License-Identifier: GPL-2.0-or-later
/// Writes articles into an index of one shard or several: each into its own, with the names that it
/// needs.
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/bulk_writer.h"
#include "indexer/copy_groups.h"
#include "indexer/shard_layout.h"

namespace chancery {

/// As BulkWriter. Over several shards, document numbers are those of all shards as one database,
/// and a commit is one commit of each shard, one after the other; that with the records of source
/// files comes last. A reader in between sees some articles of the batch and not yet the others,
/// each of them whole. After a run that was killed in between the next one finds the files not
/// recorded, reads them again, and adds what is missing.
class ShardedWriter {
 public:
  /// Opens the index in folder `path`, or makes it with this layout.
  ShardedWriter(const std::string& path, const ShardLayout& layout, const Gazetteer& gazetteer);

  /// From now on until the first commit the index is built anew, each shard in one go, within about
  /// `memory` bytes together. To be called before any article is written.
  void build_anew(size_t memory);

  /// The article with that id, where its content has that hash.
  std::optional<Xapian::docid> find_same(const Article& article,
                                         const std::string& content_hash) const;

  BulkWriter::Written write(BuiltDocument built, const Article& article, const Tags& tags,
                            const Origin& origin = {});

  void hold(Xapian::docid id, const std::vector<std::string>& file_terms);

  /// The records of source files: all in the first shard.
  IndexedFiles& files() { return writers_.front()->files(); }

  /// As those of IndexedFiles, over all shards.
  std::vector<Xapian::docid> articles_of(const std::string& path) const;
  bool drop_article(Xapian::docid id, const std::string& path);

  void keep_corrections(const std::string& text);
  void commit();

 private:
  size_t shard_for(const Article& article) const;
  Xapian::docid global(size_t shard, Xapian::docid id) const;
  BulkWriter& writer_of(Xapian::docid id);
  void look_for_copies_in_all();
  void finish_building();
  void commit_shards();
  Xapian::docid local(Xapian::docid id) const;

  ShardLayout layout_;
  std::unique_ptr<CopyGroups> copies_;  // over all shards, while they are built anew
  std::vector<std::unique_ptr<BulkWriter>> writers_;
  unsigned uncommitted_ = 0;
};

}  // namespace chancery
