// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml.h"

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/encoding.h"
#include "corpus/html_text.h"

namespace chancery {
namespace {

constexpr std::array<std::string_view, 14> blocks = {"p",  "br",    "li", "tr",  "hl1", "hl2",   "block",
                                                     "h1", "title", "h2", "div", "pre", "table", "note"};

bool is_block(const pugi::xml_node& node) {
  return std::find(blocks.begin(), blocks.end(), local_name(node)) != blocks.end();
}

}  // namespace

void load_xml(const std::string& text, pugi::xml_document& document) {
  // White space alone is text too: "<em>arms</em> <em>control</em>" are two words.
  constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
  if (result) return;
  const auto end = text.begin() + std::min<ptrdiff_t>(result.offset, static_cast<ptrdiff_t>(text.size()));
  throw ArticleError("not well-formed XML at line " +
                     std::to_string(1 + std::count(text.begin(), end, '\n')) + ": " +
                     result.description());
}

bool parse_xml(ByteSource& source, pugi::xml_document& document) {
  std::string bytes = source.read_all(largest_item);
  const std::string declared = declared_in_xml(std::string_view(bytes).substr(0, 1024));
  const DecodedText text = decode_text(std::move(bytes), declared);
  load_xml(text.text, document);
  return text.mended;
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// By hand and not by recursion: a document may nest as deep as it likes.
std::string block_text(const pugi::xml_node& root) {
  std::string text;
  pugi::xml_node node = root.first_child();
  while (node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      for (const char* c = node.value(); *c != '\0'; ++c) text += *c == '\n' ? ' ' : *c;
    } else if (is_block(node)) {
      text += '\n';
    }
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      if (is_block(node)) text += '\n';
    }
    if (!node || node == root) break;
    node = node.next_sibling();
  }
  return tidy_text(repair_utf8(std::move(text)));
}

std::string line_text(const pugi::xml_node& node) { return tidy_line(block_text(node)); }

}  // namespace chancery
