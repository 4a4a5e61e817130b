// SPDX-License-Identifier: GPL-2.0-or-later
/// Where an answer ended, so that the next one goes on there though the index has grown meanwhile.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// The last hit of an answer.
struct Cursor {
  size_t rank = 0;  ///< from 1
  std::string id;   ///< of its article
};

/// "20:wire-2018-12-24". Users hand it back as it is; what is in it may change.
std::string to_text(const Cursor& cursor);

/// Nothing where `text` is none.
std::optional<Cursor> parse_cursor(std::string_view text);

}  // namespace chancery
