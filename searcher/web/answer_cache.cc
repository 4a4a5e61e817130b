// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/answer_cache.h"

namespace chancery::web {
namespace {

size_t size_of(const std::pair<std::string, Answer>& entry) {
  return 2 * entry.first.size() + entry.second.body.size() + sizeof entry;
}

}  // namespace

std::optional<Answer> AnswerCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->second;
}

void AnswerCache::keep(const std::string& key, const Answer& answer) {
  constexpr size_t largest_share = 8;
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key) || answer.body.size() > most_bytes_ / largest_share) return;
  entries_.emplace_front(key, answer);
  by_key_[key] = entries_.begin();
  bytes_ += size_of(entries_.front());
  while (bytes_ > most_bytes_) {
    bytes_ -= size_of(entries_.back());
    by_key_.erase(entries_.back().first);
    entries_.pop_back();
  }
}

}  // namespace chancery::web
