// SPDX-License-Identifier: GPL-2.0-or-later
/// NewsML 1.0 to 1.2 (iptc.org/std/NewsML): NewsItems of nested NewsComponents. A component whose
/// parts are the same news in different languages gives an article for each language.
#include <algorithm>
#include <array>
#include <set>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/formats.h"
#include "corpus/html/html_text.h"
#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/news_xml.h"
#include "corpus/newsml_1_metadata.h"
#include "corpus/nitf.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

using pugi::xml_node;

constexpr int deepest = 50;  // components within components

std::string formal_name(const xml_node& node) { return attribute(node, "FormalName"); }

// What a component is for: most agencies say "Main" or "Body" of the text, and what else there is
// of captions and the like.
std::string role_of(const xml_node& component) {
  return lower(formal_name(child(component, {"Role"})));
}

bool is_main(const std::string& role) {
  constexpr auto names = std::to_array<std::string_view>(
      {"main", "body", "maintext", "main text", "story", "article", "text", "bodytext", "content"});
  return std::find(names.begin(), names.end(), role) != names.end();
}

bool is_lesser(const std::string& role) {
  constexpr auto words = std::to_array<std::string_view>(
      {"headline", "caption",    "photo",     "picture",  "image",     "logo",  "style",
       "contact",  "graphic",    "thumbnail", "preview",  "icon",      "video", "audio",
       "abstract", "summary",    "byline",    "dateline", "keyword",   "slug",  "advisory",
       "related",  "supporting", "metadata",  "footnote", "copyright", "credit"});
  return std::any_of(words.begin(), words.end(), [&role](std::string_view word) {
    return role.find(word) != std::string::npos;
  });
}

// The text of one ContentItem, by what it holds and not by what its Format is called.
std::string text_of(const xml_node& content, Article& article) {
  const std::string media = lower(formal_name(child(content, {"MediaType"})));
  const std::string type = lower(formal_name(child(content, {"MimeType"})) + " " +
                                 formal_name(child(content, {"Format"})));
  if (!media.empty() && media.find("text") == std::string::npos && media != "complexdata")
    return {};
  if (type.find("css") != std::string::npos || type.find("image") != std::string::npos ||
      type.find("script") != std::string::npos)
    return {};
  const xml_node encoding = child(content, {"Encoding"});
  if (lower(attribute(encoding, "Notation")).find("base64") != std::string::npos) return {};
  const xml_node data =
      encoding ? child(encoding, {"DataContent"}) : child(content, {"DataContent"});
  if (const xml_node nitf = descendant(data, "nitf")) {
    Article from_nitf;
    from_nitf.language = article.language;
    from_nitf.title = article.title;
    add_nitf(nitf, from_nitf);
    if (article.title.empty()) article.title = from_nitf.title;
    if (article.byline.empty()) article.byline = from_nitf.byline;
    if (article.dateline.empty()) article.dateline = from_nitf.dateline;
    for (const std::string& subject : from_nitf.subjects) add_subject(article, subject);
    for (const EditorTag& tag : from_nitf.editor_tags)
      add_tag(article, tag.kind, tag.name, tag.code);
    return from_nitf.text;
  }
  if (const xml_node body = child(descendant(data, "html"), {"body"})) return body_text(body);
  const bool has_elements = static_cast<bool>(
      data.find_child([](const xml_node& node) { return node.type() == pugi::node_element; }));
  return has_elements ? body_text(data) : plain_or_html(repair_utf8(data.text().get()));
}

// The ContentItems of one component are one content in several formats: the first that has a text.
std::string own_text(const xml_node& component, Article& article) {
  for (const xml_node& content : children(component, "ContentItem")) {
    if (std::string text = text_of(content, article); !text.empty()) return text;
  }
  return {};
}

struct Found {
  std::vector<xml_node> leads;   // the first paragraph, apart from the text
  std::vector<xml_node> main;    // components that hold the text
  std::vector<xml_node> others;  // of no role that is known
  std::vector<xml_node> lesser;  // captions, summaries …
};

