// SPDX-License-Identifier: GPL-2.0-or-later
/// RSS 2.0 (rssboard.org) with content:encoded and Dublin Core; 0.9x has the same items.
#include "common/error.h"
#include "corpus/formats.h"
#include "corpus/html_text.h"
#include "corpus/json_text.h"
#include "corpus/published_date.h"
#include "corpus/xml.h"

namespace chancery {
namespace {

using pugi::xml_node;

std::string text_of_child(const xml_node& node, const char* name) {
  return tidy_line(node.child(name).text().get());
}

Article to_article(const xml_node& item, const xml_node& channel) {
  Article article;
  article.id = text_of_child(item, "guid");
  article.url = text_of_child(item, "link");
  if (article.id.empty()) article.id = article.url;
  article.title = tidy_line(html_to_text(item.child("title").text().get()));
  article.text = html_to_text(item.child("content:encoded").text().get());
  if (article.text.empty()) article.text = html_to_text(item.child("description").text().get());
  set_date(article, {text_of_child(item, "pubDate"), text_of_child(item, "dc:date")});
  article.source = text_of_child(item, "source");
  if (article.source.empty()) article.source = text_of_child(channel, "title");
  article.byline = without_by(text_of_child(item, "dc:creator"));
  article.language = language_code(text_of_child(channel, "language"));
  return article;
}

bool recognise(std::string_view head) {
  return head.find("<rss") != std::string_view::npos && head.find("<html") == std::string_view::npos;
}

void read(ByteSource& source, const ArticleSink& sink) {
  pugi::xml_document document;
  parse_xml(source, document);
  const xml_node channel = document.child("rss").child("channel");
  if (!channel) throw ArticleError("XML, but no <rss> with a <channel> in it");
  for (const xml_node item : channel.children("item")) sink.article(to_article(item, channel));
}

}  // namespace

const Format rss = {"rss", "RSS 2.0 feeds", recognise, read};

}  // namespace chancery
