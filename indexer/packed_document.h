// SPDX-License-Identifier: GPL-2.0-or-later
/// A document in the form in which an index that is built anew takes it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indexer/document_content.h"

namespace chancery {

struct PackedDocument {
  struct Tag {
    std::string bytes;
    bool is_compressed = false;
  };
  /// Of each term, in their order: the term and its positions as pack_string has them, between them
  /// the number of times that it appears.
  std::string terms;
  Tag term_list;  ///< as the glass table has it
  Tag data;
  std::vector<std::pair<unsigned, std::string>> values;  ///< by slot, ascending
  uint32_t length = 0;                                   ///< the terms' numbers of times together
  uint32_t most_frequent = 0;                            ///< the highest of them
};

/// All that costs time is done here, so that it is done on the thread that calls.
PackedDocument pack_document(const DocumentContent& content);

}  // namespace chancery
