// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/run_counts.h"

namespace chancery {

std::string closing_line(const std::string& verb, const RunCounts& counts) {
  std::string line = verb + " " + std::to_string(counts.articles()) +
                     (counts.articles() == 1 ? " article" : " articles");
  std::string changes;
  const auto change = [&changes](size_t count, const char* what) {
    if (count > 0) changes += (changes.empty() ? ": " : ", ") + std::to_string(count) + what;
  };
  change(counts.added, " added");
  change(counts.replaced, " replaced");
  change(counts.unchanged, " unchanged");
  change(counts.removed, " removed");
  if (counts.added < counts.articles() || counts.removed > 0) line += changes;
  if (counts.undated > 0) line += ", " + std::to_string(counts.undated) + " without a date";
  if (counts.mended > 0) line += ", mended " + std::to_string(counts.mended);
  line += ", rejected " + std::to_string(counts.rejected);
  if (counts.skipped_files > 0) {
    line += ", skipped " + std::to_string(counts.skipped_files) +
            (counts.skipped_files == 1 ? " file" : " files") + " of no known format";
  }
  return line;
}

}  // namespace chancery
