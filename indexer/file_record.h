// SPDX-License-Identifier: GPL-2.0-or-later
/// What the index remembers of a source file: the value of schema::file_key. Which articles it
/// holds the articles say themselves, by schema::file_term.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chancery {

/// A file on disk at one moment.
struct FileState {
  uint64_t size = 0;
  int64_t modified = 0;  ///< nanoseconds since 1970; 0: not to be relied on
  std::string hash;      ///< of its content

  bool operator==(const FileState&) const = default;
};

struct FileRecord {
  std::string path;  ///< absolute
  /// All its articles are in the index, and nothing in it was rejected. Otherwise it is read again
  /// by the next run, and the rest says nothing.
  bool whole = false;
  /// The index has articles that the file held once and holds no more.
  bool has_leftovers = false;
  FileState state;
  std::string format;     ///< by which it was read; empty: told by content
  uint64_t articles = 0;  ///< in the file
  /// Which of the index's files it was to come into it; 0 in an index of before. Of several files
  /// with the same article, the last one has it.
  uint64_t rank = 0;
};

std::string pack(const FileRecord& record);

/// Throws Error where `packed` is none that pack made.
FileRecord unpack_file_record(std::string_view packed);

}  // namespace chancery
