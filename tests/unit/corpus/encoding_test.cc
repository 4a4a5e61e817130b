// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/encoding.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

using namespace std::string_literals;

TEST(DecodeText, ByMarkDeclarationOrDetection) {
  const struct {
    std::string bytes, declared, text;
  } cases[] = {
      {"Gda\xC5\x84sk", "", "Gdańsk"},
      {"\xEF\xBB\xBFGda\xC5\x84sk", "iso-8859-2", "Gdańsk"},
      {"\xFF\xFEG\0d\0"s, "", "Gd"},
      {"\xFE\xFF\0G\0d"s, "", "Gd"},
      {"\xFF\xFE\0\0G\0\0\0"s, "", "G"},
      {"<\0?\0"s, "", "<?"},
      {"Gda\xF1sk", "iso-8859-2", "Gdańsk"},
      {"\xCC\xEE\xF1\xEA\xE2\xE0", "windows-1251", "Москва"},
      {"\xED\xCF\xD3\xCB\xD7\xC1", "koi8-r", "Москва"},
      {"Sme\x93quoted\x94", "iso-8859-1", "Sme“quoted”"},
      {"Sme\x93quoted\x94", "", "Sme“quoted”"},
      {"Erdo\360an", "iso-8859-9", "Erdoğan"},
      {"Gda\xC5\x84sk", "no-such-encoding", "Gdańsk"},
      {"F\xC3\xBCr \xC3\x96sterreichs B\xC3\xBCrger: \xC3\xBC", "iso-8859-1",
       "Für Österreichs Bürger: ü"},
      {"Caf\xC3\xA9", "iso-8859-2", "CafĂŠ"},
      {"\xC3\xD1\xB0\xC1\xB9\xB5\xC3\xD5\xC7\xE8\xD2\xA1\xD2\xC3 ASEAN", "", "รัฐมนตรีว่าการ ASEAN"},
      {"S\xC3\xA3o Tom\xC3\xA9", "ISO-8859-1", "São Tomé"},  // declared out of habit
      {"", "utf-8", ""},
  };
  for (const auto& c : cases)
    EXPECT_EQ(decode_text(c.bytes, c.declared).text, c.text) << c.declared << " " << c.text;
}

TEST(DecodeText, DetectsCyrillicWithoutADeclaration) {
  const std::string bytes =
      "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xD0\xEE\xF1\xF1\xE8\xE8 \xE2\xF1\xF2\xF0\xE5\xF2\xE8\xEB\xF1\xFF \xE2 "
      "\xCC\xEE\xF1\xEA\xE2\xE5 \xF1 \xEC\xE8\xED\xE8\xF1\xF2\xF0\xEE\xEC";
  EXPECT_EQ(decode_text(bytes).text, "Президент России встретился в Москве с министром");
}

TEST(DecodeText, SaysWhereItReplacedBytes) {
  EXPECT_TRUE(decode_text("Gda\xC5\x84sk, \xC5\x81\xC3\263d\xC5 broken", "utf-8").mended);
  EXPECT_FALSE(decode_text("whole", "utf-8").mended);
}

TEST(MendControls, TextReadInAWrongEncodingBefore) {
  const struct {
    std::string text, mended;
  } cases[] = {
      {"don\u0092t \u0096 Ł", "don’t – Ł"},
      {"\u00E2\u0080\u00A6", "…"},
      {"caf\u00E9", "café"},
      {"plain", "plain"},
  };
  for (const auto& c : cases) EXPECT_EQ(mend_controls(c.text), c.mended);
}

TEST(HasWideCharacters, ByMarkOrZeros) {
  EXPECT_TRUE(has_wide_characters("\0\0\xFE\xFF\0\0\0<"s));
  EXPECT_TRUE(has_wide_characters("<\0?\0"s));
  EXPECT_FALSE(has_wide_characters("\xEF\xBB\xBF<"));
  EXPECT_FALSE(has_wide_characters(""));
}

TEST(DeclaredInXml, ReadsTheDeclaration) {
  EXPECT_EQ(declared_in_xml("<?xml version=\"1.0\" encoding='koi8-r'?><a/>"), "koi8-r");
  EXPECT_EQ(declared_in_xml("<?xml version=\"1.0\"?><a encoding=\"x\"/>"), "");
  EXPECT_EQ(declared_in_xml("\n <?xml version='1.0' encoding='koi8-r'?><a/>"), "koi8-r");
  EXPECT_EQ(declared_in_xml("<a/>"), "");
}

}  // namespace
}  // namespace chancery
