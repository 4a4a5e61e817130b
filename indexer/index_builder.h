// SPDX-License-Identifier: GPL-2.0-or-later
/// Builds the tables of a new index in one go: documents come in order, their postings are sorted
/// in runs, and the runs are merged at the end. The result is an index as Xapian itself would have
/// written and compacted it, several times as fast.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/copy_groups.h"
#include "indexer/glass/glass_table.h"
#include "indexer/glass/sorted_runs.h"
#include "indexer/glass/value_spool.h"
#include "indexer/packed_document.h"

namespace chancery {

class IndexBuilder {
 public:
  /// More memory than that makes nothing faster.
  static const size_t most_memory;

  /// Works in `folder`, which it makes anew; uses about `memory` bytes, and 20 for each article.
  /// `copies`, which must outlive this, is told of each document.
  IndexBuilder(const std::string& folder, size_t memory, CopyGroups& copies);

  /// Returns the docid: 1, 2, 3 …
  uint32_t add(PackedDocument&& document, std::string_view article_id);

  uint32_t documents() const { return static_cast<uint32_t>(lengths_.size()); }

  /// The groups of copies have to be found by now. Puts the documents, with the metadata of
  /// `index`, an open index without documents in folder `path`, into its place. `index` is closed
  /// by that. To be called once, after at least one document.
  void finish(Xapian::WritableDatabase& index, const std::string& path);

 private:
  void add_values(uint32_t docid, const PackedDocument& document, std::string_view article_id);
  glass::TableRoot write_postings(const Xapian::Database& index, glass::TableRoot& positions);
  void write_version(const std::string& path, const std::vector<glass::TableRoot>& roots) const;

  std::string folder_;
  SortedRuns runs_;
  CopyGroups& copies_;
  std::vector<uint32_t> copy_numbers_;     // by docid - 1: the document's in copies_
  std::map<unsigned, ValueSpool> values_;  // by slot
  glass::TableWriter data_;
  glass::TableWriter term_lists_;
  std::vector<uint32_t> lengths_;
  uint32_t most_frequent_ = 0;
};

}  // namespace chancery
