// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress.h"

#include <cstdio>

namespace chancery {

using Clock = std::chrono::steady_clock;

Progress::Progress(bool shown) : shown_(shown), start_(Clock::now()), last_(start_) {}

Progress::~Progress() { clear(); }

void Progress::update(size_t articles) {
  if (!shown_) return;
  const auto now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  visible_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::fprintf(stderr, "\r%zu articles, %.0f a second ", articles, static_cast<double>(articles) / seconds);
}

void Progress::clear() {
  if (visible_) std::fputs("\r\033[K", stderr);
  visible_ = false;
}

}  // namespace chancery
