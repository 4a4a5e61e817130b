// SPDX-License-Identifier: GPL-2.0-or-later
/// The line on stderr that shows how far a long run is.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace chancery {

/// Rewrites one line, a few times a second at most; shows nothing where not `shown`.
class Progress {
 public:
  /// `inputs` are those of the run: what they have on disk tells how much is left.
  Progress(bool shown, const std::vector<std::string>& inputs);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One article more, with so many bytes of text.
  void add_article(size_t text_bytes);

  /// A file on disk is begun; so many of its bytes are read by now.
  void begin_file(const std::string& path);
  void taken(uint64_t bytes) { taken_ = bytes; }

  /// A file on disk is not read: nothing of it is left to do.
  void pass_over(const std::string& path);

  /// Takes the line away, before something else is written.
  void clear();

 private:
  bool shown_;
  bool visible_ = false;
  size_t articles_ = 0;
  uint64_t text_bytes_ = 0;
  uint64_t all_ = 0;    // bytes of the inputs on disk
  uint64_t done_ = 0;   // of those, in files that are read
  uint64_t size_ = 0;   // of the file that is read
  uint64_t taken_ = 0;  // of that
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

/// "12000 articles, 7.9 MB/s, 2:10 left"; `share`: how much of the input is read, 0 where that is
/// unknown.
std::string progress_line(size_t articles, uint64_t text_bytes, double seconds, double share);

}  // namespace chancery
