// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/fold.h"

#include <array>
#include <utility>

#include "common/letters.h"
#include "common/utf8.h"

namespace chancery {
namespace {

// Letters that Unicode does not decompose, though readers take them for the plain one.
constexpr std::array<std::pair<char32_t, const char*>, 20> undecomposed = {{
    {U'ß', "ss"}, {U'æ', "ae"}, {U'Æ', "ae"}, {U'ø', "o"}, {U'Ø', "o"},  {U'ł', "l"},  {U'Ł', "l"},
    {U'đ', "d"},  {U'Đ', "d"},  {U'ð', "d"},  {U'Ð', "d"}, {U'þ', "th"}, {U'Þ', "th"}, {U'œ', "oe"},
    {U'Œ', "oe"}, {U'ı', "i"},  {U'ħ', "h"},  {U'ŋ', "n"}, {U'ə', "a"},  {U'Ə', "a"},
}};

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x02BB || c == 0x02BE ||
         c == 0x02BF || c == U'`' || c == 0x00B4;
}

void append_folded(std::string& out, char32_t c) {
  if (is_apostrophe(c) || is_optional_mark(c)) return;
  for (const auto& [letter, plain] : undecomposed) {
    if (c == letter) {
      out += plain;
      return;
    }
  }
  append_folded_letter(out, c);
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
  return !word.empty() && is_capital(decode_utf8(word, at));
}

bool has_small_letter(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    if (is_small(decode_utf8(word, at))) return true;
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
    if (is_of_key(c)) {
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
