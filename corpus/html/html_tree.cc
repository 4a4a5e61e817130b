// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/html/html_text.h"

namespace chancery {
namespace {

constexpr size_t deepest = 1000;
constexpr size_t most_nodes = 500000;
constexpr size_t most_attributes = 1000;

struct Builder {
  std::vector<HtmlNode>& nodes;
  std::vector<uint32_t> open = {0};
  htmlParserCtxtPtr parser = nullptr;
  const char* failure = nullptr;

  void fail(const char* reason) {
    failure = reason;
    xmlStopParser(parser);
  }

  bool room() {
    if (failure == nullptr && nodes.size() >= most_nodes)
      fail("a page of more than 500,000 elements");
    if (failure == nullptr && open.size() > deepest) fail("a page nested more than 1,000 deep");
    return failure == nullptr;
  }
};

Builder& builder(void* context) { return *static_cast<Builder*>(context); }
std::string text_of(const xmlChar* text) {
  return text != nullptr ? reinterpret_cast<const char*>(text) : "";
}

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  Builder& b = builder(context);
  if (!b.room()) return;
  HtmlNode node;
  node.name = text_of(name);
  node.parent = b.open.back();
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    node.attributes.emplace_back(text_of(attributes[0]), repair_utf8(text_of(attributes[1])));
  }
  b.open.push_back(static_cast<uint32_t>(b.nodes.size()));
  b.nodes.push_back(std::move(node));
}

void on_end(void* context, const xmlChar*) {
  Builder& b = builder(context);
  if (b.open.size() < 2) return;
  b.nodes[b.open.back()].end = static_cast<uint32_t>(b.nodes.size());
  b.open.pop_back();
}

// The parser gives a text in pieces.
void on_text(void* context, const xmlChar* text, int length) {
  Builder& b = builder(context);
  const std::string_view piece(reinterpret_cast<const char*>(text), static_cast<size_t>(length));
  if (b.nodes.size() > 1 && b.nodes.back().is_text() && b.nodes.back().parent == b.open.back()) {
    b.nodes.back().text += piece;
    return;
  }
  if (!b.room()) return;
  HtmlNode node;
  node.text = piece;
  node.parent = b.open.back();
  b.nodes.push_back(std::move(node));
}

bool starts_with_name(std::string_view text, std::string_view name) {
  return text.size() > name.size() && std::equal(name.begin(), name.end(), text.begin(),
                                                 [](char n, char c) { return n == (c | 0x20); });
}

// Behind what is no tag though it has '<' in it: a comment, a script, a style; `at` itself if it is
// one.
size_t behind_raw_text(std::string_view html, size_t at) {
  const std::string_view rest = html.substr(at);
  std::string_view ending;
  if (rest.starts_with("<!--")) ending = "-->";
  if (starts_with_name(rest.substr(1), "script")) ending = "</script";
  if (starts_with_name(rest.substr(1), "style")) ending = "</style";
  if (ending.empty()) return at;
  const size_t end = html.find(ending, at);
  return end == std::string_view::npos ? html.size() : end + 1;
}

// libxml2 compares each attribute of a tag with all before it: one tag could take it hours.
bool has_endless_tag(std::string_view html) {
  for (size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    if (const size_t behind = behind_raw_text(html, at); behind != at) {
      at = behind;
      continue;
    }
    size_t words = 0;
    char quote = '\0';
    for (++at; at < html.size() && (quote != '\0' || html[at] != '>') && words <= most_attributes;
         ++at) {
      const char c = html[at];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if ((c == '"' || c == '\'') && html[at - 1] == '=') {
        quote = c;
      } else if ((c == '"' || c == '\'' || c == '/' || static_cast<unsigned char>(c) <= ' ') &&
                 html[at - 1] != ' ') {
        ++words;
      }
    }
    if (words > most_attributes) return true;
  }
  return false;
}

}  // namespace

std::string_view HtmlNode::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return value;
  }
  return {};
}

HtmlTree::HtmlTree(std::string html) {
  if (html.size() > largest_page)
    throw ArticleError("a page larger than " + std::to_string(largest_page >> 20) + " MiB");
  if (has_endless_tag(html)) throw ArticleError("a tag of more than 1,000 attributes");
  std::replace(html.begin(), html.end(), '\0', ' ');  // would end the page
  nodes_.emplace_back();
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.cdataBlock = on_text;
  handler.ignorableWhitespace = on_text;
  Builder builder{nodes_};
  builder.parser =
      htmlCreatePushParserCtxt(&handler, &builder, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions(builder.parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  htmlParseChunk(builder.parser, html.data(), static_cast<int>(html.size()), 0);
  htmlParseChunk(builder.parser, nullptr, 0, 1);
  htmlFreeParserCtxt(builder.parser);
  if (builder.failure != nullptr) throw ArticleError(builder.failure);
  for (size_t i = nodes_.size(); i-- > 0;) {
    HtmlNode& node = nodes_[i];
    node.end = std::max(node.end, static_cast<uint32_t>(i + 1));
    node.text = repair_utf8(std::move(node.text));
    if (i > 0) nodes_[node.parent].end = std::max(nodes_[node.parent].end, node.end);
  }
}

std::string HtmlTree::line(size_t i) const {
  std::string line;
  // A thousand elements may stand around one text of megabytes: no more is read than is given.
  for (size_t n = i; n < nodes_[i].end && line.size() < longest_line; ++n) {
    const HtmlNode& node = nodes_[n];
    if (node.is_text()) line += node.text.substr(0, longest_line);
    if (node.name == "br") line += ' ';
  }
  return tidy_line(repair_utf8(line.substr(0, longest_line)));
}

}  // namespace chancery
