// SPDX-License-Identifier: GPL-2.0-or-later
/// The postings of many documents, sorted by term within bounded memory: runs on disk, then merged.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery {

struct Posting {
  uint32_t docid = 0;
  uint64_t frequency = 0;
  std::string_view positions;  ///< as they were packed
};

class SortedRuns {
 public:
  /// The runs are files in `folder`, which has to be there. About five times `run_bytes` of memory
  /// are used.
  SortedRuns(std::string folder, size_t run_bytes);

  /// `terms` as in PackedDocument; documents in the order of their docids. What is full is sorted
  /// and written on a thread of its own. Throws Error where the disk does not take it.
  void add(uint32_t docid, std::string terms);

  /// Calls `begin` for each term in order, then `posting` for each of its postings by docid, then
  /// `end`.
  struct Use {
    std::function<void(const std::string& term)> begin;
    std::function<void(const Posting&)> posting;
    std::function<void()> end;
  };
  void merge(const Use& use);

 private:
  using Batch = std::vector<std::pair<uint32_t, std::string>>;
  void write_batch();

  std::string folder_;
  size_t run_bytes_;
  Batch batch_;
  size_t batch_bytes_ = 0;
  std::vector<std::string> paths_;
  std::future<void> writing_;
};

}  // namespace chancery
