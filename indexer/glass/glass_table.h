// SPDX-License-Identifier: GPL-2.0-or-later
/// Writes a table of Xapian's glass format from entries that come in the order of their keys.
///
/// Xapian itself can only insert, into trees that outgrow the processor's caches: most of the time
/// of building an index goes there. Entries that are sorted already fill one block after the other.
/// What a table looks like is in Xapian's backends/glass/glass_table.h; 1.4 does not change it any
/// more.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chancery::glass {

/// What the index's version file says of a table.
struct TableRoot {
  uint32_t root = 0;
  uint32_t level = 0;
  uint64_t entries = 0;
  uint32_t blocks = 0;  ///< 0: the table is empty and has no file
};

class TableWriter {
 public:
  /// Throws Error where the file cannot be written, as all of these do.
  explicit TableWriter(const std::string& path);

  /// `key` is behind all keys before, not empty and of at most 255 bytes. `is_compressed`: the tag
  /// is a raw zlib stream.
  void add(std::string_view key, std::string_view tag, bool is_compressed = false);

  /// Writes what is left, and sees to it that the disk has it.
  TableRoot finish();

 private:
  struct Separator {
    std::string key;
    unsigned component = 0;
  };
  struct Block {
    std::vector<char> bytes;
    size_t directory_end = 0;
    size_t items_begin = 0;
    Separator first;  // what parts it from the block before
    size_t space() const { return items_begin - directory_end; }
  };
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  Block make_block() const;
  void add_item(std::string_view key, unsigned component, std::string_view piece,
                unsigned char flags);
  char* take_room(Block& block, size_t size);
  void add_child(size_t level, Separator separator, uint32_t child);
  uint32_t write(size_t level);
  void check(bool done) const;

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
  std::vector<Block> levels_;  // the block that grows in each, leaves first
  std::string last_key_;
  TableRoot root_;
};

}  // namespace chancery::glass
