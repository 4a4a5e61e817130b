// SPDX-License-Identifier: GPL-2.0-or-later
/// Atom 1.0 (RFC 4287, rfc-editor.org/rfc/rfc4287) and its draft 0.3
/// (mnot.net/drafts/draft-nottingham-atom-format-02.html): feeds, and entries that are files of
/// their own.
#include "common/error.h"
#include "corpus/feed_elements.h"
#include "corpus/feed_root.h"
#include "corpus/feed_text.h"
#include "corpus/formats.h"
#include "corpus/html/html_text.h"
#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/published_date.h"
#include "corpus/xml/xml.h"

namespace chancery {
namespace {

using pugi::xml_node;

// What the feed says of all its entries.
struct Feed {
  std::string title;
  std::string authors;
  std::string address;
};

std::string title_of(const FeedElements& elements) {
  return tidy_line(atom_construct_text(elements.first("title")));
}

std::string authors_of(const FeedElements& elements) {
  std::string names;
  for (const xml_node& author : elements.all("author")) {
    const FeedElements person(author, "atom");
    std::string name = person.line({"name", "email"});
    if (name.empty()) name = own_text(author);
    name = without_by(person_name(name));
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

// Of the links the one to the article itself, as a page for reading where there are several (RFC
// 4287, 4.2.7.2).
std::string address_of(const FeedElements& elements, const std::string& base) {
  std::string other;
  for (const xml_node& link : elements.all("link")) {
    const std::string rel = attribute_text(link, "rel");
    std::string href = attribute_text(link, "href");
    if (href.empty()) href = own_text(link);
    if (href.empty() ||
        !(rel.empty() || rel == "alternate" || rel.ends_with("/relation/alternate")))
      continue;
    const std::string type = attribute_text(link, "type");
    const std::string address = absolute_address(link, base, href);
    if (type.empty() || type.find("html") != std::string::npos) return address;
    if (other.empty()) other = address;
  }
  return other;
}

Feed to_feed(const xml_node& root) {
  const FeedElements elements(root, "atom");
  return {title_of(elements), authors_of(elements), address_of(elements, {})};
}

std::vector<std::string> subjects_of(const FeedElements& entry) {
  std::vector<std::string> subjects = entry.lines({"dc:subject"});
  for (const xml_node& category : entry.all("category")) {
    const std::string label = attribute_text(category, "label");
    const std::string term = attribute_text(category, "term");
    add_subject(subjects, !label.empty() ? label : !term.empty() ? term : own_text(category));
  }
  return subjects;
}

Article to_article(const xml_node& node, const Feed& feed) {
  const FeedElements entry(node, "atom");
  const FeedElements source(entry.first("source"), "atom");  // the feed that it was taken from
  Article article;
  article.url = address_of(entry, feed.address);
  const xml_node content = entry.first("content");
  const std::string elsewhere = attribute_text(content, "src");
  if (article.url.empty() && !elsewhere.empty())
    article.url = absolute_address(content, feed.address, elsewhere);
  article.id = entry.line({"id", "dc:identifier"});
  if (article.url.empty() &&
      (article.id.starts_with("http://") || article.id.starts_with("https://")))
    article.url = article.id;
  if (article.id.empty()) article.id = article.url;
  article.title = title_of(entry);
  for (const xml_node& part : entry.all("content")) {
    if (article.text.empty()) article.text = atom_construct_text(part);
  }
  if (article.text.empty()) article.text = atom_construct_text(entry.first("summary"));
  set_date(article, {entry.line({"published"}), entry.line({"issued"}), entry.line({"dc:date"}),
                     entry.line({"updated"}), entry.line({"created"}), entry.line({"modified"})});
  article.source = title_of(source);
  if (article.source.empty()) article.source = feed.title;
  for (const std::string& authors :
       {authors_of(entry), entry.line({"dc:creator"}), authors_of(source), feed.authors}) {
    if (article.byline.empty()) article.byline = authors;
  }
  for (const std::string& language : {language_of(content), entry.line({"dc:language"}),
                                      language_of(entry.first("title")), language_of(node)}) {
    if (article.language.empty()) article.language = language_code(language);
  }
  article.subjects = subjects_of(entry);
  return article;
}

bool recognise(std::string_view head) {
  const FeedRoot root = feed_root(head);
  if (root.name != "feed" && root.name != "entry") return false;
  return root.tag.find("w3.org/2005/atom") != std::string::npos ||
         root.tag.find("purl.org/atom/") != std::string::npos ||
         (root.name == "feed" && root.tag.find("xmlns=") == std::string::npos &&
          head.find("<entry") != std::string_view::npos);
}

void read(ByteSource& source, const ArticleSink& sink) {
  read_feed(source, sink, "entry", [](const xml_node& root) {
    const std::string name = folded_name(root);
    if (root && name != "feed") throw ArticleError("XML, but no <feed> and no <entry> at its root");
    return [feed = to_feed(root)](const xml_node& entry) { return to_article(entry, feed); };
  });
}

}  // namespace

const Format atom = {"atom", "Atom 1.0 and 0.3 feeds", recognise, read};

}  // namespace chancery
