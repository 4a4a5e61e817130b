// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_page.h"

#include <algorithm>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/encoding.h"
#include "corpus/html/html_metadata.h"
#include "corpus/html/html_text.h"
#include "corpus/html/html_tree.h"
#include "corpus/html/main_text.h"
#include "corpus/html/text_blocks.h"
#include "corpus/language.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

bool equal_start(std::string_view text, std::string_view lower_start) {
  return text.size() >= lower_start.size() &&
         std::equal(lower_start.begin(), lower_start.end(), text.begin(), [](char l, char c) {
           return l == (c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
         });
}

// <meta charset=…> and <meta http-equiv="Content-Type" content="text/html; charset=…">.
std::string declared_in_html(std::string_view bytes) {
  constexpr size_t head = 16 << 10;
  bytes = bytes.substr(0, head);
  if (std::string declared = declared_in_xml(bytes); !declared.empty()) return declared;
  for (size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1)) {
    if (!equal_start(bytes.substr(at + 1), "meta")) continue;
    const std::string_view tag = bytes.substr(at, bytes.find('>', at) - at);
    for (size_t i = 0; i < tag.size(); ++i) {
      if (!equal_start(tag.substr(i), "charset")) continue;
      const size_t start = tag.find_first_not_of(" ='\"", i + 7);
      if (start == std::string_view::npos || tag.find('=', i) > start) break;
      return std::string(tag.substr(start, tag.find_first_of(" '\";/>", start) - start));
    }
  }
  return {};
}

// A text in another encoding that happens to be right UTF-8 does not occur; a page saved anew as
// UTF-8, with the old declaration in it, does.
bool is_surely_utf8(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) &&
         is_valid_utf8(bytes);
}

// How much of the page's text is in links.
bool is_mostly_links(const HtmlTree& tree) {
  size_t weight = 0;
  size_t links = 0;
  for (const TextBlock& block : text_blocks(tree, std::vector<bool>(tree.nodes().size(), false))) {
    weight += block.weight;
    links += block.link_weight;
  }
  return links * 3 > weight;
}

// The site's own text where ours misses most of it: built by a script, or in a form that we do not
// see.
std::string better_body(std::string found, const std::string& declared) {
  const size_t enough = text_weight(found);
  return text_weight(declared) > std::max<size_t>(2 * enough, 200) ? declared : found;
}

std::string host_of(std::string_view url) {
  const size_t start = url.find("://");
  if (start == std::string_view::npos) return {};
  url = url.substr(start + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  return std::string(url.starts_with("www.") ? url.substr(4) : url);
}

// Sites declare their own language for whatever they publish; a long text tells for itself.
std::string language_of(std::string_view text, const std::string& declared) {
  constexpr size_t long_enough = 500;
  std::string told = text.size() >= long_enough ? detect_language(text) : std::string();
  return told.empty() ? language_code(declared) : told;
}

}  // namespace

std::optional<Article> read_web_page(WebPage page) {
  if (page.bytes.size() > largest_page)
    throw ArticleError("a page larger than " + std::to_string(largest_page >> 20) + " MiB");
  if (page.encoding.empty()) page.encoding = declared_in_html(page.bytes);
  if (is_surely_utf8(page.bytes)) page.encoding = "utf-8";
  const HtmlTree tree(decode_text(std::move(page.bytes), page.encoding).text);
  HtmlMetadata data = read_html_metadata(tree, page.address);
  const MainText main = main_text(tree, data.title);
  constexpr size_t little_prose = 400;
  if (!data.is_article && main.prose < little_prose && (data.is_website || main.prose == 0) &&
      is_mostly_links(tree))
    return std::nullopt;
  Article article;
  article.title = data.title;
  article.text = better_body(main.text, data.body);
  if (article.text.empty()) article.text = data.description;
  set_date(article, data.dates);
  article.source = data.site.empty() ? host_of(data.url) : data.site;
  article.url = data.url;
  article.id = data.url;
  article.byline = data.byline;
  article.language = language_of(article.text, data.language);
  article.subjects = std::move(data.subjects);
  article.editor_tags = std::move(data.tags);
  return article;
}

bool starts_as_html(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  // An XML declaration and comments may stand before.
  for (;;) {
    const size_t start = head.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return false;
    head.remove_prefix(start);
    const std::string_view end = head.starts_with("<?xml")  ? "?>"
                                 : head.starts_with("<!--") ? "-->"
                                                            : "";
    if (end.empty()) break;
    const size_t at = head.find(end);
    if (at == std::string_view::npos) return false;
    head.remove_prefix(at + end.size());
  }
  return equal_start(head, "<!doctype html") || equal_start(head, "<html") ||
         equal_start(head, "<head") || equal_start(head, "<body");
}

}  // namespace chancery
