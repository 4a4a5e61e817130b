// SPDX-License-Identifier: GPL-2.0-or-later
/// Plain text: a header block as in mail ("Headline: …", RFC 5322 for its folded lines), an empty
/// line, the body; or a headline and the body as an agency sends it. One article per file, or
/// several parted by a line of "====" or a form feed.
#include <algorithm>

#include "common/error.h"
#include "corpus/formats.h"
#include "corpus/html/html_text.h"
#include "corpus/published_date.h"
#include "corpus/text_dateline.h"
#include "corpus/text_fields.h"
#include "corpus/text_lines.h"

namespace chancery {
namespace {

constexpr size_t longest_headline = 250;

bool is_known_header(std::string_view line) {
  return text_field(split_label(line).first).has_value();
}

// "Words: 512": a header that says nothing here. Not "MOSCOW: The president …".
bool is_other_header(std::string_view line) {
  const std::string_view name = split_label(line).first;
  return !name.empty() && name.find(' ') == std::string_view::npos &&
         std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a'; });
}

// The header block, up to an empty line or what is no header.
void take_headers(std::string_view& text, TextFields& fields) {
  std::optional<TextField> field;
  std::string value;
  while (!text.empty()) {
    std::string_view rest = text;
    const std::string_view line = take_line(rest);
    const bool folded = field && !is_blank(line) && (line.front() == ' ' || line.front() == '\t');
    if (!folded && !is_known_header(line) && !is_other_header(line)) break;
    text = rest;
    if (folded) {
      value.append(" ").append(line);
      continue;
    }
    if (field) fields.add(*field, value);
    const auto [name, first] = split_label(line);
    field = text_field(name).value_or(TextField::other);
    value = first;
  }
  if (field) fields.add(*field, value);
}

bool is_byline(std::string_view line) {
  return line.size() < 100 && (line.starts_with("By ") || line.starts_with("BY ")) &&
         !line.ends_with('.');
}

bool is_date_line(std::string_view line) {
  constexpr size_t longest = 50;
  return line.size() <= longest && line.find_first_of("0123456789") != std::string_view::npos &&
         !run_in_dateline(line) && parse_published_date(line).has_value();
}

// Without headers: a short first paragraph is the headline; a byline and a date may follow it.
void take_opening(std::string_view& text, TextFields& fields) {
  std::string_view rest = text;
  std::string headline;
  while (!rest.empty()) {
    std::string_view behind = rest;
    const std::string_view line = take_line(behind);
    if (is_blank(line) || (!headline.empty() && (is_byline(line) || is_date_line(line))) ||
        run_in_dateline(line))
      break;
    headline.append(" ").append(line);
    rest = behind;
  }
  if (headline.size() > longest_headline) return;
  if (headline.size() > longest_headline / 2 && is_blank(rest))
    return;  // one paragraph, and nothing else
  fields.add(TextField::headline, headline);
  text = rest;
  for (;;) {
    skip_blank_lines(rest);
    const std::string_view line = take_line(rest);
    if (is_byline(line)) {
      fields.add(TextField::byline, line);
    } else if (!line.empty() && is_date_line(line)) {
      fields.add(TextField::date, line);
    } else {
      return;
    }
    text = rest;
  }
}

Article to_article(std::string_view text, DayOrder order) {
  TextFields fields(order);
  std::string_view first = text;
  if (is_known_header(take_line(first))) {
    take_headers(text, fields);
  } else {
    take_opening(text, fields);
  }
  return fields.finish(unwrap(text));
}

// Two headers that are known at the beginning; or, without any, a dateline of an agency in the
// first lines.
bool recognise(std::string_view head) {
  skip_blank_lines(head);
  std::string_view text = head;
  size_t known = 0;
  if (is_known_header(take_line(text))) {
    for (text = head; !text.empty();) {
      const std::string_view line = take_line(text);
      if (is_blank(line)) break;
      if (is_known_header(line)) ++known;
    }
    return known >= 2;
  }
  constexpr size_t first_lines = 8;
  for (size_t i = 0; i < first_lines && !head.empty(); ++i) {
    const auto dateline = run_in_dateline(tidy_line(take_line(head)));
    if (dateline && !dateline->agency.empty() && dateline->dateline.size() > 3) return true;
  }
  return false;
}

bool is_separator(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line.size() >= 4 && line.find_first_not_of('=') == std::string_view::npos;
}

// What stands between two separators. A form feed begins an article; but where articles have
// headers only one that a header follows, and any other a page of the same.
class Items {
 public:
  Items(const ArticleSink& sink, DayOrder order) : sink_(sink), order_(order) {}

  void finish(std::string_view item) {
    while (!is_blank(item)) {
      if (!headers_) headers_ = starts_with_header(item);
      size_t end = item.find('\f');
      while (end != std::string_view::npos && !starts_article(item.substr(end + 1)))
        end = item.find('\f', end + 1);
      std::string_view part = item.substr(0, end);
      item.remove_prefix(std::min(part.size() + 1, item.size()));
      skip_blank_lines(part);
      if (!is_blank(part)) sink_.article(to_article(part, order_));
    }
  }

 private:
  static bool starts_with_header(std::string_view text) {
    constexpr size_t enough = 1000;  // asked at every form feed
    text = text.substr(0, enough);
    skip_blank_lines(text);
    return is_known_header(take_line(text));
  }
  bool starts_article(std::string_view behind) const {
    return !*headers_ || starts_with_header(behind);
  }

  const ArticleSink& sink_;
  DayOrder order_;
  std::optional<bool> headers_;  // whether articles have them; told by the first
};

void read_decoded(ByteSource& source, const ArticleSink& sink) {
  Items items(sink, day_order_in(source.peek(head_size)));
  std::string line;
  std::string item;
  for (;;) {
    const ByteSource::Line got = source.read_line(line, largest_item);
    if (got == ByteSource::Line::end) break;
    if (got == ByteSource::Line::too_long || item.size() + line.size() > largest_item) {
      throw ArticleError("larger than " + std::to_string(largest_item >> 20) + " MiB in one piece");
    }
    if (is_separator(line)) {
      items.finish(to_utf8(std::move(item)));
      item.clear();
    } else {
      item.append(line).append("\n");
    }
  }
  items.finish(to_utf8(std::move(item)));
}

void read(ByteSource& source, const ArticleSink& sink) {
  const auto text = decoded_text(source);
  read_decoded(text ? *text : source, sink);
}

}  // namespace

const Format plain_text = {"text", "plain text, with a header block or as agencies send it",
                           recognise, read};

}  // namespace chancery
