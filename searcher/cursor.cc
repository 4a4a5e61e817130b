// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cursor.h"

#include <charconv>

namespace chancery {

std::string to_text(const Cursor& cursor) { return std::to_string(cursor.rank) + ':' + cursor.id; }

std::optional<Cursor> parse_cursor(std::string_view text) {
  Cursor cursor;
  const char* const end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, cursor.rank);
  if (fault != std::errc() || stop == end || *stop != ':' || stop + 1 == end) return std::nullopt;
  cursor.id.assign(stop + 1, end);
  return cursor;
}

}  // namespace chancery
