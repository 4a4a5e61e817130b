// SPDX-License-Identifier: GPL-2.0-or-later
/// Who may work next: who waits longest, but large work leaves a place to small work.
#pragma once

#include <condition_variable>
#include <list>
#include <mutex>
#include <stdexcept>

namespace chancery::web {

/// The work of a request, as it can be told from what it asks.
enum class Effort { small, large };

/// There is too much to do, or was for as long as a request may wait.
struct Busy : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Turns {
 public:
  /// So many may work at a time; all but one of them, and one at least, may be at large work.
  explicit Turns(size_t places) : places_(places) {}

  /// A turn, until it is destroyed. Its constructor waits, and throws Busy where it is in vain.
  class Turn {
   public:
    Turn(Turns& turns, Effort effort);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    Turns& turns_;
    Effort effort_;
  };

 private:
  struct Waiter {
    Effort effort;
    bool called = false;
    std::condition_variable changed{};
  };
  void call_next();

  const size_t places_;
  std::mutex mutex_;
  std::list<Waiter*> line_;
  size_t large_waiting_ = 0;
  size_t working_ = 0;
  size_t large_working_ = 0;
};

}  // namespace chancery::web
