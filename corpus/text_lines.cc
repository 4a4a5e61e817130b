// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text_lines.h"

#include <algorithm>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/encoding.h"
#include "corpus/html/html_text.h"

namespace chancery {

std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

void skip_blank_lines(std::string_view& text) {
  for (std::string_view rest = text; !rest.empty() && is_blank(take_line(rest)); text = rest) {
  }
}

std::string unwrap(std::string_view body) {
  std::string text;
  bool line_start = false;
  for (size_t at = 0; at < body.size(); ++at) {
    if (body[at] == '\r') continue;
    if (body[at] == '\f') text += '\n';  // a page's end
    if (body[at] == '\n') {
      if (line_start) text += '\n';
      line_start = true;
      continue;
    }
    if (line_start) text += body[at] == ' ' || body[at] == '\t' ? '\n' : ' ';
    line_start = false;
    text += body[at];
  }
  return tidy_text(text);
}

void for_each_line(
    ByteSource& source, const ArticleSink& sink,
    const std::function<void(const std::string& line, const std::string& place)>& take) {
  std::string line;
  for (size_t number = 1;; ++number) {
    const ByteSource::Line got = source.read_line(line, largest_item);
    if (got == ByteSource::Line::end) return;
    const std::string place = "line " + std::to_string(number);
    if (got == ByteSource::Line::too_long) {
      sink.reject(place, "longer than " + std::to_string(largest_item >> 20) + " MiB");
      continue;
    }
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (is_blank(line)) continue;
    try {
      take(line, place);
    } catch (const ArticleError& error) {
      sink.reject(place, error.what());
    }
  }
}

std::unique_ptr<ByteSource> decoded_text(ByteSource& source) {
  if (source.peek(largest_item + 1).size() > largest_item) return nullptr;
  return source_of_text(source.name(), decode_text(source.read_all(largest_item)).text);
}

std::string to_utf8(std::string text) {
  return is_valid_utf8(text) ? text : windows_1252_to_utf8(text);
}

}  // namespace chancery
