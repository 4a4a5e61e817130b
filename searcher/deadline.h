// SPDX-License-Identifier: GPL-2.0-or-later
/// Ends a match that takes too long. Xapian's own time limit would end the looking at all hits
/// alone, and leave totals and counts wrong without a word.
#pragma once

#include <xapian.h>

#include <chrono>
#include <stdexcept>

namespace chancery {

/// The answer would take longer than the request allows. Caught by who set the limit.
struct TooSlow : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Deadline {
 public:
  using Clock = std::chrono::steady_clock;
  explicit Deadline(std::chrono::milliseconds limit) : at_(Clock::now() + limit) {}

  /// Throws TooSlow where the time is up.
  void check() const;

  /// The same hits with the same weights, looking at the clock between them: a match of it throws
  /// TooSlow.
  Xapian::Query watch(const Xapian::Query& query) const;

 private:
  Clock::time_point at_;
};

}  // namespace chancery
