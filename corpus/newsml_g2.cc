// SPDX-License-Identifier: GPL-2.0-or-later
/// NewsML-G2 2.x (iptc.org/std/NewsML-G2): news items and packages, alone or in a newsMessage.
/// Catalogs are not fetched: codes are read by what they and their schemes say themselves.
#include <algorithm>
#include <array>
#include <set>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/formats.h"
#include "corpus/html/html_text.h"
#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/news_concept.h"
#include "corpus/news_xml.h"
#include "corpus/nitf.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

using pugi::xml_node;

constexpr auto item_names = std::to_array<std::string_view>(
    {"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"});

// Of several headlines or descriptions the first that is in the item's language and no lesser one.
std::string main_line(const xml_node& parent, std::string_view name, const std::string& language) {
  const xml_node* best = nullptr;
  int best_points = -1;
  const auto all = children(parent, name);
  for (const xml_node& line : all) {
    const std::string role = lower(last_part(attribute(line, "role")));
    const std::string tongue = language_code(attribute(line, "xml:lang"));
    const bool lesser = has_any(role, {"sub", "short", "over"});
    const int points = (lesser ? 0 : 2) + (tongue.empty() || tongue == language ? 1 : 0);
    if (points <= best_points || line_of(line).empty()) continue;
    best = &line;
    best_points = points;
  }
  return best == nullptr ? std::string() : line_of(*best);
}

// The first party that is called something: by its names, else as it is written.
std::string party_of(const xml_node& parent, std::string_view name) {
  for (const xml_node& party : children(parent, name)) {
    const std::string called =
        first_of({line_of(child(party, {"name"})), attribute(party, "literal")});
    if (!called.empty()) return called;
  }
  return {};
}

// A domain, "reuters.com", is no name where there is a better one.
bool is_domain(const std::string& text) {
  return text.find(' ') == std::string::npos && text.find('.') != std::string::npos;
}

std::string source_of(const xml_node& item, const xml_node& item_meta,
                      const xml_node& content_meta) {
  const std::string provider = party_of(item_meta, "provider");
  const xml_node rights = child(item, {"rightsInfo"});
  const std::string holder = party_of(rights, "copyrightHolder");
  const std::string uri = attribute(child(item_meta, {"provider"}), "uri");
  return first_of({is_domain(provider) ? "" : provider, party_of(content_meta, "infoSource"),
                   line_of(child(content_meta, {"creditline"})),
                   provider.empty() ? "" : first_of({holder, provider}),
                   last_part(attribute(child(item_meta, {"provider"}), "qcode")), holder,
                   uri.find("/newsprovider/") == std::string::npos ? "" : last_part(uri)});
}

// "creator" is whoever made the content: the byline where it is a name of several words and not the
// agency's.
std::string byline_of(const xml_node& content_meta, const Article& article) {
  const std::string by = to_byline(line_of(child(content_meta, {"by"})), article.language);
  if (!by.empty() || !article.byline.empty()) return first_of({by, article.byline});
  const std::string creator = line_of(child(content_meta, {"creator", "name"}));
  return creator.find(' ') == std::string::npos || creator == article.source ? std::string()
                                                                             : creator;
}

// Whether the body itself begins with a dateline: "DAMASCUS (Reuters) - ", "København /ritzau/: ".
bool begins_with_dateline(std::string_view text) {
  for (int line = 0; line < 3; ++line) {
    const std::string_view start = text.substr(0, std::min<size_t>(text.find('\n'), 120));
    if (has_any(start, {") -", ") –", ") —", ") _", ")-", "/ -", "/:"})) return true;
    const size_t next = text.find('\n');
    if (next == std::string_view::npos) break;
    text.remove_prefix(next + 1);
  }
  return false;
}

// Puts the text of one rendition into the article; whether there was any.
bool read_inline_xml(const xml_node& inline_xml, Article& article) {
  if (const xml_node nitf = descendant(inline_xml, "nitf")) {
    add_nitf(nitf, article);
    return !article.text.empty();
  }
  const xml_node html = descendant(inline_xml, "html");
  const xml_node body = html ? child(html, {"body"}) : inline_xml;
  // Other vocabularies, as SportsML, are data and not text.
  const bool only_text = !inline_xml.find_child(
      [](const xml_node& node) { return node.type() == pugi::node_element; });
  if (!html && !only_text && !descendant(inline_xml, "p")) return false;
  set_body(article, body_text(body));
  if (article.title.empty())
    article.title =
        first_of({line_of(descendant(body, "h1")), line_of(child(html, {"head", "title"}))});
  return !article.text.empty();
}

void read_content(const xml_node& content_set, Article& article) {
  for (const xml_node& inline_xml : children(content_set, "inlineXML")) {
    if (read_inline_xml(inline_xml, article)) return;
  }
  for (const xml_node& data : children(content_set, "inlineData")) {
    const std::string type = attribute(data, "contenttype");
    if (!attribute(data, "encoding").empty() ||
        (!type.empty() && !type.starts_with("text/") && type.find("html") == std::string::npos))
      continue;
    set_body(article, plain_or_html(repair_utf8(data.text().get())));
    if (!article.text.empty()) return;
  }
}

// What stands for a text where there is none, as of a picture: its descriptions, but not one that
// only says the headline again.
std::string descriptions(const xml_node& meta, const std::string& title) {
  constexpr int most = 20;
  std::string text;
  int count = 0;
  for (const xml_node& description : children(meta, "description")) {
    if (++count > most) break;
    const std::string part = body_text(description);
    if (part.empty() || (!title.empty() && part.ends_with(title)) ||
        text.find(part) != std::string::npos)
      continue;
    text += (text.empty() ? "" : "\n") + part;
  }
  return text;
}

