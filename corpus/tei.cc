// SPDX-License-Identifier: GPL-2.0-or-later
/// TEI P5 (tei-c.org/release/doc/tei-p5-doc), P4's TEI.2 too: an edition of documents such as
/// "Foreign Relations of the United States" (github.com/HistoryAtState/frus), of which each <div
/// type="document"> is an article, read one at a time; a newspaper's issue with <div
/// type="article">; any other TEI as one article.
#include "common/error.h"
#include "corpus/formats.h"
#include "corpus/html/html_text.h"
#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/news_xml.h"
#include "corpus/published_date.h"
#include "corpus/tei_text.h"
#include "corpus/tei_volume.h"
#include "corpus/xml/xml_items.h"

namespace chancery {
namespace {

using pugi::xml_node;

constexpr size_t longest_headline = 200;

// A name without the brackets and stops that an edition puts around it.
std::string bare(std::string name) {
  while (!name.empty() && std::string_view("[](),;: ").find(name.back()) != std::string_view::npos)
    name.pop_back();
  name.erase(0, std::min(name.find_first_not_of("[( "), name.size()));
  return name;
}

void add_tags(Article& article, const xml_node& node, const TeiVolume& volume) {
  node.find_node([&](const xml_node& found) {
    const std::string_view name = local_name(found);
    if (name == "persName") {
      const std::string person = person_meant(found, volume);
      if (article.byline.empty() && attribute(found, "type") == "from") article.byline = person;
      add_tag(article, EntityKind::person, bare(person));
    } else if (name == "placeName" || name == "settlement") {
      if (!child(found, {"settlement"})) add_tag(article, EntityKind::place, bare(tei_line(found)));
    } else if (name == "orgName") {
      add_tag(article, EntityKind::organisation, bare(tei_line(found)));
    } else if (name == "country") {
      add_tag(article, EntityKind::country, bare(tei_line(found)));
    } else if (name == "list" && attribute(found, "type") == "subject") {
      for (const xml_node item : found.children()) {
        if (local_name(item) == "item") add_subject(article, tei_line(item));
      }
    }
    return false;
  });
}

// "45. Memorandum" and "[45] Memorandum" without the number, which the id tells: a reader's
// headline is "Memorandum".
std::string without_number(const std::string& head, const std::string& number) {
  if (number.empty()) return head;
  for (const std::string& written : {number + ".", "[" + number + "]"}) {
    if (head.starts_with(written) && head.size() > written.size() + 1)
      return tidy_line(head.substr(written.size()));
  }
  return head;
}

// The end of the first sentence. What is short before its stop is an abbreviation: "Gen. Smith".
size_t first_sentence(const std::string& text) {
  for (size_t at = text.find(". "); at != std::string::npos; at = text.find(". ", at + 1)) {
    const size_t word = text.find_last_of(" .", at - 1);
    const bool number = text[at - 1] >= '0' && text[at - 1] <= '9';
    if (at > 10 && (number || at - std::min(word, at) > 4)) return at;
  }
  return text.size();
}

void join_notes(Article& article, const std::vector<std::string>& notes) {
  for (const std::string& note : notes) article.text += (article.text.empty() ? "" : "\n") + note;
}

// The element that opens a document, not one of its attachments.
xml_node own(const xml_node& document, std::string_view name) {
  if (const xml_node found = child(document, {name})) return found;
  for (const char* around : {"opener", "closer", "head"}) {
    if (const xml_node found = child(document, {around, name})) return found;
  }
  return {};
}

Article to_article(xml_node document, const TeiVolume& volume) {
  Article article;
  const std::string id = attribute(document, "xml:id");
  if (!id.empty()) {
    article.id = volume.id + "/" + id;
    if (!volume.url.empty()) article.url = volume.url + id;
  }
  article.source = volume.source;
  article.language = first_of({language_code(attribute(document, "xml:lang")), volume.language});
  const xml_node byline = child(document, {"byline"});
  article.byline = without_by(tei_line(byline));
  add_tags(article, document, volume);

  std::vector<std::string> notes;
  const xml_node head = child(document, {"head"});
  const xml_node dateline = own(document, "dateline");
  std::vector<std::string> dates = tei_dates(dateline);
  for (const char* name : {"frus:doc-dateTime-min", "when"})
    dates.push_back(attribute(document, name));
  if (attribute(document, "type") == "article")
    dates.insert(dates.end(), volume.dates.begin(), volume.dates.end());
  set_date(article, dates);
  article.dateline = tidy_line(tei_text(dateline, notes));
  if (article.dateline.ends_with('.') && !article.dateline.ends_with(".m."))
    article.dateline.pop_back();
  dateline.parent().remove_child(dateline);
  document.remove_child(byline);
  std::string number = attribute(document, "n");
  if (number.empty() && id.starts_with('d')) number = id.substr(1);
  article.title = without_number(tidy_line(tei_text(head, notes)), number);
  document.remove_child(head);
  article.text = tei_text(document, notes);
  // A list of documents on microfiche gives each a paragraph for a heading, and no text.
  if (article.text.empty() && notes.empty() && article.title.size() > longest_headline / 2) {
    article.text = article.title;
    article.title.resize(first_sentence(article.title));
  }
  join_notes(article, notes);
  return article;
}

// "Telegram 378 to London, July 17": the year is that of the chapter, "July 1962".
void date_by_chapter(Article& article, const XmlItems& items) {
  if (article.title.empty()) return;
  pugi::xml_document before;
  items.parse_head(before);
  std::string chapter;
  before.find_node([&chapter](const xml_node& node) {
    if (local_name(node) != "head") return false;
    const std::string head = tei_line(node);
    if (head.size() < 50) chapter = head;  // not that of a document whose type was forgotten
    return false;
  });
  const size_t last = chapter.find_last_of("0123456789");
  if (last == std::string::npos || last < 3 ||
      chapter.find_first_not_of("0123456789", last - 3) <= last)
    return;
  for (std::string_view rest = article.title; !rest.empty() && !article.date;) {
    const size_t comma = std::min(rest.find(", "), rest.size());
    article.date = parse_published_date(std::string(rest.substr(0, comma)) + ", " +
                                        chapter.substr(last - 3, 4));
    rest.remove_prefix(std::min(comma + 2, rest.size()));
  }
}

// A file that is one article.
Article only_article(const xml_node& root, const TeiVolume& volume) {
  Article article;
  const xml_node header = descendant(root, "teiHeader");
  const xml_node titles = descendant(header, "titleStmt");
  article.id = first_of({attribute(root, "xml:id"),
                         tei_line(descendant(descendant(header, "publicationStmt"), "idno"))});
  article.title = first_of(
      {tei_line(tei_typed(titles, "title", "main")), tei_line(descendant(titles, "title"))});
  article.byline = without_by(first_of({tei_line(descendant(titles, "author")),
                                        tei_line(descendant(child(root, {"text"}), "byline"))}));
  article.source = first_of(
      {volume.source, tei_line(descendant(descendant(header, "publicationStmt"), "publisher"))});
  article.language = volume.language;
  set_date(article, volume.dates);
  xml_node body = descendant(child(root, {"text"}), "body");
  if (!body) body = child(root, {"text"});
  add_tags(article, body, volume);
  std::vector<std::string> notes;
  const xml_node dateline = descendant(body, "dateline");
  article.dateline = tei_line(dateline);
  const xml_node head = descendant(body, "head");
  if (article.title.empty() || tei_line(head) == article.title) {
    article.title = tidy_line(tei_text(head, notes));
    head.parent().remove_child(head);
  }
  article.text = tei_text(body, notes);
  join_notes(article, notes);
  return article;
}

bool is_document(std::string_view tag) {
  for (const std::string_view type : {"\"document\"", "'document'", "\"article\"", "'article'"}) {
    for (const std::string_view before : {" type=", "\ttype=", "\ntype="}) {
      const size_t at = tag.find(before);
      if (at != std::string_view::npos && tag.substr(at + before.size()).starts_with(type))
        return true;
    }
  }
  return false;
}

bool has_documents(std::string_view file) {
  for (size_t at = file.find("div"); at != std::string_view::npos; at = file.find("div", at + 3)) {
    if (at > 0 && (file[at - 1] == '<' || file[at - 1] == ':') &&
        is_document(file.substr(at, file.find_first_of("<>", at) - at)))
      return true;
  }
  return false;
}

bool recognise(std::string_view head) {
  for (const std::string_view start : {"<TEI", "<tei:TEI", "<teiCorpus"}) {
    const size_t at = head.find(start);
    if (at == std::string_view::npos) continue;
    const std::string_view behind = head.substr(at + start.size());
    return (behind.starts_with(".2") || behind.find_first_of(" \t\r\n>") == 0) &&
           head.substr(0, at).find("<html") == std::string_view::npos;
  }
  return false;
}

void read(ByteSource& source, const ArticleSink& sink) {
  const bool volume_of_documents = has_documents(source.peek(largest_item));
  XmlItems items = volume_of_documents
                       ? XmlItems(source, {"div"}, XmlItems::Ill::rejected, is_document)
                       : XmlItems(source, {"TEI", "TEI.2"});
  TeiVolume volume;
  for (;;) {
    pugi::xml_document tree;
    xml_node item;
    try {
      if (!items.next(tree, item)) break;
      if (volume_of_documents && volume.id.empty()) {
        pugi::xml_document head;
        items.parse_head(head);
        volume = tei_volume(head.document_element(), source.name());
      }
      if (!volume_of_documents) {
        sink.article(only_article(item, tei_volume(item, {})));
        continue;
      }
      Article article = to_article(item, volume);
      if (!article.date && article.text.starts_with(article.title)) date_by_chapter(article, items);
      sink.article(std::move(article));
    } catch (const ArticleError& error) {
      sink.reject(volume_of_documents ? "document " + std::to_string(items.number()) : "",
                  error.what());
    }
  }
  if (items.number() == 0) throw ArticleError("TEI, but no text in it");
}

}  // namespace

const Format tei = {"tei", "TEI P5: editions of documents (FRUS), newspapers, single texts",
                    recognise, read};

}  // namespace chancery
