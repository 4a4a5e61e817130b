// SPDX-License-Identifier: GPL-2.0-or-later
/// Plain text: a header block as in mail ("Headline: …"), an empty line, the body. One article per
/// file, or several parted by a line of "====".
#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/fold.h"
#include "common/utf8.h"
#include "corpus/formats.h"
#include "corpus/html_text.h"
#include "corpus/json_text.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

enum class Field { title, date, source, byline, dateline, id, url, language };

constexpr std::array<std::pair<std::string_view, Field>, 19> field_names = {{
    {"headline", Field::title},     {"title", Field::title},       {"subject", Field::title},
    {"date", Field::date},          {"published", Field::date},    {"source", Field::source},
    {"publication", Field::source}, {"agency", Field::source},     {"newspaper", Field::source},
    {"byline", Field::byline},      {"author", Field::byline},     {"by", Field::byline},
    {"dateline", Field::dateline},  {"place", Field::dateline},    {"id", Field::id},
    {"message-id", Field::id},      {"url", Field::url},           {"link", Field::url},
    {"language", Field::language},
}};

// The field that a header line names; nullptr where it is no header line that is known.
const Field* field_of(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > 20) return nullptr;
  const std::string name = fold(line.substr(0, colon));
  for (const auto& [known, field] : field_names) {
    if (known == name) return &field;
  }
  return nullptr;
}

void set(Article& article, Field field, std::string value) {
  switch (field) {
    case Field::title: article.title = std::move(value); break;
    case Field::date: set_date(article, {value}); break;
    case Field::source: article.source = std::move(value); break;
    case Field::byline: article.byline = without_by(std::move(value)); break;
    case Field::dateline: article.dateline = std::move(value); break;
    case Field::id: article.id = std::move(value); break;
    case Field::url: article.url = std::move(value); break;
    case Field::language: article.language = language_code(value); break;
  }
}

// Lines are wrapped; an empty line or an indented one begins a paragraph.
std::string unwrap(std::string_view body) {
  std::string text;
  bool line_start = false;
  for (size_t at = 0; at < body.size(); ++at) {
    if (body[at] == '\r') continue;
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

Article to_article(std::string_view text) {
  Article article;
  Field last = Field::title;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if (const Field* field = field_of(line)) {
      last = *field;
      set(article, last, tidy_line(line.substr(line.find(':') + 1)));
    } else if (last == Field::title && line.front() == ' ') {
      article.title += ' ' + tidy_line(line);  // a header line continued, as in RFC 5322
    }
  }
  article.text = unwrap(text);
  return article;
}

// The first line is a header that is known, and so is a headline's, a date's or a source's.
bool recognise(std::string_view head) {
  const size_t start = head.find_first_not_of("\r\n");
  if (start == std::string_view::npos) return false;
  head.remove_prefix(start);
  if (field_of(head.substr(0, head.find('\n'))) == nullptr) return false;
  size_t known = 0;
  while (!head.empty()) {
    const std::string_view line = head.substr(0, head.find('\n'));
    if (line.empty() || line == "\r") break;
    if (field_of(line) != nullptr) ++known;
    head.remove_prefix(std::min(line.size() + 1, head.size()));
  }
  return known >= 2;
}

bool is_separator(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line.size() >= 4 && line.find_first_not_of('=') == std::string_view::npos;
}

std::string to_utf8(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return is_valid_utf8(text) ? text : windows_1252_to_utf8(text);
}

void read(ByteSource& source, const ArticleSink& sink) {
  std::string line;
  std::string item;
  const auto finish = [&item, &sink] {
    const size_t start = item.find_first_not_of("\r\n");
    if (start != std::string::npos) sink.article(to_article(to_utf8(item.substr(start))));
    item.clear();
  };
  for (size_t number = 1;; ++number) {
    const ByteSource::Line got = source.read_line(line, largest_item);
    if (got == ByteSource::Line::end) break;
    if (got == ByteSource::Line::too_long || item.size() + line.size() > largest_item) {
      throw ArticleError("larger than " + std::to_string(largest_item >> 20) + " MiB in one piece");
    }
    if (is_separator(line)) {
      finish();
    } else {
      item.append(line).append("\n");
    }
  }
  finish();
}

}  // namespace

const Format plain_text = {"text", "plain text with a header block", recognise, read};

}  // namespace chancery