void find_components(const xml_node& component, int depth, bool in_lesser, bool in_main,
                     Found& found) {
  if (depth > deepest) return;
  const std::string role = role_of(component);
  const bool lesser = in_lesser || (is_lesser(role) && !is_main(role));
  const bool main = !lesser && (in_main || is_main(role));
  const bool lead = !lesser && role.starts_with("lead");
  if (child(component, {"ContentItem"}))
    (lesser ? found.lesser
     : lead ? found.leads
     : main ? found.main
            : found.others)
        .push_back(component);
  for (const xml_node& part : children(component, "NewsComponent"))
    find_components(part, depth + 1, lesser, main, found);
}

// Those of the text, or where there is none, of what stands for it.
std::vector<xml_node> text_components(const Found& found) {
  const std::vector<xml_node>& bodies = found.main.empty() ? found.others : found.main;
  if (bodies.empty() && found.leads.empty()) return found.lesser;
  std::vector<xml_node> components = found.leads;
  components.insert(components.end(), bodies.begin(), bodies.end());
  return components;
}

std::string language_of(const xml_node& component) {
  return language_code(first_of({formal_name(child(component, {"DescriptiveMetadata", "Language"})),
                                 attribute(component, "xml:lang")}));
}

// The parts of `component` that are the same in different languages; none where they are not.
std::vector<xml_node> language_variants(const xml_node& component) {
  std::vector<xml_node> variants;
  std::set<std::string> languages;
  for (const xml_node& part : children(component, "NewsComponent")) {
    const std::string language = language_of(part);
    if (language.empty() || !descendant(part, "HeadLine") || !languages.insert(language).second)
      continue;
    variants.push_back(part);
  }
  return variants.size() > 1 ? variants : std::vector<xml_node>();
}

// The line of that name nearest to `component`: its own, or of what it is a part of.
std::string news_line(xml_node component, std::string_view name, const std::string& language) {
  for (; local_name(component) == "NewsComponent"; component = component.parent()) {
    std::string found;
    for (const xml_node& lines : children(component, "NewsLines")) {
      for (const xml_node& at : children(lines, name)) {
        const std::string line = line_of(at);
        if (!line.empty() && language_code(attribute(at, "xml:lang")) == language) return line;
        found = first_of({found, line});
      }
    }
    if (!found.empty()) return found;
  }
  return {};
}

std::string headline_in(const xml_node& component, const Found& found, Article& article) {
  for (const xml_node& part : found.lesser) {
    if (role_of(part) == "headline") {
      if (const std::string line = tidy_line(own_text(part, article)); !line.empty()) return line;
    }
  }
  return line_of(descendant(component, "HeadLine"));
}

Article to_article(const xml_node& component, const xml_node& head) {
  Article article;
  Found found;
  find_components(component, 0, false, false, found);
  const std::vector<xml_node> chosen = text_components(found);
  const xml_node lines = chosen.empty() ? component : chosen.front();
  xml_node outer = lines;
  while (article.language.empty() && outer && local_name(outer) != "NewsML") {
    article.language = language_of(outer);
    outer = outer.parent();
  }
  article.title = first_of({news_line(lines, "HeadLine", article.language),
                            news_line(component, "HeadLine", article.language)});
  article.byline = to_byline(news_line(lines, "ByLine", article.language), article.language);
  article.dateline = to_dateline(news_line(lines, "DateLine", article.language));
  std::string text;
  for (const xml_node& part : chosen) {
    const std::string own = own_text(part, article);
    // A lead that the body repeats.
    if (own.starts_with(text) && (own.size() == text.size() || own[text.size()] == '\n'))
      text.clear();
    if (!own.empty()) text += (text.empty() ? "" : "\n") + own;
    const bool alternatives = lower(attribute(part.parent(), "EquivalentsList")) == "yes";
    if (!text.empty() && alternatives) break;
  }
  if (article.title.empty()) article.title = headline_in(component, found, article);
  set_body(article, text);
  add_metadata(component, head, article);
  return article;
}

