// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/posting_lists.h"

#include <string_view>

#include "common/packed.h"
#include "indexer/glass/glass_encoding.h"

namespace chancery::glass {
namespace {

constexpr size_t chunk_size = 2000;  // as Xapian has it
constexpr std::string_view lengths_key("\0\xE0", 2);

}  // namespace

void PostingList::add(uint32_t docid, uint64_t frequency) {
  ++documents_;
  occurrences_ += frequency;
  if (chunks_.empty() || chunks_.back().bytes.size() >= chunk_size) {
    chunks_.push_back({docid, docid, {}});
  } else {
    pack_number(chunks_.back().bytes, docid - chunks_.back().last - 1);
    chunks_.back().last = docid;
  }
  pack_number(chunks_.back().bytes, frequency);
}

void PostingList::write(const std::string& term, TableWriter& table) {
  std::string tag;
  for (const Chunk& chunk : chunks_) {
    const bool is_first = &chunk == &chunks_.front();
    std::string key = term.empty() ? std::string(lengths_key)
                      : is_first   ? term_key(term)
                                   : term_key(term, chunk.first);
    tag.clear();
    if (is_first) {
      pack_number(tag, term.empty() ? 0 : documents_);
      pack_number(tag, term.empty() ? 0 : occurrences_);
      pack_number(tag, chunk.first - 1);
    } else if (term.empty()) {
      append_sortable(key, chunk.first);
    }
    tag += &chunk == &chunks_.back() ? '1' : '0';
    pack_number(tag, chunk.last - chunk.first);
    tag += chunk.bytes;
    table.add(key, tag);
  }
  chunks_.clear();
  documents_ = 0;
  occurrences_ = 0;
}

}  // namespace chancery::glass
