// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feed_root.h"

#include "common/error.h"
#include "common/fold.h"
#include "corpus/xml/xml.h"
#include "corpus/xml/xml_items.h"
#include "corpus/xml/xml_scanner.h"

namespace chancery {
namespace {

pugi::xml_node root_of(const pugi::xml_document& document) {
  return document.find_child(
      [](const pugi::xml_node& node) { return node.type() == pugi::node_element; });
}

}  // namespace

FeedRoot feed_root(std::string_view head) {
  const auto source = source_of_text("", std::string(head));
  XmlScanner scanner(*source);
  XmlScanner::Token token;
  while (scanner.next(token)) {
    if (token.type == XmlScanner::Type::text &&
        token.raw.find_first_not_of(" \t\r\n\xEF\xBB\xBF") != std::string_view::npos)
      break;
    if (token.type != XmlScanner::Type::start && token.type != XmlScanner::Type::empty) continue;
    return {lower(without_prefix(token.name)), lower(token.raw)};
  }
  return {};
}

std::string folded_name(const pugi::xml_node& node) { return lower(local_name(node)); }

void read_feed(ByteSource& source, const ArticleSink& sink, std::string_view name,
               const std::function<ItemReader(const pugi::xml_node& root)>& reader_for) {
  XmlItems items(source, {name}, XmlItems::Ill::mended);
  ItemReader reader;
  const auto head = [&] {
    pugi::xml_document document;
    items.parse_head(document);
    const pugi::xml_node root = root_of(document);
    if (!root && items.number() == 0) throw ArticleError("no XML element in it");
    reader = reader_for(root);
  };
  for (;;) {
    pugi::xml_document document;
    pugi::xml_node item;
    try {
      if (!items.next(document, item)) break;
    } catch (const ArticleError& error) {
      sink.reject(
          items.number() == 0 ? "" : std::string(name) + " " + std::to_string(items.number()),
          error.what());
      continue;
    }
    if (!reader) head();
    Article article = reader(item);
    if (items.item_mended())
      article.notes.push_back("not well-formed XML; read as far as that goes");
    if (items.mended() && (article.title + article.text).find("\uFFFD") != std::string::npos) {
      article.notes.push_back("bytes that are not of the file's encoding were replaced");
    }
    sink.article(std::move(article));
  }
  if (!reader) head();
}

}  // namespace chancery
