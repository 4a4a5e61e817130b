// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/file_record.h"

#include "common/packed.h"

namespace chancery {
namespace {

constexpr uint64_t whole_bit = 1;
constexpr uint64_t leftovers_bit = 2;

}  // namespace

std::string pack(const FileRecord& record) {
  std::string packed;
  pack_string(packed, record.path);
  pack_number(packed, (record.whole ? whole_bit : 0) | (record.has_leftovers ? leftovers_bit : 0));
  pack_number(packed, record.state.size);
  pack_number(packed, static_cast<uint64_t>(record.state.modified));
  pack_string(packed, record.state.hash);
  pack_string(packed, record.format);
  pack_number(packed, record.articles);
  pack_number(packed, record.rank);
  return packed;
}

FileRecord unpack_file_record(std::string_view packed) {
  FileRecord record;
  Unpacker in(packed);
  record.path = in.string();
  const uint64_t bits = in.number();
  record.whole = bits & whole_bit;
  record.has_leftovers = bits & leftovers_bit;
  record.state.size = in.number();
  record.state.modified = static_cast<int64_t>(in.number());
  record.state.hash = in.string();
  record.format = in.string();
  record.articles = in.number();
  if (!in.at_end()) record.rank = in.number();
  return record;
}

}  // namespace chancery
