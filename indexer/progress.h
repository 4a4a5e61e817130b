// SPDX-License-Identifier: GPL-2.0-or-later
/// The line on stderr that shows a long run is alive.
#pragma once

#include <chrono>
#include <cstddef>

namespace chancery {

/// Rewrites one line, a few times a second at most; shows nothing where not `shown`.
class Progress {
 public:
  explicit Progress(bool shown);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(size_t articles);

  /// Takes the line away, before something else is written.
  void clear();

 private:
  bool shown_;
  bool visible_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace chancery