// "urn:newsml:afp.com:20140829:TX-PAR-FXW86:1", without the revision behind it.
std::string id_of(const xml_node& identifier) {
  std::string id = line_of(child(identifier, {"PublicIdentifier"}));
  const std::string revision = line_of(child(identifier, {"RevisionId"}));
  if (id.empty()) {
    const std::string item = line_of(child(identifier, {"NewsItemId"}));
    if (item.empty()) return {};
    return "urn:newsml:" + line_of(child(identifier, {"ProviderId"})) + ":" +
           line_of(child(identifier, {"DateId"})) + ":" + item;
  }
  const std::string update = attribute(child(identifier, {"RevisionId"}), "Update");
  for (const std::string& end : {":" + revision + update, ":" + revision}) {
    if (!revision.empty() && id.ends_with(end)) return id.substr(0, id.size() - end.size());
  }
  return id;
}

void read_item(const xml_node& item, const xml_node& head, const ArticleSink& sink) {
  const xml_node management = child(item, {"NewsManagement"});
  const std::string status = formal_name(child(management, {"Status"}));
  if (is_withdrawn(status)) throw ArticleError("not to be published: its Status is " + status);
  const xml_node component = child(item, {"NewsComponent"});
  if (!component) throw ArticleError("a NewsItem without a NewsComponent");
  const xml_node identifier = child(item, {"Identification", "NewsIdentifier"});
  const std::string id = id_of(identifier);
  std::vector<xml_node> variants = language_variants(component);
  if (variants.empty()) variants.push_back(component);
  bool first = true;
  for (const xml_node& variant : variants) {
    Article article = to_article(variant, head);
    article.id = first || id.empty() ? id : id + "#" + article.language;
    first = false;
    set_date(article,
             {line_of(child(management, {"ThisRevisionCreated"})),
              line_of(child(management, {"FirstCreated"})), line_of(child(identifier, {"DateId"})),
              line_of(child(head, {"NewsML", "NewsEnvelope", "DateAndTime"}))});
    if (article.source.empty()) article.source = line_of(child(identifier, {"ProviderId"}));
    note_mended(article);
    // A package of whole NewsItems, which are read for themselves.
    if (article.text.empty() && descendant(component, "NewsItem")) continue;
    sink.article(std::move(article));
  }
}

// Whether `part` is an item within `item` and in none between. A package is not deep.
bool is_in(xml_node part, const xml_node& item) {
  for (int levels = 0; levels < deepest; ++levels) {
    part = part.parent();
    if (part == item) return true;
    if (local_name(part) == "NewsItem") return false;
  }
  return false;
}

void read_items(const xml_node& item, const xml_node& head, const std::string& place,
                const ArticleSink& sink) {
  for (xml_node at = item; at; at = following_named(at, item, "NewsItem")) {
    if (at != item && !is_in(at, item)) continue;
    try {
      read_item(at, head, sink);
    } catch (const ArticleError& error) {
      sink.reject(place, error.what());
    }
  }
}

bool recognise(std::string_view head) {
  const std::string_view root = root_name(head);
  return root == "NewsML" || root == "NewsItem";
}

void read(ByteSource& source, const ArticleSink& sink) {
  // What stands before the items is said of all of them.
  pugi::xml_document head;
  for_each_item(source, sink, {"NewsItem"}, [&](const xml_node& item, const XmlItems& items) {
    if (items.number() == 1) items.parse_head(head);
    read_items(item, head, place_of(items), sink);
  });
}

}  // namespace

const Format newsml_1 = {"newsml-1", "IPTC NewsML 1.x: the NewsItems of a NewsML document",
                         recognise, read};

}  // namespace chancery
