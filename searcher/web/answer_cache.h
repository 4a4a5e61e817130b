// SPDX-License-Identifier: GPL-2.0-or-later
/// Answers that were given before, so that who asks the same thing again and again costs nothing.
#pragma once

#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "searcher/web/answer.h"

namespace chancery::web {

/// For threads. What was asked for longest ago goes when it is full.
class AnswerCache {
 public:
  explicit AnswerCache(size_t most_bytes) : most_bytes_(most_bytes) {}

  std::optional<Answer> find(const std::string& key);

  /// Answers that would take up much of the room are not kept.
  void keep(const std::string& key, const Answer& answer);

 private:
  using Entries = std::list<std::pair<std::string, Answer>>;
  const size_t most_bytes_;
  std::mutex mutex_;
  size_t bytes_ = 0;
  Entries entries_;  // the last asked for first
  std::unordered_map<std::string, Entries::iterator> by_key_;
};

}  // namespace chancery::web
