// SPDX-License-Identifier: GPL-2.0-or-later
/// What a power loss would take: everything done to files and folders since each was synced last.
///
/// Stricter than most file systems: a name is safe only once its folder was synced.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fault {

/// Of an open file or folder.
std::string path_of(int descriptor);

class Unsynced {
 public:
  /// Before `size` bytes are written to the file at `offset`.
  void writes(int descriptor, const void* bytes, size_t size, off_t offset);
  /// Before the file gets this length.
  void truncates(int descriptor, off_t length);
  /// Before a file or folder is made.
  void makes(const std::string& path);
  /// Before `from` takes the name `to`; `exchanges`: and the other way round.
  void renames(const std::string& from, const std::string& to, bool exchanges);

  /// The file or folder was synced.
  void synced(int descriptor);

  /// Takes back what was not synced. Seed 0: all of it. Else, as disks do, some writes and no
  /// others got there, and of the names those up to some moment.
  void lose(unsigned seed);

 private:
  using FileId = std::pair<dev_t, ino_t>;
  struct Change {
    off_t offset = 0;
    std::string before, after;
    off_t size_before = 0;
    bool is_truncation = false;
  };
  struct File {
    int descriptor = -1;  // of our own, so that the file is reached whatever its name is by then
    std::vector<Change> changes;
  };
  struct NameChange {
    enum { made, renamed, exchanged } what;
    std::string folder, path, to;
    std::string kept;  // a link to what had the name `to`
  };
  File& file(int descriptor);
  void take_back(const NameChange& change);

  std::map<FileId, File> files_;
  std::vector<NameChange> names_;
  unsigned kept_ = 0;
};

}  // namespace fault
