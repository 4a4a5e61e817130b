// SPDX-License-Identifier: GPL-2.0-or-later
/// What the head of a TEI file, and its list of persons, say of all the documents in it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/xml/xml.h"

namespace chancery {

struct TeiVolume {
  std::string id;
  std::string source;
  std::string language;
  std::string url;                             ///< of its documents, up to their id; empty for none
  std::vector<std::string> dates;              ///< of an issue, or of the only document
  std::map<std::string, std::string> persons;  ///< by id: "p_WW_1" -> "Woodrow Wilson"
};

/// `root` is the element <TEI>; `file` the source's name, after which a volume without an id is
/// called.
TeiVolume tei_volume(const pugi::xml_node& root, const std::string& file);

/// Whom a <persName corresp="#p_JLB1"> means by the list of persons; empty where it does not tell.
std::string person_meant(const pugi::xml_node& node, const TeiVolume& volume);

/// All dates within `node`, as attributes and as text; some may be empty.
std::vector<std::string> tei_dates(const pugi::xml_node& node);

/// The first element of that name within `node` whose attribute type is `type`.
pugi::xml_node tei_typed(const pugi::xml_node& node, std::string_view name, std::string_view type);

}  // namespace chancery
