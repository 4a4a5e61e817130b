// SPDX-License-Identifier: GPL-2.0-or-later
/// TEI P5 (tei-c.org/release/doc/tei-p5-doc), P4's TEI.2 too: an edition of documents such as
/// "Foreign Relations of the United States" (github.com/HistoryAtState/frus), of which each <div
/// type="document"> is an article, read one at a time; a newspaper's issue with <div
/// type="article">; any other TEI as one article.
#include <map>

#include "common/error.h"
#include "corpus/formats.h"
#include "corpus/html_text.h"
#include "corpus/json_text.h"
#include "corpus/published_date.h"
#include "corpus/tei_text.h"
#include "corpus/xml_items.h"

namespace chancery {
namespace {

using pugi::xml_node;

constexpr size_t longest_headline = 200;

std::string attribute(const xml_node& node, const char* name) {
  return tidy_line(node.attribute(name).value());
}

// The first element of that name within `node`, whatever its prefix, where `fits` too.
template <class Fits>
xml_node find(const xml_node& node, std::string_view name, Fits fits) {
  return node.find_node(
      [name, &fits](const xml_node& found) { return local_name(found) == name && fits(found); });
}

xml_node find(const xml_node& node, std::string_view name) {
  return find(node, name, [](const xml_node&) { return true; });
}

xml_node find_typed(const xml_node& node, std::string_view name, std::string_view type) {
  return find(node, name,
              [type](const xml_node& found) { return found.attribute("type").value() == type; });
}

xml_node child(const xml_node& node, std::string_view name) {
  return node.find_child([name](const xml_node& found) { return local_name(found) == name; });
}

std::string first_of(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts) {
    if (!text.empty()) return text;
  }
  return {};
}

// "/archive/frus1964-68v29p2.xml.gz" -> "frus1964-68v29p2".
std::string stem(std::string name) {
  name.erase(0, name.find_last_of("/:") + 1);  // npos + 1 is 0
  return name.substr(0, name.find(".xml"));
}

// What the head of the file says of all of its documents.
struct Volume {
  std::string id;
  std::string source;
  std::string language;
  std::string url;                             // of its documents, up to their id
  std::vector<std::string> dates;              // of an issue, or of the only document
  std::map<std::string, std::string> persons;  // by id: "p_WW_1" -> "Woodrow Wilson"
};

std::vector<std::string> dates_in(const xml_node& node) {
  std::vector<std::string> dates;
  node.find_node([&dates](const xml_node& found) {
    if (local_name(found) != "date" && local_name(found) != "docDate") return false;
    for (const char* name : {"when", "notBefore", "from", "when-iso", "value"})
      dates.push_back(attribute(found, name));
    const std::string text = tei_line(found);
    if (text.find_first_of("0123456789") != std::string::npos) dates.push_back(text);
    return false;
  });
  return dates;
}

std::vector<std::string> dates_of_header(const xml_node& header) {
  std::vector<std::string> dates;
  for (const char* part : {"creation", "correspDesc", "sourceDesc", "publicationStmt"}) {
    for (std::string& date : dates_in(find(header, part))) dates.push_back(std::move(date));
  }
  return dates;
}

Volume volume_of(const xml_node& root, const std::string& file) {
  Volume volume;
  const xml_node header = find(root, "teiHeader");
  const xml_node titles = find(header, "titleStmt");
  const xml_node source = find(header, "sourceDesc");
  volume.id = first_of(
      {tei_line(find_typed(header, "idno", "frus")), attribute(root, "xml:id"), stem(file)});
  const auto is_journal = [](const xml_node& title) {
    const std::string_view level = title.attribute("level").value();
    return level == "j" || level == "s";
  };
  volume.source = first_of({tei_line(find_typed(titles, "title", "series")),
                            tei_line(find(source, "title", is_journal)),
                            tei_line(find(titles, "title", is_journal))});
  volume.language = language_code(
      first_of({attribute(root, "xml:lang"), attribute(child(root, "text"), "xml:lang"),
                attribute(find(header, "language"), "ident")}));
  if (std::string_view(root.attribute("xmlns:frus").value()).find("history.state.gov") !=
      std::string_view::npos) {
    volume.url = "https://history.state.gov/historicaldocuments/" + volume.id + "/";
  }
  volume.dates = dates_of_header(header);
  root.find_node([&volume](const xml_node& found) {
    const std::string id = attribute(found, "xml:id");
    const std::string_view name = local_name(found);
    if (id.empty() || (name != "persName" && name != "person")) return false;
    const std::string listed = tei_line(name == "person" ? find(found, "persName") : found);
    if (!listed.empty()) volume.persons[id] = tei_person_name(listed);
    return false;
  });
  return volume;
}

// Whom a <persName corresp="#p_JLB1"> means by the list of persons; empty where it does not tell.
std::string person_meant(const xml_node& node, const Volume& volume) {
  for (const char* name : {"corresp", "ref", "key"}) {
    std::string id = attribute(node, name);
    id.erase(0, id.find('#') + 1);  // npos + 1 is 0
    const auto found = volume.persons.find(id.substr(0, id.find(' ')));
    if (found != volume.persons.end()) return found->second;
  }
  return {};
}

void add_tag(Article& article, EntityKind kind, std::string name) {
  while (!name.empty() && std::string_view("[](),;: ").find(name.back()) != std::string_view::npos)
    name.pop_back();
  name.erase(0, std::min(name.find_first_not_of("[( "), name.size()));
  for (const EditorTag& tag : article.editor_tags) {
    if (tag.kind == kind && tag.name == name) return;
  }
  if (!name.empty()) article.editor_tags.push_back({kind, std::move(name), {}});
}

void add_tags(Article& article, const xml_node& node, const Volume& volume) {
  node.find_node([&](const xml_node& found) {
    const std::string_view name = local_name(found);
    if (name == "persName") {
      const std::string person = person_meant(found, volume);
      if (article.byline.empty() && attribute(found, "type") == "from") article.byline = person;
      add_tag(article, EntityKind::person, person);
    } else if (name == "placeName" || name == "settlement") {
      if (!child(found, "settlement")) add_tag(article, EntityKind::place, tei_line(found));
    } else if (name == "orgName") {
      add_tag(article, EntityKind::organisation, tei_line(found));
    } else if (name == "country") {
      add_tag(article, EntityKind::country, tei_line(found));
    } else if (name == "list" && attribute(found, "type") == "subject") {
      for (const xml_node item : found.children()) {
        const std::string subject = local_name(item) == "item" ? tei_line(item) : std::string();
        if (!subject.empty()) article.subjects.push_back(subject);
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
  if (const xml_node found = child(document, name)) return found;
  for (const char* around : {"opener", "closer", "head"}) {
    if (const xml_node found = child(child(document, around), name)) return found;
  }
  return {};
}

Article to_article(xml_node document, const Volume& volume) {
  Article article;
  const std::string id = attribute(document, "xml:id");
  if (!id.empty()) {
    article.id = volume.id + "/" + id;
    if (!volume.url.empty()) article.url = volume.url + id;
  }
  article.source = volume.source;
  article.language = first_of({language_code(attribute(document, "xml:lang")), volume.language});
  const xml_node byline = child(document, "byline");
  article.byline = without_by(tei_line(byline));
  add_tags(article, document, volume);

  std::vector<std::string> notes;
  const xml_node head = child(document, "head");
  const xml_node dateline = own(document, "dateline");
  std::vector<std::string> dates = dates_in(dateline);
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
Article only_article(const xml_node& root, const Volume& volume) {
  Article article;
  const xml_node header = find(root, "teiHeader");
  const xml_node titles = find(header, "titleStmt");
  article.id = first_of(
      {attribute(root, "xml:id"), tei_line(find(find(header, "publicationStmt"), "idno"))});
  article.title =
      first_of({tei_line(find_typed(titles, "title", "main")), tei_line(find(titles, "title"))});
  article.byline = without_by(
      first_of({tei_line(find(titles, "author")), tei_line(find(child(root, "text"), "byline"))}));
  article.source =
      first_of({volume.source, tei_line(find(find(header, "publicationStmt"), "publisher"))});
  article.language = volume.language;
  set_date(article, volume.dates);
  xml_node body = find(child(root, "text"), "body");
  if (!body) body = child(root, "text");
  add_tags(article, body, volume);
  std::vector<std::string> notes;
  const xml_node dateline = find(body, "dateline");
  article.dateline = tei_line(dateline);
  const xml_node head = find(body, "head");
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
        is_document(file.substr(at, file.find('>', at) - at)))
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
  XmlItems items = volume_of_documents ? XmlItems(source, {"div"}, XmlItems::Ill::rejected, is_document)
                                       : XmlItems(source, {"TEI", "TEI.2"});
  Volume volume;
  for (;;) {
    pugi::xml_document tree;
    xml_node item;
    try {
      if (!items.next(tree, item)) break;
      if (volume_of_documents && volume.id.empty()) {
        pugi::xml_document head;
        items.parse_head(head);
        volume = volume_of(head.document_element(), source.name());
      }
      if (!volume_of_documents) {
        sink.article(only_article(item, volume_of(item, {})));
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
