// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(ProgressLine, HasArticlesSpeedAndTimeLeft) {
  EXPECT_EQ(progress_line(12'000, 30'000'000, 4, 0.25), "12000 articles, 7.5 MB/s, 0:12 left");
  EXPECT_EQ(progress_line(1, 1'000'000, 100, 0.1), "1 articles, 0.0 MB/s, 15:00 left");
}

TEST(ProgressLine, DoesNotGuessWhatIsLeftOfAPipe) {
  EXPECT_EQ(progress_line(500, 2'000'000, 1, 0), "500 articles, 2.0 MB/s");
}

TEST(ProgressLine, SaysNothingIsLeftOfAFileThatIsRead) {
  EXPECT_EQ(progress_line(500, 2'000'000, 1, 1), "500 articles, 2.0 MB/s");
}

}  // namespace
}  // namespace chancery
