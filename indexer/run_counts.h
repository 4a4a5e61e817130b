// SPDX-License-Identifier: GPL-2.0-or-later
/// What a run did, and the line that tells it at the end.
#pragma once

#include <cstddef>
#include <string>

namespace chancery {

struct RunCounts {
  size_t added = 0;
  size_t replaced = 0;
  size_t unchanged = 0;
  size_t removed = 0;
  size_t undated = 0;  ///< of those added and replaced
  size_t mended = 0;
  size_t rejected = 0;
  size_t skipped_files = 0;

  size_t articles() const { return added + replaced + unchanged; }
};

/// "indexed 3 articles: 1 added, 2 unchanged, rejected 0". Without the part behind the colon where
/// all are added, and without what did not happen.
std::string closing_line(const std::string& verb, const RunCounts& counts);

}  // namespace chancery
