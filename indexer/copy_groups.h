// SPDX-License-Identifier: GPL-2.0-or-later
/// The groups of near-duplicates in an index that is built anew.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// Finds for each document the first earlier one that is a copy, as BulkWriter finds it in the
/// index.
class CopyGroups {
 public:
  /// Documents in the order of their docids, from 1 on without a gap; the fingerprint may be empty.
  void add(std::string_view packed_fingerprint, std::string_view article_id);

  /// By docid - 1: schema::copies_slot's value; empty for a document without a fingerprint.
  std::vector<std::string> values() const;

 private:
  struct Band {
    uint64_t hash = 0;
    uint32_t document = 0;
    uint32_t number = 0;
  };
  std::vector<Band> bands_;
  std::string fingerprints_;      // all of the same size
  std::vector<uint32_t> places_;  // of the document's own, counted from 1; 0 where it has none
  std::vector<uint64_t> article_hashes_;
};

}  // namespace chancery
