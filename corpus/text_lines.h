// SPDX-License-Identifier: GPL-2.0-or-later
/// Going through the lines of a text, for the formats that are made of lines.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/formats.h"

namespace chancery {

/// Takes the first line off `text`, and gives it without its end.
std::string_view take_line(std::string_view& text);

bool is_blank(std::string_view line);

void skip_blank_lines(std::string_view& text);

/// A text whose lines are wrapped, tidied: an empty line, an indented one and a form feed part
/// paragraphs.
std::string unwrap(std::string_view text);

/// Gives each line of `source` that is not blank to `take`, with its place ("line 3"). One longer
/// than largest_item, or for which `take` throws ArticleError, is rejected; the next one follows.
void for_each_line(
    ByteSource& source, const ArticleSink& sink,
    const std::function<void(const std::string& line, const std::string& place)>& take);

/// The whole of `source` decoded to UTF-8; nullptr where it is larger than largest_item, and
/// nothing taken.
std::unique_ptr<ByteSource> decoded_text(ByteSource& source);

/// Text that was not decoded: as it is where it is UTF-8, else read as windows-1252.
std::string to_utf8(std::string text);

}  // namespace chancery
