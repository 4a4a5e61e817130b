// SPDX-License-Identifier: GPL-2.0-or-later
/// The groups of near-duplicates in an index that is built anew, over all its shards.
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
  /// Documents in the order in which they come; the fingerprint may be empty. Returns the
  /// document's number.
  uint32_t add(std::string_view packed_fingerprint, std::string_view article_id);

  /// Once all are added.
  void find_groups();

  /// schema::copies_slot's value, once the groups are found; empty for a document without a
  /// fingerprint.
  std::string value(uint32_t number) const;

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
  std::vector<uint32_t> groups_;  // the number of the document that each is a copy of, or its own
};

}  // namespace chancery
