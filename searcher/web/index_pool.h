// SPDX-License-Identifier: GPL-2.0-or-later
/// Open indexes, lent to one request at a time: Xapian's databases must not be shared by threads.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/web/turns.h"

namespace chancery::web {

/// An index, and a text that is another one as soon as anything in the index is.
struct OpenIndex {
  explicit OpenIndex(const std::string& path);
  Index index;
  std::string revision;
};

class IndexPool {
 public:
  /// Opens the index once, to fail here where it cannot be used. Throws Error as Index does.
  IndexPool(std::string path, size_t size);

  /// That of the index in its newest state, without waiting for one that is free. Throws Error
  /// where the index cannot be used.
  std::string revision();

  /// Calls `work` with an index in its newest state, once more where the index changed meanwhile.
  /// Throws Busy where none is free in time, Error where the index cannot be used, and what `work`
  /// throws.
  void use(Effort effort, const std::function<void(const OpenIndex&)>& work);

 private:
  class Loan;
  std::unique_ptr<OpenIndex> take();
  void give_back(std::unique_ptr<OpenIndex> index);

  std::string path_;
  std::mutex watch_mutex_;
  std::unique_ptr<OpenIndex> watched_;
  Turns turns_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<OpenIndex>> free_;  // null: not opened yet
};

}  // namespace chancery::web
