// SPDX-License-Identifier: GPL-2.0-or-later
/// RSS 2.0 (rssboard.org/rss-specification), 0.91 to 0.94, and those in RDF: 0.90 and 1.0
/// (web.resource.org/rss/1.0/spec). With the modules that carry news: content:encoded, Dublin Core
/// (web.resource.org/rss/1.0/modules/dc), Atom's elements in RSS, and the full text as Yandex asks
/// for it.
#include <algorithm>

#include "common/error.h"
#include "corpus/feed_elements.h"
#include "corpus/feed_root.h"
#include "corpus/feed_text.h"
#include "corpus/formats.h"
#include "corpus/html/html_text.h"
#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/published_date.h"
#include "corpus/web_address.h"
#include "corpus/xml/xml.h"
#include "corpus/xml/xml_items.h"

namespace chancery {
namespace {

using pugi::xml_node;

// What the channel says of all its items.
struct Channel {
  std::string title;
  std::string link;
  std::string language;
};

Channel to_channel(const xml_node& root) {
  Channel channel;
  const xml_node node = FeedElements(root, "rss").first("channel");
  const FeedElements elements(node ? node : root, "rss");
  channel.title = tidy_line(html_element_text(elements.first("title")));
  if (channel.title.empty()) channel.title = elements.line({"dc:title", "dc:publisher"});
  channel.link = elements.line({"link"});
  channel.language = elements.line({"language", "dc:language"});
  if (channel.language.empty()) channel.language = language_of(elements.parent());
  return channel;
}

// The text of the first of `names` that gives any.
std::string first_text(const FeedElements& item, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const xml_node& node : item.all(name)) {
      const bool is_atom = name.starts_with("atom:");
      if (std::string text = is_atom ? atom_construct_text(node) : html_element_text(node);
          !text.empty())
        return text;
    }
  }
  return {};
}

std::string byline_of(const FeedElements& item) {
  for (const std::string_view name :
       {"dc:creator", "author", "dc:author", "atom:author", "itunes:author"}) {
    std::string names;
    for (const xml_node& node : item.all(name)) {
      const xml_node name_node = FeedElements(node, "atom").first("name");
      const std::string person =
          person_name(name_node ? own_text(name_node) : tidy_line(html_element_text(node)));
      if (!person.empty()) names += (names.empty() ? "" : ", ") + without_by(person);
    }
    if (!names.empty()) return names;
  }
  return {};
}

// The item's address as RDF has it: rdf:about.
std::string about(const xml_node& item) {
  for (const pugi::xml_attribute attribute : item.attributes()) {
    if (without_prefix(attribute.name()) == "about") return attribute_text(item, attribute.name());
  }
  return {};
}

// A guid is an address unless it says that it is none; of Atom's links the one to the article
// itself.
std::string address_of(const FeedElements& item, const Channel& channel) {
  const std::string original = item.line({"feedburner:origlink"});
  if (is_absolute(original)) return original;
  for (const xml_node& link : item.all("link")) {
    const std::string address = own_text(link);
    if (!address.empty()) return absolute_address(link, channel.link, address);
  }
  for (const std::string_view name : {"link", "atom:link"}) {
    for (const xml_node& link : item.all(name)) {
      const std::string rel = attribute_text(link, "rel");
      const std::string address = attribute_text(link, "href");
      if (!address.empty() && (rel.empty() || rel == "alternate"))
        return absolute_address(link, channel.link, address);
    }
  }
  const xml_node guid = item.first("guid");
  const std::string id = own_text(guid);
  const std::string is_link = attribute_text(guid, "isPermaLink");
  if (id.starts_with("http://") || id.starts_with("https://")) return id;
  if (is_link == "true" && !id.empty()) return absolute_address(guid, channel.link, id);
  const std::string address = about(item.parent());
  return address.starts_with("http") ? address : std::string();
}

std::string source_of(const FeedElements& item, const Channel& channel) {
  const xml_node source = item.first("source");
  for (const std::string& name :
       {tidy_line(html_element_text(source)),
        own_text(FeedElements(item.first("atom:source"), "atom").first("title")),
        item.line({"dc:publisher"}), item.line({"dc:source"})}) {
    if (!name.empty() && !is_absolute(name)) return name;
  }
  return channel.title;
}

std::vector<std::string> subjects_of(const FeedElements& item) {
  std::vector<std::string> subjects = item.lines({"category", "dc:subject", "itunes:category"});
  const std::string keywords = item.line({"media:keywords", "keywords", "tags", "itunes:keywords"});
  for (std::string_view rest = keywords; !rest.empty();) {
    const size_t end = std::min(rest.find(','), rest.size());
    add_subject(subjects, tidy_line(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return subjects;
}

Article to_article(const xml_node& node, const Channel& channel) {
  const FeedElements item(node, "rss");
  Article article;
  article.url = address_of(item, channel);
  article.id = item.line({"guid"});
  if (article.id.empty()) article.id = about(node);
  if (article.id.empty()) article.id = item.line({"dc:identifier", "atom:id"});
  if (article.id.empty()) article.id = article.url;
  article.title = tidy_line(first_text(item, {"title", "dc:title", "atom:title"}));
  article.text = first_text(
      item, {"content:encoded", "yandex:full-text", "full-text", "fulltext", "xhtml:body",
             "xhtml:div", "body", "fullitem", "atom:content", "description", "dc:description",
             "atom:summary", "itunes:summary", "summary"});
  set_date(article, {item.line({"pubdate"}), item.line({"dc:date"}),
                     item.line({"dcterms:issued", "dcterms:available"}),
                     item.line({"dcterms:date", "dcterms:created"}),
                     item.line({"atom:published", "atom:issued"}),
                     item.line({"dcterms:modified", "atom:updated", "atom:modified"})});
  article.source = source_of(item, channel);
  article.byline = byline_of(item);
  for (const std::string& language :
       {item.line({"dc:language", "language"}), language_of(node), channel.language}) {
    if (article.language.empty()) article.language = language_code(language);
  }
  article.subjects = subjects_of(item);
  return article;
}

bool recognise(std::string_view head) {
  const FeedRoot root = feed_root(head);
  if (root.name == "rss" || root.name == "channel") return true;
  return root.name == "rdf" && (root.tag.find("purl.org/rss/") != std::string::npos ||
                                root.tag.find("netscape.com/rdf") != std::string::npos);
}

void read(ByteSource& source, const ArticleSink& sink) {
  read_feed(source, sink, "item", [](const xml_node& root) {
    const std::string name = folded_name(root);
    if (name != "rss" && name != "rdf" && name != "channel")
      throw ArticleError("XML, but no <rss> and no <rdf:RDF> at its root");
    return [channel = to_channel(root)](const xml_node& item) { return to_article(item, channel); };
  });
}

}  // namespace

const Format rss = {"rss", "RSS 0.9x, 1.0 (RDF) and 2.0 feeds", recognise, read};

}  // namespace chancery
