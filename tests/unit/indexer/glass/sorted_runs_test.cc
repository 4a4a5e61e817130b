// SPDX-License-Identifier: GPL-2.0-or-later
/// Postings come out of many runs by term and docid, as from one.
#include "indexer/glass/sorted_runs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <tuple>

#include "common/packed.h"
#include "tests/unit/temporary_folder.h"

namespace chancery {
namespace {

using Postings = std::map<std::string, std::vector<std::tuple<uint32_t, uint64_t, std::string>>>;

Postings merged(SortedRuns& runs) {
  Postings all;
  std::string current;
  SortedRuns::Use use;
  use.begin = [&](const std::string& term) {
    EXPECT_TRUE(all.empty() || all.rbegin()->first < term) << term;
    current = term;
    all[current];
  };
  use.posting = [&](const Posting& posting) {
    all[current].emplace_back(posting.docid, posting.frequency, posting.positions);
  };
  use.end = [&] { current.clear(); };
  runs.merge(use);
  return all;
}

// A run for each document: more than a program may have files open.
TEST(SortedRuns, OfMoreRunsThanFilesMayBeOpen) {
  const TemporaryFolder folder;
  SortedRuns runs(folder.path(), 1);
  Postings wanted;
  for (uint32_t docid = 1; docid <= 1'300; ++docid) {
    std::string terms;
    for (const std::string& term : {std::string("a"), "b" + std::to_string(docid % 7)}) {
      const std::string positions = docid % 3 == 0 ? "" : std::to_string(docid);
      pack_string(terms, term);
      pack_number(terms, docid % 5);
      pack_string(terms, positions);
      wanted[term].emplace_back(docid, docid % 5, positions);
    }
    runs.add(docid, std::move(terms));
  }
  EXPECT_EQ(merged(runs), wanted);
  const auto files = std::filesystem::directory_iterator(folder.path());
  EXPECT_LT(std::distance(begin(files), end(files)), 10);  // what was merged is gone
}

TEST(SortedRuns, OfNothing) {
  const TemporaryFolder folder;
  SortedRuns runs(folder.path(), 1);
  EXPECT_TRUE(merged(runs).empty());
}

}  // namespace
}  // namespace chancery
