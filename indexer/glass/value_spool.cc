// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/value_spool.h"

#include <cerrno>
#include <cstring>

#include "common/error.h"
#include "common/packed.h"
#include "indexer/glass/glass_encoding.h"

namespace chancery {
namespace {

constexpr size_t chunk_size = 2000;  // as Xapian has it
constexpr std::string_view statistics_key("\0\xD0", 2);
constexpr std::string_view chunk_key("\0\xD8", 2);

struct RecordHead {
  uint32_t docid = 0;
  uint32_t size = 0;
};

}  // namespace

ValueSpool::ValueSpool(std::string path)
    : path_(std::move(path)), file_(std::fopen(path_.c_str(), "w+b")) {
  if (file_ == nullptr) fail();
}

void ValueSpool::fail() const {
  throw Error("cannot write the index: " + path_ + ": " + std::strerror(errno));
}

void ValueSpool::add(uint32_t docid, std::string_view value) {
  const RecordHead head{docid, static_cast<uint32_t>(value.size())};
  if (std::fwrite(&head, sizeof head, 1, file_.get()) != 1 ||
      std::fwrite(value.data(), 1, value.size(), file_.get()) != value.size())
    fail();
  if (count_ == 0 || value < least_) least_ = value;
  if (count_ == 0 || value > greatest_) greatest_ = value;
  ++count_;
}

void ValueSpool::write_statistics(unsigned slot, glass::TableWriter& table) const {
  if (count_ == 0) return;
  std::string key(statistics_key);
  for (unsigned rest = slot; rest > 0; rest >>= 8) key += static_cast<char>(rest);
  std::string statistics;
  pack_number(statistics, count_);
  pack_string(statistics, least_);
  if (greatest_ != least_) statistics += greatest_;
  table.add(key, statistics);
}

void ValueSpool::write_values(unsigned slot, glass::TableWriter& table) {
  if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();
  std::string chunk;
  std::string value;
  uint32_t first = 0;
  uint32_t last = 0;
  const auto finish_chunk = [&] {
    std::string key(chunk_key);
    pack_number(key, slot);
    glass::append_sortable(key, first);
    table.add(key, chunk);
    chunk.clear();
  };
  for (uint64_t i = 0; i < count_; ++i) {
    RecordHead head;
    if (std::fread(&head, sizeof head, 1, file_.get()) != 1) fail();
    value.resize(head.size);
    if (std::fread(value.data(), 1, value.size(), file_.get()) != value.size()) fail();
    if (chunk.empty()) {
      first = head.docid;
    } else {
      pack_number(chunk, head.docid - last - 1);
    }
    last = head.docid;
    pack_string(chunk, value);
    if (chunk.size() >= chunk_size) finish_chunk();
  }
  if (!chunk.empty()) finish_chunk();
}

}  // namespace chancery
