// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/news_xml.h"

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/html/html_text.h"
#include "corpus/news_article.h"

namespace chancery {
namespace {

using pugi::xml_node;

constexpr auto blocks = std::to_array<std::string_view>(
    {"p",           "br",    "li",         "tr",      "hl1",     "hl2",      "block",
     "h1",          "h2",    "h3",         "h4",      "h5",      "h6",       "title",
     "div",         "pre",   "table",      "note",    "ul",      "ol",       "dl",
     "dt",          "dd",    "bq",         "fn",      "hr",      "abstract", "section",
     "article",     "aside", "main",       "address", "caption", "tagline",  "thead",
     "tbody",       "tfoot", "blockquote", "figure",  "center",  "nitf-col", "nitf-table",
     "body.content"});
constexpr auto hidden = std::to_array<std::string_view>(
    {"media", "figcaption", "script", "style", "head", "nav", "footer", "header", "noscript",
     "template", "nitf-table-metadata", "iframe", "byline"});

template <size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, const xml_node& node) {
  return std::find(names.begin(), names.end(), local_name(node)) != names.end();
}

// NITF's note of the type "npa" is not for publication, "pa" only for the trade.
bool is_hidden(const xml_node& node) {
  if (is_one_of(hidden, node)) return true;
  if (local_name(node) != "note") return false;
  const std::string_view type = node.attribute("type").value();
  return type == "npa" || type == "pa" ||
         std::string_view(node.attribute("noteclass").value()) == "editorsnote";
}

bool is_text(const xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// Whether there is an end tag in what should be text: then the markup was escaped.
bool has_end_tag(std::string_view text) {
  for (size_t at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2)) {
    const size_t end = text.find_first_not_of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456", at + 2);
    if (end != std::string_view::npos && end > at + 2 && text[end] == '>') return true;
  }
  return false;
}

// "&quot;" in text that is already parsed was escaped twice, or its entity is of a DTD.
std::string decoded(std::string text) {
  const size_t at = text.find('&');
  const bool markup = has_end_tag(text);
  if (!markup && (at == std::string::npos || text.find(';', at) == std::string::npos)) return text;
  std::string html;
  for (const char c : text)
    html += c == '<' && !markup ? "&lt;" : c == '\n' ? "<br>" : std::string(1, c);
  return html_to_text(html);
}

void append_text(const xml_node& node, std::string& text) {
  if (local_name(node.parent()) == "pre") {
    text += '\n' + plain_or_html(node.value()) + '\n';
    return;
  }
  text += typed_paragraphs(node.value());
}

// The node behind `node` and all within it, up to the end of `root`.
xml_node behind(xml_node node, const xml_node& root, std::string* text) {
  while (node && node != root && !node.next_sibling()) {
    node = node.parent();
    if (text != nullptr && node != root && is_one_of(blocks, node)) *text += '\n';
  }
  return !node || node == root ? xml_node() : node.next_sibling();
}

}  // namespace

std::string_view root_name(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (const size_t start = head.find_first_not_of(" \t\r\n");
      start == std::string_view::npos || head[start] != '<')
    return {};
  for (size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at)) {
    const std::string_view rest = head.substr(at);
    if (rest.starts_with("<!--")) {
      at = head.find("-->", at);
    } else if (rest.starts_with("<?")) {
      at = head.find("?>", at);
    } else if (rest.starts_with("<!")) {
      const size_t subset = rest.find('[');
      at = subset < rest.find('>') ? head.find("]>", at) : head.find('>', at);
    } else {
      const std::string_view name = rest.substr(1, rest.find_first_of(" \t\r\n/>") - 1);
      return without_prefix(name);
    }
    if (at == std::string_view::npos) break;
  }
  return {};
}

xml_node child(xml_node node, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    xml_node found = node.first_child();
    while (found && local_name(found) != name) found = found.next_sibling();
    node = found;
  }
  return node;
}

std::vector<xml_node> children(const xml_node& node, std::string_view name) {
  std::vector<xml_node> found;
  for (const xml_node at : node.children()) {
    if (local_name(at) == name) found.push_back(at);
  }
  return found;
}

bool is_overfull(const xml_node& node) {
  constexpr int most = 2000;
  int count = 0;
  for (xml_node at = node.first_child(); at && count <= most; at = at.next_sibling()) ++count;
  return count > most;
}

xml_node descendant(const xml_node& node, std::string_view name) {
  return following_named(node, node, name);
}

xml_node following_named(xml_node node, const xml_node& root, std::string_view name) {
  do {
    node = node.first_child() ? node.first_child() : behind(node, root, nullptr);
  } while (node && local_name(node) != name);
  return node;
}

std::string attribute(const xml_node& node, const char* name) {
  return tidy_line(repair_utf8(node.attribute(name).value()));
}

std::string line_of(const xml_node& node) {
  std::string line = body_text(node);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

// By hand and not by recursion: a document may nest as deep as it likes.
std::string body_text(const xml_node& root) {
  std::string text;
  for (xml_node node = root.first_child(); node;) {
    const bool shown = !is_hidden(node);
    if (is_text(node)) {
      append_text(node, text);
    } else if (is_one_of(blocks, node)) {
      text += '\n';
    } else if (local_name(node) == "td" || local_name(node) == "th") {
      text += ' ';
    }
    if (shown && node.first_child()) {
      node = node.first_child();
      continue;
    }
    node = behind(node, root, &text);
  }
  return tidy_text(decoded(repair_utf8(std::move(text))));
}

void for_each_item(ByteSource& source, const ArticleSink& sink,
                   const std::vector<std::string_view>& names,
                   const std::function<void(const xml_node& item, const XmlItems& items)>& read) {
  XmlItems items(source, names);
  size_t broken = 0;
  for (;;) {
    pugi::xml_document document;
    xml_node item;
    try {
      if (!items.next(document, item)) break;
      read(item, items);
    } catch (const ArticleError& error) {
      // Broken again where there was no further item: it is not the item that is broken.
      if (items.number() == broken) throw;
      broken = items.number();
      sink.reject(place_of(items), error.what());
    }
  }
  if (items.number() == 0)
    throw ArticleError("XML, but no <" + std::string(names.front()) + "> in it");
}

std::string place_of(const XmlItems& items) { return "item " + std::to_string(items.number()); }

}  // namespace chancery
