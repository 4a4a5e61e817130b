// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/line_wraps.h"

#include <algorithm>

namespace chancery {
namespace {

constexpr size_t longest_wrapped_line = 110;
constexpr size_t shortest_full_line = 45;

bool ends_sentence(std::string_view text) {
  const size_t last = text.find_last_not_of(" \r\t\n");
  return last == std::string_view::npos ||
         std::string_view(".?!:;\"')").find(text[last]) != std::string_view::npos ||
         text.substr(0, last + 1).ends_with("\u201D");
}

}  // namespace

LineWraps::LineWraps(std::string_view text) : text_(text) {
  for (size_t start = 0; start < text.size() && wrapped_;) {
    const size_t end = std::min(text.find('\n', start), text.size());
    wrapped_ = end - start <= longest_wrapped_line;
    start = end + 1;
  }
}

bool LineWraps::is_wrap(size_t at) const {
  if (!wrapped_ || at + 1 >= text_.size()) return false;
  const char next = text_[at + 1];
  if (next == '\n' || next == '\r') return false;
  if ((next == ' ' || next == '\t') && ends_sentence(text_.substr(0, at))) return false;
  const size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
  const size_t start = before == std::string_view::npos ? 0 : before + 1;
  return at - start >= shortest_full_line;
}

}  // namespace chancery
