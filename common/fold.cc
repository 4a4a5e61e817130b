// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <utility>

#include "common/utf8.h"

namespace chancery {
namespace {

// Letters that Unicode does not decompose, though readers take them for the plain one.
constexpr std::array<std::pair<char32_t, const char*>, 20> undecomposed = {{
    {U'ß', "ss"}, {U'æ', "ae"}, {U'Æ', "ae"}, {U'ø', "o"}, {U'Ø', "o"},  {U'ł', "l"}, {U'Ł', "l"},
    {U'đ', "d"},  {U'Đ', "d"},  {U'ð', "d"},  {U'Ð', "d"}, {U'þ', "th"}, {U'Þ', "th"},
    {U'œ', "oe"}, {U'Œ', "oe"}, {U'ı', "i"},  {U'ħ', "h"}, {U'ŋ', "n"},  {U'ə', "a"}, {U'Ə', "a"},
}};

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x02BB || c == 0x02BE ||
         c == 0x02BF || c == U'`' || c == 0x00B4;
}

// Marks that a reader may leave out: combining diacritics, Hebrew points, Arabic harakat.
bool is_optional_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7) ||
         (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 || c == 0x00AD;
}

bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

void append_folded(std::string& out, char32_t c) {
  if (is_apostrophe(c) || is_optional_mark(c)) return;
  for (const auto& [letter, plain] : undecomposed) {
    if (c == letter) {
      out += plain;
      return;
    }
  }
  static const UNormalizer2* const nfkd = [] {
    UErrorCode status = U_ZERO_ERROR;
    return unorm2_getNFKDInstance(&status);
  }();
  std::array<UChar, 32> parts{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t count =
      is_hangul(c) ? -1
                   : unorm2_getDecomposition(nfkd, static_cast<UChar32>(c), parts.data(),
                                             static_cast<int32_t>(parts.size()), &status);
  const auto append_lower = [&out](UChar32 letter) {
    append_utf8(out, static_cast<char32_t>(u_foldCase(letter, U_FOLD_CASE_DEFAULT)));
  };
  if (count < 0 || U_FAILURE(status)) {
    append_lower(static_cast<UChar32>(c));
    return;
  }
  for (int32_t i = 0; i < count;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, count, part);
    if (!is_optional_mark(static_cast<char32_t>(part))) append_lower(part);
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x80) {
      append_folded(folded, decode_utf8(text, at));
      continue;
    }
    ++at;
    if (c >= 'A' && c <= 'Z') {
      folded += static_cast<char>(c + ('a' - 'A'));
    } else if (c != '\'' && c != '`') {
      folded += static_cast<char>(c);
    }
  }
  return folded;
}

bool begins_with_capital(std::string_view word) {
  size_t at = 0;
  return !word.empty() && u_isUUppercase(static_cast<UChar32>(decode_utf8(word, at)));
}

bool has_small_letter(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    if (u_isULowercase(static_cast<UChar32>(decode_utf8(word, at)))) return true;
  }
  return false;
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return small;
}

std::string make_key(std::string_view name) {
  const std::string folded = fold(name);
  std::string key;
  bool gap = false;
  for (size_t at = 0; at < folded.size();) {
    const size_t start = at;
    const char32_t c = decode_utf8(folded, at);
    if (u_isalnum(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK ||
        u_charType(static_cast<UChar32>(c)) == U_COMBINING_SPACING_MARK) {
      if (gap && !key.empty()) key += '-';
      gap = false;
      key.append(folded, start, at - start);
    } else {
      gap = true;
    }
  }
  return key;
}

}  // namespace chancery
