// SPDX-License-Identifier: GPL-2.0-or-later
/// Open indexes, lent to one request at a time: Xapian's databases must not be shared by threads.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "searcher/index.h"

namespace chancery::web {

/// All indexes are lent out, and stayed so for as long as a request may wait.
struct Busy : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An index, and a text that is another one as soon as anything in the index is.
struct OpenIndex {
  explicit OpenIndex(const std::string& path);
  Index index;
  std::string revision;
};

class IndexPool {
 public:
  /// Opens the index once, so that it fails here where it cannot be used. Throws Error as Index does.
  IndexPool(std::string path, size_t size);

  /// That of the index in its newest state, without waiting for one to be free. Throws Error where it cannot
  /// be used.
  std::string revision();

  /// Calls `work` with an index in its newest state, once more where the index changed meanwhile. Throws
  /// Busy where none is free in time, Error where the index cannot be used, and what `work` throws.
  void use(const std::function<void(const OpenIndex&)>& work);

 private:
  class Loan;
  std::unique_ptr<OpenIndex> take();
  void give_back(std::unique_ptr<OpenIndex> index);

  std::string path_;
  std::mutex watch_mutex_;
  std::unique_ptr<OpenIndex> watched_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<OpenIndex>> free_;  // null: not opened yet
};

}  // namespace chancery::web
