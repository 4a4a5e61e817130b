// SPDX-License-Identifier: GPL-2.0-or-later
/// Writes lists of postings, and of the documents' lengths, as Xapian's glass tables hold them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/glass/glass_table.h"

namespace chancery::glass {

/// The documents of one term with how often it appears there; or, of the empty term, their lengths.
class PostingList {
 public:
  /// By docid, ascending.
  void add(uint32_t docid, uint64_t frequency);

  /// Writes the list of `term` and is empty again.
  void write(const std::string& term, TableWriter& table);

 private:
  struct Chunk {
    uint32_t first = 0;
    uint32_t last = 0;
    std::string bytes;
  };
  std::vector<Chunk> chunks_;
  uint64_t documents_ = 0;
  uint64_t occurrences_ = 0;
};

}  // namespace chancery::glass
