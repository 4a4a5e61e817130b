// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace chancery {
namespace {

constexpr std::array<std::string_view, 27> blocks = {
    "address", "article", "blockquote", "br", "dd",  "div",     "dl",    "dt", "figcaption",
    "figure",  "footer",  "h1",         "h2", "h3",  "h4",      "h5",    "h6", "header",
    "hr",      "li",      "ol",         "p",  "pre", "section", "table", "tr", "ul"};
constexpr std::array<std::string_view, 4> hidden = {"script", "style", "noscript", "template"};

template <size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, const xmlChar* name) {
  const std::string_view text = reinterpret_cast<const char*>(name);
  return std::find(names.begin(), names.end(), text) != names.end();
}

struct Collected {
  std::string text;
  int hidden_depth = 0;
};

Collected& collected(void* context) { return *static_cast<Collected*>(context); }

void on_start(void* context, const xmlChar* name, const xmlChar**) {
  if (is_one_of(hidden, name)) ++collected(context).hidden_depth;
  if (is_one_of(blocks, name)) collected(context).text += '\n';
}

void on_end(void* context, const xmlChar* name) {
  if (is_one_of(hidden, name) && collected(context).hidden_depth > 0) {
    --collected(context).hidden_depth;
  }
  if (is_one_of(blocks, name)) collected(context).text += '\n';
}

// A line feed within HTML text is no more than a space.
void on_text(void* context, const xmlChar* text, int length) {
  if (collected(context).hidden_depth > 0) return;
  for (const char c :
       std::string_view(reinterpret_cast<const char*>(text), static_cast<size_t>(length))) {
    collected(context).text += c == '\n' || c == '\r' ? ' ' : c;
  }
}

}  // namespace

std::string html_to_text(std::string_view html) {
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  Collected result;
  constexpr size_t piece = 1 << 20;  // the parser counts in int
  htmlParserCtxtPtr parser =
      htmlCreatePushParserCtxt(&handler, &result, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  for (size_t at = 0; at < html.size(); at += piece) {
    const std::string_view part = html.substr(at, piece);
    htmlParseChunk(parser, part.data(), static_cast<int>(part.size()), 0);
  }
  htmlParseChunk(parser, nullptr, 0, 1);
  htmlFreeParserCtxt(parser);
  return tidy_text(repair_utf8(std::move(result.text)));
}

std::string with_line_breaks(std::string_view html) {
  std::string broken;
  for (const char c : html) broken += c == '\n' ? std::string("<br>") : std::string(1, c);
  return broken;
}

char32_t html_entity(std::string_view name) {
  const htmlEntityDesc* entity =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  return entity == nullptr ? U'\0' : static_cast<char32_t>(entity->value);
}

std::string tidy_text(std::string_view text) {
  std::string tidy;
  tidy.reserve(text.size());
  char gap = '\0';
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const char32_t c = decode_utf8(text, at);
    if (c == U'\n') {
      gap = '\n';
    } else if (c <= U' ' || c == 0x7F || c == 0xA0 || c == 0xFEFF) {
      if (gap == '\0') gap = ' ';
    } else {
      if (gap != '\0' && !tidy.empty()) tidy += gap;
      gap = '\0';
      tidy.append(text, start, at - start);
    }
  }
  return tidy;
}

std::string tidy_line(std::string_view text) {
  std::string tidy = tidy_text(text);
  std::replace(tidy.begin(), tidy.end(), '\n', ' ');
  return tidy;
}

}  // namespace chancery
