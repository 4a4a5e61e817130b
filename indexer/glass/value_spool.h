// SPDX-License-Identifier: GPL-2.0-or-later
/// The values of one slot, kept on disk until the table of postings, where they belong, is written.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/glass/glass_table.h"

namespace chancery {

class ValueSpool {
 public:
  /// A file in a folder that is there. Throws Error where it cannot be written, as all of these do.
  explicit ValueSpool(std::string path);

  /// By docid, ascending; no value is empty.
  void add(uint32_t docid, std::string_view value);

  /// What the table of postings has of the slot: first of all slots the one, then of all the other.
  void write_statistics(unsigned slot, glass::TableWriter& table) const;
  void write_values(unsigned slot, glass::TableWriter& table);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  [[noreturn]] void fail() const;

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
  uint64_t count_ = 0;
  std::string least_;
  std::string greatest_;
};

}  // namespace chancery
