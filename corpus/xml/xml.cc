// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml.h"

#include <algorithm>

#include "common/error.h"
#include "corpus/encoding.h"
#include "corpus/xml/xml_scanner.h"

namespace chancery {
namespace {

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool is_space(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata &&
         std::string_view(node.value()).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The node behind it in the order of the document.
pugi::xml_node following(pugi::xml_node node) {
  if (node.first_child()) return node.first_child();
  while (node && !node.next_sibling()) node = node.parent();
  return node.next_sibling();
}

// White space is kept where it parts two elements ("<person>A</person> <person>B</person>"), but
// not beside a text: there it would be the element's first text, as before a CDATA section.
void drop_space_beside_text(const pugi::xml_document& document) {
  for (pugi::xml_node node = document.first_child(); node;) {
    const pugi::xml_node next = following(node);
    if (is_space(node) && (is_text(node.previous_sibling()) || is_text(node.next_sibling())))
      node.parent().remove_child(node);
    node = next;
  }
}

}  // namespace

void load_xml(const std::string& text, pugi::xml_document& document) {
  const pugi::xml_parse_result result = document.load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (result) {
    drop_space_beside_text(document);
    return;
  }
  const auto end =
      text.begin() + std::min<ptrdiff_t>(result.offset, static_cast<ptrdiff_t>(text.size()));
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

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

}  // namespace chancery
