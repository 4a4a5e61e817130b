// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/tei_volume.h"

#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/news_xml.h"
#include "corpus/tei_text.h"

namespace chancery {
namespace {

using pugi::xml_node;

// The first element of that name within `node` that `fits`.
template <class Fits>
xml_node find(const xml_node& node, std::string_view name, Fits fits) {
  return node.find_node(
      [name, &fits](const xml_node& found) { return local_name(found) == name && fits(found); });
}

// "/archive/frus1964-68v29p2.xml.gz" -> "frus1964-68v29p2".
std::string stem(std::string name) {
  name.erase(0, name.find_last_of("/:") + 1);  // npos + 1 is 0
  return name.substr(0, name.find(".xml"));
}

std::vector<std::string> dates_of_header(const xml_node& header) {
  std::vector<std::string> dates;
  for (const char* part : {"creation", "correspDesc", "sourceDesc", "publicationStmt"}) {
    for (std::string& date : tei_dates(descendant(header, part))) dates.push_back(std::move(date));
  }
  return dates;
}

}  // namespace

xml_node tei_typed(const xml_node& node, std::string_view name, std::string_view type) {
  return find(node, name,
              [type](const xml_node& found) { return found.attribute("type").value() == type; });
}

std::vector<std::string> tei_dates(const xml_node& node) {
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

TeiVolume tei_volume(const xml_node& root, const std::string& file) {
  TeiVolume volume;
  const xml_node header = descendant(root, "teiHeader");
  const xml_node titles = descendant(header, "titleStmt");
  const xml_node source = descendant(header, "sourceDesc");
  volume.id = first_of(
      {tei_line(tei_typed(header, "idno", "frus")), attribute(root, "xml:id"), stem(file)});
  const auto is_journal = [](const xml_node& title) {
    const std::string_view level = title.attribute("level").value();
    return level == "j" || level == "s";
  };
  volume.source = first_of({tei_line(tei_typed(titles, "title", "series")),
                            tei_line(find(source, "title", is_journal)),
                            tei_line(find(titles, "title", is_journal))});
  volume.language = language_code(
      first_of({attribute(root, "xml:lang"), attribute(child(root, {"text"}), "xml:lang"),
                attribute(descendant(header, "language"), "ident")}));
  if (std::string_view(root.attribute("xmlns:frus").value()).find("history.state.gov") !=
      std::string_view::npos) {
    volume.url = "https://history.state.gov/historicaldocuments/" + volume.id + "/";
  }
  volume.dates = dates_of_header(header);
  root.find_node([&volume](const xml_node& found) {
    const std::string id = attribute(found, "xml:id");
    const std::string_view name = local_name(found);
    if (id.empty() || (name != "persName" && name != "person")) return false;
    const std::string listed = tei_line(name == "person" ? descendant(found, "persName") : found);
    if (!listed.empty()) volume.persons[id] = tei_person_name(listed);
    return false;
  });
  return volume;
}

std::string person_meant(const xml_node& node, const TeiVolume& volume) {
  for (const char* name : {"corresp", "ref", "key"}) {
    std::string id = attribute(node, name);
    id.erase(0, id.find('#') + 1);  // npos + 1 is 0
    const auto found = volume.persons.find(id.substr(0, id.find(' ')));
    if (found != volume.persons.end()) return found->second;
  }
  return {};
}

}  // namespace chancery
