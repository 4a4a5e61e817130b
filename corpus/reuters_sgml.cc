// SPDX-License-Identifier: GPL-2.0-or-later
/// Reuters-21578 (D. Lewis, 1997): SGML files of a thousand <REUTERS> articles each, in ISO 8859-1,
/// read one article at a time.
#include <array>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/formats.h"
#include "corpus/html_text.h"
#include "corpus/json_text.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

std::string between(std::string_view text, std::string_view open, std::string_view close) {
  const size_t start = text.find(open);
  if (start == std::string_view::npos) return {};
  const size_t from = start + open.size();
  const size_t end = text.find(close, from);
  return std::string(text.substr(from, end == std::string_view::npos ? end : end - from));
}

// The few entities that the collection uses, and control characters away.
std::string plain(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> entities = {
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}};
  std::string out;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '&') {
      bool found = false;
      for (const auto& [name, character] : entities) {
        if (text.compare(at, name.size(), name) != 0) continue;
        out += character;
        at += name.size();
        found = true;
        break;
      }
      if (found) continue;
      if (text.compare(at, 2, "&#") == 0) {
        const size_t end = text.find(';', at);
        if (end != std::string::npos && end - at <= 6) {
          at = end + 1;
          continue;
        }
      }
    }
    out += text[at++];
  }
  return out;
}

// A paragraph begins with spaces; other line feeds only wrap.
std::string unwrap(std::string_view body) {
  std::string text;
  for (size_t at = 0; at < body.size(); ++at) {
    const bool paragraph = body[at] == '\n' && body.substr(at + 1).starts_with("    ");
    text += body[at] == '\n' && !paragraph ? ' ' : body[at];
  }
  return tidy_text(text);
}

Article to_article(std::string_view item) {
  Article article;
  const std::string number = between(item, "NEWID=\"", "\"");
  if (!number.empty()) article.id = "reuters-" + number;
  set_date(article, {tidy_line(between(item, "<DATE>", "</DATE>"))});
  article.source = "Reuters";
  article.language = "en";
  const std::string text = between(item, "<TEXT", "</TEXT>");
  article.title = tidy_line(plain(windows_1252_to_utf8(between(text, "<TITLE>", "</TITLE>"))));
  article.byline = without_by(tidy_line(plain(windows_1252_to_utf8(between(text, "<AUTHOR>", "</AUTHOR>")))));
  article.dateline = tidy_line(plain(windows_1252_to_utf8(between(text, "<DATELINE>", "</DATELINE>"))));
  while (article.dateline.ends_with('-') || article.dateline.ends_with(' ')) article.dateline.pop_back();
  std::string body = between(text, "<BODY>", "</BODY>");
  // Items of type UNPROC and BRIEF have their text bare, behind the last tag.
  if (body.empty()) body = text.substr(text.rfind('>') + 1);
  article.text = unwrap(plain(windows_1252_to_utf8(body)));
  for (const std::string_view ending : {" Reuter", "\nReuter", " REUTER", "\nREUTER"}) {
    if (article.text.ends_with(ending)) article.text.resize(article.text.size() - ending.size());
  }
  return article;
}

bool recognise(std::string_view head) {
  return head.find("<REUTERS ") != std::string_view::npos;
}

void read(ByteSource& source, const ArticleSink& sink) {
  std::string line;
  std::string item;
  bool inside = false;
  for (size_t number = 1;; ++number) {
    const ByteSource::Line got = source.read_line(line, largest_item);
    if (got == ByteSource::Line::end) break;
    if (line.find("<REUTERS ") != std::string::npos) {
      if (inside) sink.reject("line " + std::to_string(number), "the article before has no end");
      item.clear();
      inside = true;
    }
    if (inside && item.size() + line.size() < largest_item) item.append(line).append("\n");
    if (inside && line.find("</REUTERS>") != std::string::npos) {
      sink.article(to_article(item));
      inside = false;
    }
  }
  if (inside) sink.reject("at the end", "the last article is cut short");
}

}  // namespace

const Format reuters_sgml = {"reuters-sgml", "the Reuters-21578 collection", recognise, read};

}  // namespace chancery
