// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ordered_pipeline.h"

#include <gtest/gtest.h>

#include <chrono>
#include <numeric>
#include <stdexcept>

namespace chancery {
namespace {

TEST(OrderedPipeline, ResultsComeInTheOrderOfTheItems) {
  std::vector<int> results;
  OrderedPipeline<int, int> pipeline(
      4,
      [] {
        return [](int&& item) {
          if (item % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
          return item * 2;
        };
      },
      [&results](int&& result) { results.push_back(result); });
  for (int i = 0; i < 500; ++i) pipeline.push(int{i});
  pipeline.finish();
  std::vector<int> expected(500);
  for (int i = 0; i < 500; ++i) expected[static_cast<size_t>(i)] = 2 * i;
  EXPECT_EQ(results, expected);
}

TEST(OrderedPipeline, WhatTheWorkThrowsComesOut) {
  OrderedPipeline<int, int> pipeline(
      2,
      [] {
        return [](int&& item) { return item == 3 ? throw std::runtime_error("three") : item; };
      },
      [](int&&) {});
  for (int i = 0; i < 5; ++i) pipeline.push(int{i});
  EXPECT_THROW(pipeline.finish(), std::runtime_error);
}

}  // namespace
}  // namespace chancery
