// SPDX-License-Identifier: GPL-2.0-or-later
/// NITF 3.0 to 3.6 (iptc.org/std/NITF): an article of XML per file, or several under one root.
#include "corpus/nitf.h"

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/formats.h"
#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/news_xml.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

using pugi::xml_node;

// "By <person>A B</person><byttl>AP Writer</byttl>": the persons; else all but the job title,
// unless there is nothing else.
std::string byline_in(const xml_node& parent, const std::string& language) {
  std::string title;
  for (const xml_node& byline : children(parent, "byline")) {
    std::string persons;
    std::string whole;
    for (const xml_node part : byline.children()) {
      const std::string line =
          part.type() == pugi::node_element ? line_of(part) : repair_utf8(part.value());
      if (local_name(part) == "byttl") {
        title = first_of({title, line});
        continue;
      }
      whole += " " + line;
      if (local_name(part) == "person" && !line.empty())
        persons += (persons.empty() ? "" : ", ") + line;
    }
    const std::string by = to_byline(first_of({persons, whole}), language);
    if (!by.empty() && by != "By") return by;
  }
  return title;
}

// "<city>Newport News</city>, <state>VA</state>" as it is written; without commas, they are put
// between.
std::string location_line(const xml_node& location) {
  std::string parts;
  size_t count = 0;
  for (const xml_node part : location.children()) {
    const std::string line = part.type() == pugi::node_element ? line_of(part) : std::string();
    if (line.empty()) continue;
    ++count;
    parts += (parts.empty() ? "" : ", ") + line;
  }
  const std::string whole = line_of(location);
  return count > 1 && whole.find(',') == std::string::npos ? parts : whole;
}

std::string dateline_of(const xml_node& dateline) {
  std::string line;
  for (const xml_node part : dateline.children()) {
    std::string text;
    if (local_name(part) == "location") {
      text = location_line(part);
    } else if (part.type() == pugi::node_element) {
      text = to_dateline(line_of(part));  // a story.date of digits is for machines
    } else {
      text = repair_utf8(part.value());
    }
    const bool glued =
        text.empty() || std::string_view(",.;:)").find(text.front()) != std::string_view::npos;
    line += (glued ? "" : " ") + text;
  }
  return to_dateline(line);
}

// A location as its text, or as city, state and country in elements of their own.
void add_location(const xml_node& location, Article& article) {
  const xml_node country = child(location, {"country"});
  if (country) add_place(article, line_of(country), attribute(country, "iso-cc"), true);
  const std::string city = line_of(child(location, {"city"}));
  if (!city.empty()) add_place(article, city);
  if (!country && city.empty())
    add_place(article, location_line(location),
              country_code_in(attribute(location, "code-source") + ":" +
                              attribute(location, "location-code")));
}

void add_identified(const xml_node& identified, Article& article) {
  for (const xml_node item : identified.children()) {
    const std::string_view name = local_name(item);
    const std::string text = first_of({line_of(item), attribute(item, "value")});
    if (name == "person") add_tag(article, EntityKind::person, text);
    if (name == "org") add_tag(article, EntityKind::organisation, text);
    if (name == "location") add_location(item, article);
    if (name == "classifier" || name == "object.title" || name == "event")
      add_subject(article, text);
  }
}

void add_subjects(const xml_node& head, const xml_node& docdata, Article& article) {
  for (const xml_node& subject : children(child(head, {"tobject"}), "tobject.subject")) {
    bool named = false;
    for (const char* part :
         {"tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail"}) {
      const std::string name = attribute(subject, part);
      named = named || !name.empty();
      if (!name.empty()) add_subject(article, name);
    }
    if (!named) add_subject(article, "", attribute(subject, "tobject.subject.refnum"));
  }
  for (const xml_node& list : children(docdata, "key-list")) {
    for (const xml_node& keyword : children(list, "keyword"))
      add_subject(article, first_of({attribute(keyword, "key"), line_of(keyword)}));
  }
  for (const xml_node& place : children(docdata, "evloc")) {
    const std::string country = attribute(place, "iso-cc");
    const std::string city = attribute(place, "city");
    if (!country.empty()) add_tag(article, EntityKind::country, "", country);
    if (!city.empty()) add_place(article, city);
    if (country.empty() && city.empty())
      add_place(article,
                first_of({attribute(place, "state-prov"), attribute(place, "county-dist")}));
  }
  for (const xml_node& parent : {docdata, head}) {
    for (const xml_node& identified : children(parent, "identified-content"))
      add_identified(identified, article);
  }
}

