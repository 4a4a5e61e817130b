// SPDX-License-Identifier: GPL-2.0-or-later
/// What answers for people share: highlights, widths, numbers; the web page takes the numbers.
#pragma once

#include <string>
#include <string_view>

#include "searcher/output_style.h"

namespace chancery {

enum class Emphasis { none, bold, dim, match };

/// `text`, which must be safe for a terminal. With colour in that style; without, only a match is
/// told apart, by asterisks.
std::string emphasised(const std::string& text, Emphasis emphasis, const OutputStyle& style);

/// Columns that the text takes, near enough: code points, those of East Asian scripts twice.
size_t columns_of(std::string_view text);

/// `text` with blanks behind it (or before it) up to `columns`; cut with "…" where it is wider.
std::string to_columns(const std::string& text, size_t columns, bool at_right = false);

/// "1,234".
std::string with_thousands(size_t number);

}  // namespace chancery
