// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/turns.h"

#include <algorithm>
#include <chrono>

namespace chancery::web {
namespace {

constexpr std::chrono::seconds longest_wait{20};
constexpr size_t most_large_waiting = 16;  // each holds a thread

}  // namespace

Turns::Turn::Turn(Turns& turns, Effort effort) : turns_(turns), effort_(effort) {
  std::unique_lock lock(turns_.mutex_);
  const bool large = effort == Effort::large;
  if (large && turns_.large_waiting_ >= most_large_waiting)
    throw Busy("too many searches of this size at a time; try again");
  Waiter waiter{effort};
  turns_.line_.push_back(&waiter);
  if (large) ++turns_.large_waiting_;
  turns_.call_next();
  const bool called = waiter.changed.wait_for(lock, longest_wait, [&] { return waiter.called; });
  if (large) --turns_.large_waiting_;
  if (called) return;
  turns_.line_.remove(&waiter);
  throw Busy("too many requests at a time; try again");
}

Turns::Turn::~Turn() {
  const std::lock_guard lock(turns_.mutex_);
  --turns_.working_;
  if (effort_ == Effort::large) --turns_.large_working_;
  turns_.call_next();
}

void Turns::call_next() {
  const size_t places_of_large = std::max<size_t>(1, places_ - 1);
  for (auto at = line_.begin(); at != line_.end() && working_ < places_;) {
    Waiter& waiter = **at;
    const bool large = waiter.effort == Effort::large;
    if (large && large_working_ >= places_of_large) {
      ++at;
      continue;
    }
    ++working_;
    if (large) ++large_working_;
    waiter.called = true;
    waiter.changed.notify_one();
    at = line_.erase(at);
  }
}

}  // namespace chancery::web
