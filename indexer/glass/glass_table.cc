// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/glass_table.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "common/error.h"

namespace chancery::glass {
namespace {

constexpr size_t block_size = 8192;
constexpr size_t directory_begin = 11;
constexpr size_t directory_entry = 2;
// Four items fit into a block, whatever their size.
constexpr size_t longest_item = (block_size - directory_begin - 4 * directory_entry) / 4;
constexpr size_t item_header = 3;     // size and length of the key
constexpr size_t component_size = 2;  // which piece of a tag; the first has none
constexpr unsigned most_components = 0xFFFF;
constexpr unsigned char compressed_flag = 0x80;
constexpr unsigned char last_flag = 0x40;
constexpr unsigned char first_flag = 0x20;
constexpr uint32_t revision = 1;

void put_2(char* at, size_t number) {
  at[0] = static_cast<char>(number >> 8);
  at[1] = static_cast<char>(number);
}

void put_4(char* at, uint32_t number) {
  put_2(at, number >> 16);
  put_2(at + 2, number & 0xFFFF);
}

}  // namespace

TableWriter::TableWriter(const std::string& path)
    : path_(path), file_(std::fopen(path.c_str(), "wb")) {
  check(file_ != nullptr);
  levels_.push_back(make_block());
  // The first leaf begins with an empty key, so that no search ends before the first entry.
  char* item = take_room(levels_.front(), item_header);
  put_2(item, 0);
  item[0] = static_cast<char>(first_flag | last_flag);
  item[2] = 0;
}

void TableWriter::check(bool done) const {
  if (!done) throw Error("cannot write the index: " + path_ + ": " + std::strerror(errno));
}

TableWriter::Block TableWriter::make_block() const {
  return {std::vector<char>(block_size), directory_begin, block_size, {}};
}

void TableWriter::add(std::string_view key, std::string_view tag, bool is_compressed) {
  const size_t overhead = item_header + key.size();
  const size_t most = longest_item - overhead - component_size;
  // What does not fit into the block is parted, where enough of it fits.
  constexpr size_t least_piece = 200;
  size_t piece = std::min(tag.size(), most + component_size);
  const size_t room = levels_.front().space();
  if (overhead + directory_entry + piece > room && overhead + directory_entry + least_piece < room)
    piece = std::min(piece, room - overhead - directory_entry);
  const unsigned char compressed = is_compressed ? compressed_flag : 0;
  unsigned component = 1;
  for (;; piece = std::min(tag.size(), most), ++component) {
    if (component > most_components) throw Error("cannot write the index: an entry is too large");
    const bool is_last = piece == tag.size();
    add_item(key, component, tag.substr(0, piece),
             static_cast<unsigned char>(compressed | (component == 1 ? first_flag : 0) |
                                        (is_last ? last_flag : 0)));
    if (is_last) break;
    tag.remove_prefix(piece);
  }
  ++root_.entries;
}

void TableWriter::add_item(std::string_view key, unsigned component, std::string_view piece,
                           unsigned char flags) {
  const size_t before = item_header + key.size() + (component > 1 ? component_size : 0);
  const size_t size = before + piece.size();
  if (levels_.front().space() < size + directory_entry) {
    write(0);
    // The shortest key that parts the two blocks.
    const size_t shared = static_cast<size_t>(
        std::mismatch(key.begin(), key.end(), last_key_.begin(), last_key_.end()).first -
        key.begin());
    levels_.front().first = {std::string(key.substr(0, shared + 1)), component};
  }
  char* item = take_room(levels_.front(), size);
  put_2(item, size - item_header);
  item[0] = static_cast<char>(static_cast<unsigned char>(item[0]) | flags);
  item[2] = static_cast<char>(key.size());
  std::copy(key.begin(), key.end(), item + item_header);
  if (component > 1) put_2(item + item_header + key.size(), component);
  std::copy(piece.begin(), piece.end(), item + before);
  if (component == 1) last_key_ = key;
}

// Room for an item, which lies before the others, and its entry in the directory.
char* TableWriter::take_room(Block& block, size_t size) {
  block.items_begin -= size;
  put_2(block.bytes.data() + block.directory_end, block.items_begin);
  block.directory_end += directory_entry;
  return block.bytes.data() + block.items_begin;
}

void TableWriter::add_child(size_t level, Separator separator, uint32_t child) {
  if (level == levels_.size()) levels_.push_back(make_block());
  const auto size_of = [](const std::string& key) { return 4 + 1 + key.size() + component_size; };
  if (levels_[level].space() < size_of(separator.key) + directory_entry) {
    write(level);
    levels_[level].first = separator;
  }
  Block& block = levels_[level];
  if (block.directory_end == directory_begin)
    separator = {};  // the first child's key is never looked at
  char* item = take_room(block, size_of(separator.key));
  put_4(item, child);
  item[4] = static_cast<char>(separator.key.size());
  std::copy(separator.key.begin(), separator.key.end(), item + 5);
  put_2(item + 5 + separator.key.size(), separator.component);
}

// Writes the level's block, makes it known to the level above, and begins the next.
uint32_t TableWriter::write(size_t level) {
  Block block = std::move(levels_[level]);
  levels_[level] = make_block();
  char* header = block.bytes.data();
  put_4(header, revision);
  header[4] = static_cast<char>(level);
  put_2(header + 5, block.space());
  put_2(header + 7, block.space());
  put_2(header + 9, block.directory_end);
  check(std::fwrite(header, block_size, 1, file_.get()) == 1);
  const uint32_t number = root_.blocks++;
  add_child(level + 1, std::move(block.first), number);
  return number;
}

TableRoot TableWriter::finish() {
  for (size_t level = 0;; ++level) {
    root_.root = write(level);
    root_.level = static_cast<uint32_t>(level);
    const bool is_root = levels_[level + 1].directory_end == directory_begin + directory_entry &&
                         level + 2 == levels_.size();
    if (is_root) break;
  }
  check(std::fflush(file_.get()) == 0 && fsync(fileno(file_.get())) == 0);
  file_.reset();
  return root_;
}

}  // namespace chancery::glass
