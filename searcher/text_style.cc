// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/text_style.h"

#include "common/utf8.h"

namespace chancery {
namespace {

size_t columns_of(char32_t c) {
  const bool is_wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                       (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                       (c >= 0xFF00 && c <= 0xFF60);
  return is_wide ? 2 : 1;
}

}  // namespace

std::string emphasised(const std::string& text, Emphasis emphasis, const OutputStyle& style) {
  if (text.empty() || emphasis == Emphasis::none) return text;
  if (!style.colour) return emphasis == Emphasis::match ? "*" + text + "*" : text;
  const char* code = emphasis == Emphasis::bold  ? "\033[1m"
                     : emphasis == Emphasis::dim ? "\033[2m"
                                                 : "\033[1;31m";
  return code + text + "\033[0m";
}

size_t columns_of(std::string_view text) {
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) columns += columns_of(decode_utf8(text, at));
  return columns;
}

std::string to_columns(const std::string& text, size_t columns, bool at_right) {
  const size_t width = columns_of(text);
  if (width <= columns)
    return at_right ? std::string(columns - width, ' ') + text
                    : text + std::string(columns - width, ' ');
  std::string cut;
  size_t taken = 1;  // of the "…"
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    taken += columns_of(decode_utf8(text, at));
    if (taken > columns) break;
    cut += text.substr(start, at - start);
  }
  return cut + "…" + std::string(columns - columns_of(cut) - 1, ' ');
}

std::string with_thousands(size_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

}  // namespace chancery
