// SPDX-License-Identifier: GPL-2.0-or-later
/// Reading and writing UTF-8, and mending what is none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chancery {

/// U+FFFD, which stands for what could not be decoded.
inline constexpr char32_t replacement_character = 0xFFFD;

/// The code point that starts at `text[at]`; moves `at` behind it. A byte that starts none gives
/// U+FFFD and moves by one. `at` must be less than text.size().
char32_t decode_utf8(std::string_view text, size_t& at);

void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// `text` with every undecodable byte replaced by U+FFFD; valid text comes back as it is.
std::string repair_utf8(std::string text);

/// A text in windows-1252 (and so in ISO 8859-1) as UTF-8.
std::string windows_1252_to_utf8(std::string_view text);

}  // namespace chancery
