// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/packed.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace chancery {
namespace {

TEST(Packed, ReadsBackWhatWasWritten) {
  std::string packed;
  pack_number(packed, 0);
  pack_number(packed, 300);
  pack_number(packed, ~uint64_t{0});
  pack_string(packed, "");
  pack_string(packed, std::string(200, 'x'));
  Unpacker in(packed);
  EXPECT_EQ(in.number(), 0U);
  EXPECT_EQ(in.number(), 300U);
  EXPECT_EQ(in.number(), ~uint64_t{0});
  EXPECT_EQ(in.string(), "");
  EXPECT_EQ(in.string(), std::string(200, 'x'));
  EXPECT_TRUE(in.at_end());
}

TEST(Packed, WhatIsCutShortIsAnErrorAndNeverRead) {
  for (const std::string_view broken :
       {"", "\005abc", "\x80", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"}) {
    Unpacker in(broken);
    EXPECT_THROW(in.string(), Error);
  }
}

}  // namespace
}  // namespace chancery
