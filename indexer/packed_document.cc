// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/packed_document.h"

#include <zlib.h>

#include <algorithm>
#include <memory>
#include <new>

#include "common/packed.h"
#include "indexer/glass_encoding.h"

namespace chancery {
namespace {

// Text shrinks by half; a better level of zlib's takes three times as long to gain a tenth more.
constexpr int compression_level = 3;
constexpr int window_without_header = -15;
constexpr int memory_level = 9;
constexpr size_t least_compressed = 18;  // as Xapian has it

class Compressor {
 public:
  Compressor() {
    if (deflateInit2(&stream_, compression_level, Z_DEFLATED, window_without_header, memory_level,
                     Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Compressor() { deflateEnd(&stream_); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  // Uncompressed where that would not be longer.
  PackedDocument::Tag compress(std::string bytes) {
    if (bytes.size() <= least_compressed) return {std::move(bytes), false};
    deflateReset(&stream_);
    std::string packed(bytes.size() - 1, '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream_.avail_in = static_cast<uInt>(bytes.size());
    stream_.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) return {std::move(bytes), false};
    packed.resize(packed.size() - stream_.avail_out);
    return {std::move(packed), true};
  }

 private:
  z_stream stream_ = {};
};

}  // namespace

PackedDocument pack_document(const Xapian::Document& document) {
  thread_local Compressor compressor;
  PackedDocument packed;
  glass::TermList list;
  std::vector<uint32_t> positions;
  std::string packed_positions;
  for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at) {
    const std::string term = *at;
    const uint32_t frequency = at.get_wdf();
    list.add(term, frequency);
    pack_string(packed.terms, term);
    pack_number(packed.terms, frequency);
    positions.assign(at.positionlist_begin(), at.positionlist_end());
    packed_positions.clear();
    if (!positions.empty()) glass::append_positions(packed_positions, positions);
    pack_string(packed.terms, packed_positions);
    packed.length += frequency;
    packed.most_frequent = std::max(packed.most_frequent, frequency);
  }
  packed.term_list = compressor.compress(list.finish(packed.length));
  packed.data = compressor.compress(document.get_data());
  for (auto at = document.values_begin(); at != document.values_end(); ++at)
    packed.values.emplace_back(at.get_valueno(), *at);
  return packed;
}

}  // namespace chancery
