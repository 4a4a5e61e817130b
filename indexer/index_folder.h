// SPDX-License-Identifier: GPL-2.0-or-later
/// The index's folder as a writer has it: locked, and swapped as a whole for one built anew.
#pragma once

#include <string>

namespace chancery {

/// DIR is the index; in DIR.new grows the one that is to take its place; on file systems that
/// cannot exchange two folders, DIR.replaced is the old one for a moment. What a killed writer left
/// of these the next one puts in order.
class IndexFolder {
 public:
  /// Makes the folder if it is missing and locks it, for as long as this lives. Where another
  /// process has it, waits up to `lock_timeout` seconds; then throws Error, with its number.
  IndexFolder(const std::string& path, unsigned lock_timeout);
  ~IndexFolder();
  IndexFolder(const IndexFolder&) = delete;
  IndexFolder& operator=(const IndexFolder&) = delete;

  std::string new_path() const { return path_ + ".new"; }

  /// Throws Error where the folder has anything else than an index in it, which a swap would
  /// delete.
  void expect_nothing_else() const;

  /// Puts the index in new_path(), closed by now, in the place of the old one, and deletes that.
  /// Whenever the machine stops, there is the one or the other, whole.
  void swap_in_new();

 private:
  bool lock();
  void recover() const;
  void exchange() const;

  std::string path_;  // without links, so that what they lead to is swapped
  int descriptor_ = -1;
  bool made_ = false;
};

}  // namespace chancery
