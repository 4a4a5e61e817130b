// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/utf8.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(Utf8, TellsValidFromBroken) {
  for (const char* valid : {"", "abc", "é", "€", "𝄞", "\uFFFD", "\U0010FFFF"})
    EXPECT_TRUE(is_valid_utf8(valid)) << valid;
  for (const char* broken : {"\x80", "\xC3", "\xC0\xAF", "\xE2\x82", "\xED\xA0\x80",
                             "\xF4\x90\x80\x80", "\xF5", "a\xFF"}) {
    EXPECT_FALSE(is_valid_utf8(broken));
  }
}

TEST(Utf8, RepairReplacesOnlyWhatIsBroken) {
  EXPECT_EQ(repair_utf8("caf\xE9 é"), "caf\uFFFD é");
  EXPECT_EQ(repair_utf8("as it is ü"), "as it is ü");
}

TEST(Utf8, Windows1252HasItsQuotesAndDashes) {
  EXPECT_EQ(windows_1252_to_utf8("\x93Kabul\x94 \x96 caf\xE9"), "“Kabul” – café");
}

}  // namespace
}  // namespace chancery
