// SPDX-License-Identifier: GPL-2.0-or-later
/// The plain text of a piece of HTML, as feeds and JSON carry it, and white space put in order.
#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// The text that a browser would show: entities resolved, white space folded, each block (p, div,
/// li, br …) on a line of its own, without scripts and styles. By libxml2's HTML parser, which
/// takes anything. Input and output are UTF-8.
/// Example: "<p>Kabul &amp; Tehran</p><p>On Monday" -> "Kabul & Tehran\nOn Monday".
std::string html_to_text(std::string_view html);

/// HTML whose paragraphs only line feeds tell, with a <br> for each.
std::string with_line_breaks(std::string_view html);

/// The character that HTML 4 calls by that name: "eacute" -> U'é'. U'\0' where there is none.
char32_t html_entity(std::string_view name);

/// White space folded to single spaces and taken off the ends; line feeds are kept as paragraph
/// ends, several as one.
std::string tidy_text(std::string_view text);

/// As tidy_text, but on one line.
std::string tidy_line(std::string_view text);

}  // namespace chancery