// Blocks one behind the other; one whose whole text begins a later block is only that block's
// teaser.
std::string body_of(const xml_node& content) {
  const auto parts = children(content, "block");
  std::string text = body_text(content);
  if (parts.size() != 2) return text;
  const std::string first = body_text(parts[0]);
  std::string second = body_text(parts[1]);
  return !first.empty() && second.starts_with(first) &&
                 text.size() == first.size() + 1 + second.size()
             ? second
             : text;
}

std::string norm_or_text(const xml_node& date) {
  return first_of({attribute(date, "norm"), line_of(date)});
}

std::string organisation_in(const xml_node& node) {
  return first_of({line_of(child(node, {"org"})), line_of(node)});
}

}  // namespace

void add_nitf(const xml_node& root, Article& article) {
  const xml_node head = child(root, {"head"});
  const xml_node docdata = child(head, {"docdata"});
  // In NITF's DTD beside docdata; some write it within.
  const xml_node pubdata =
      child(head, {"pubdata"}) ? child(head, {"pubdata"}) : child(docdata, {"pubdata"});
  const xml_node body = child(root, {"body"});
  const xml_node body_head = child(body, {"body.head"});
  const xml_node content = child(body, {"body.content"});
  const xml_node doc_id = child(docdata, {"doc-id"});
  if (article.language.empty()) {
    article.language =
        language_code(first_of({attribute(root, "xml:lang"), attribute(root, "baselang"),
                                attribute(body, "xml:lang"), attribute(content, "xml:lang")}));
  }
  if (article.id.empty())
    article.id = first_of({attribute(doc_id, "id-string"), attribute(root, "uno")});
  if (article.title.empty()) {
    const xml_node hedline = child(body_head, {"hedline"}) ? child(body_head, {"hedline"})
                                                           : child(body_head, {"headline"});
    article.title = first_of(
        {line_of(child(hedline, {"hl1"})), line_of(hedline), line_of(child(head, {"title"}))});
  }
  if (article.text.empty())
    set_body(article, first_of({body_of(content), body_text(child(body_head, {"abstract"}))}));
  if (!article.date && article.notes.empty()) {
    set_date(article, {norm_or_text(child(docdata, {"date.issue"})),
                       norm_or_text(child(docdata, {"date.release"})),
                       attribute(pubdata, "date.publication"),
                       norm_or_text(child(body_head, {"dateline", "story.date"}))});
  }
  if (article.source.empty()) {
    article.source = first_of(
        {attribute(pubdata, "name"), organisation_in(child(body_head, {"distributor"})),
         attribute(child(docdata, {"doc.copyright"}), "holder"), attribute(doc_id, "regsrc"),
         line_of(child(body_head, {"rights", "rights.owner"})),
         attribute(child(docdata, {"del-list", "from-src"}), "src-name")});
  }
  if (article.url.empty()) article.url = attribute(pubdata, "ex-ref");
  if (article.byline.empty())
    article.byline =
        first_of({byline_in(body_head, article.language), byline_in(content, article.language)});
  if (article.dateline.empty()) article.dateline = dateline_of(child(body_head, {"dateline"}));
  add_subjects(head, docdata, article);
}

namespace {

Article to_article(const xml_node& root) {
  const std::string status = attribute(child(root, {"head", "docdata"}), "management-status");
  if (is_withdrawn(status))
    throw ArticleError("not to be published: its management-status is " + status);
  Article article;
  add_nitf(root, article);
  note_mended(article);
  return article;
}

bool has_nitf(std::string_view text) {
  return text.find("<nitf") != std::string_view::npos ||
         text.find(":nitf ") != std::string_view::npos;
}

bool recognise(std::string_view head) {
  constexpr std::array<std::string_view, 5> others = {"rss", "feed", "RDF", "html", "TEI"};
  const std::string_view root = root_name(head);
  if (root == "nitf") return true;
  // Within another format, NITF is its matter.
  const bool is_newsml = head.find("newsItem") != std::string_view::npos ||
                         head.find("NewsItem") != std::string_view::npos;
  return !root.empty() && !is_newsml && has_nitf(head) &&
         std::find(others.begin(), others.end(), root) == others.end();
}

void read(ByteSource& source, const ArticleSink& sink) {
  if (root_name(source.peek(head_size)) == "nitf") {
    pugi::xml_document document;
    parse_xml(source, document);
    sink.article(to_article(child(document, {"nitf"})));
    return;
  }
  for_each_item(source, sink, {"nitf"},
                [&sink](const xml_node& item, const XmlItems&) { sink.article(to_article(item)); });
}

}  // namespace

const Format nitf = {"nitf", "IPTC NITF 3.x: an article per file, or several under one root",
                     recognise, read};

}  // namespace chancery
