// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/packed_document.h"

#include <libdeflate.h>

#include <algorithm>
#include <new>

#include "common/packed.h"
#include "indexer/glass/glass_encoding.h"

namespace chancery {
namespace {

// Text shrinks by half; the best level that is not slow takes twice as long to gain a thirtieth
// more.
constexpr int compression_level = 1;
constexpr size_t least_compressed = 18;  // as Xapian has it

class Compressor {
 public:
  Compressor() : compressor_(libdeflate_alloc_compressor(compression_level)) {
    if (compressor_ == nullptr) throw std::bad_alloc();
  }
  ~Compressor() { libdeflate_free_compressor(compressor_); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  // Uncompressed where that would not be longer.
  PackedDocument::Tag compress(std::string_view bytes) {
    if (bytes.size() <= least_compressed) return {std::string(bytes), false};
    std::string packed(bytes.size() - 1, '\0');
    packed.resize(libdeflate_deflate_compress(compressor_, bytes.data(), bytes.size(),
                                              packed.data(), packed.size()));
    if (packed.empty()) return {std::string(bytes), false};
    return {std::move(packed), true};
  }

 private:
  libdeflate_compressor* compressor_;
};

}  // namespace

PackedDocument pack_document(const DocumentContent& content) {
  thread_local Compressor compressor;
  PackedDocument packed;
  glass::TermList list;
  std::string packed_positions;
  content.for_each_term([&](const DocumentContent::Term& term) {
    list.add(term.term, term.times);
    pack_string(packed.terms, term.term);
    pack_number(packed.terms, term.times);
    packed_positions.clear();
    if (!term.positions.empty()) glass::append_positions(packed_positions, term.positions);
    pack_string(packed.terms, packed_positions);
    packed.length += term.times;
    packed.most_frequent = std::max(packed.most_frequent, term.times);
  });
  packed.term_list = compressor.compress(list.finish(packed.length));
  packed.data = compressor.compress(content.data());
  packed.values = content.values();
  std::sort(packed.values.begin(), packed.values.end());
  return packed;
}

}  // namespace chancery