Article to_article(const xml_node& item) {
  const xml_node item_meta = child(item, {"itemMeta"});
  const xml_node content_meta = child(item, {"contentMeta"});
  const std::string status = attribute(child(item_meta, {"pubStatus"}), "qcode");
  if (is_withdrawn(status) || is_withdrawn(attribute(child(item_meta, {"pubStatus"}), "uri"))) {
    throw ArticleError("not to be published: its pubStatus is " + last_part(status));
  }
  Article article;
  article.id = attribute(item, "guid");
  article.language =
      language_code(first_of({attribute(child(content_meta, {"language"}), "tag"),
                              attribute(child(item, {"contentSet", "inlineXML"}), "xml:lang"),
                              attribute(item, "xml:lang")}));
  article.title = main_line(content_meta, "headline", article.language);
  article.source = source_of(item, item_meta, content_meta);
  set_date(
      article,
      {line_of(child(item_meta, {"versionCreated"})), line_of(child(item_meta, {"firstCreated"})),
       line_of(child(content_meta, {"contentModified"})),
       line_of(child(content_meta, {"contentCreated"})), line_of(child(item_meta, {"embargoed"}))});
  article.dateline = to_dateline(line_of(child(content_meta, {"dateline"})));
  read_content(child(item, {"contentSet"}), article);
  if (article.title.empty()) article.title = line_of(child(item_meta, {"title"}));
  if (article.text.empty()) article.text = descriptions(content_meta, article.title);
  // Of pictures and packages, "located" is often no more than the desk.
  const std::string item_class = attribute(child(item_meta, {"itemClass"}), "qcode");
  const bool is_story = item_class.empty() || last_part(item_class) == "text";
  if (article.dateline.empty() && is_story && !begins_with_dateline(article.text))
    article.dateline = party_of(content_meta, "located");
  article.byline = byline_of(content_meta, article);
  add_concepts(item, content_meta, article);
  note_mended(article);
  return article;
}

// A package, kept until it is known whether what it refers to is in the same message.
struct Package {
  Article article;
  std::string reason;  // why it is no article, where it is none
  std::string place;
  std::set<std::string> refers_to;
  std::string listed;  // the headlines of what it refers to
};

void add_references(const xml_node& item, Package& package) {
  for (xml_node at = descendant(item, "itemRef"); at; at = following_named(at, item, "itemRef")) {
    package.refers_to.insert(attribute(at, "residref"));
    const std::string headline =
        first_of({line_of(child(at, {"headline"})), line_of(child(at, {"title"}))});
    if (headline.empty()) continue;
    package.listed += headline + '\n';
    if (const std::string text = descriptions(at, headline); !text.empty())
      package.listed += text + '\n';
  }
}

Package to_package(const xml_node& item, const std::string& place) {
  Package package;
  package.place = place;
  try {
    package.article = to_article(item);
    add_references(item, package);
  } catch (const ArticleError& error) {
    package.reason = error.what();
  }
  return package;
}

// A package with a text of its own is an article. One without is, where its parts are elsewhere, an
// article of their headlines; where they are in the message, it says nothing that they do not.
void give_package(Package&& package, const std::set<std::string>& items, const ArticleSink& sink) {
  const bool is_here = std::any_of(package.refers_to.begin(), package.refers_to.end(),
                                   [&items](const std::string& id) { return items.contains(id); });
  if (package.reason.empty() && package.article.text.empty()) {
    if (is_here || (package.listed.empty() && !items.empty())) return;
    package.article.text = tidy_text(package.listed);
    if (package.article.title.empty())
      package.article.title = package.article.text.substr(0, package.article.text.find('\n'));
    if (package.article.text.empty())
      package.reason = "a packageItem without a text, and what it refers to is not in the file";
  }
  if (package.reason.empty()) {
    sink.article(std::move(package.article));
  } else {
    sink.reject(package.place, package.reason);
  }
}

bool recognise(std::string_view head) {
  const std::string_view root = root_name(head);
  if (root == "newsMessage" ||
      std::find(item_names.begin(), item_names.end(), root) != item_names.end())
    return true;
  // What else wraps items, so far as it is no feed: its reader knows the feed's own fields.
  constexpr auto others = std::to_array<std::string_view>({"rss", "feed", "RDF", "html", "nitf"});
  return !root.empty() && head.find("iptc.org/std/nar/2006-10-01") != std::string_view::npos &&
         std::find(others.begin(), others.end(), root) == others.end();
}

void read(ByteSource& source, const ArticleSink& sink) {
  std::set<std::string> items;
  std::vector<Package> packages;
  for_each_item(source, sink, {item_names.begin(), item_names.end()},
                [&](const xml_node& item, const XmlItems& all) {
                  const std::string name(local_name(item));
                  if (name == "packageItem") {
                    packages.push_back(to_package(item, place_of(all)));
                  } else if (name == "newsItem") {
                    items.insert(attribute(item, "guid"));
                    sink.article(to_article(item));
                  } else {
                    throw ArticleError("a " + name + ", which is no article");
                  }
                });
  for (Package& package : packages) give_package(std::move(package), items, sink);
}

}  // namespace

const Format newsml_g2 = {"newsml-g2", "IPTC NewsML-G2 2.x: news items, packages and messages",
                          recognise, read};

}  // namespace chancery
