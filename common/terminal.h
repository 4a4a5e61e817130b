// SPDX-License-Identifier: GPL-2.0-or-later
/// What a terminal can show, and what other people's text may not do to it.
#pragma once

#include <string>
#include <string_view>

namespace chancery {

enum class When { automatic, always, never };

/// "auto", "always", "never"; throws UsageError naming `option` for anything else.
When parse_when(std::string_view option, std::string_view text);

/// Whether to colour what goes to `file_descriptor`: in auto, where it is a terminal, TERM is not
/// "dumb", and NO_COLOR is unset or empty (no-color.org).
bool wants_colour(When when, int file_descriptor);

bool is_terminal(int file_descriptor);

/// Columns of the terminal on stdout; 80 where it is none.
int terminal_width();

/// `text` with control characters (C0, DEL, C1) and the marks that reorder text (bidi embeddings,
/// overrides, isolates) each shown as U+FFFD, so that nothing in it can move the cursor, set
/// a colour or read backwards. Line feeds and tabs become spaces.
std::string one_safe_line(std::string_view text);

/// As one_safe_line, but line feeds stay.
std::string safe_lines(std::string_view text);

}  // namespace chancery
