// SPDX-License-Identifier: GPL-2.0-or-later
/// What the XML formats share: parsing with pugixml.
#pragma once

#include <pugixml.hpp>
#include <string>

#include "corpus/byte_source.h"

namespace chancery {

/// Reads all of `source` into `document`, in the encoding that it declares or is found to be in.
/// Returns whether bytes had to be replaced. Throws ArticleError naming the line where it is not
/// well-formed. pugixml resolves no entities of a DTD, so there are no entity bombs.
bool parse_xml(ByteSource& source, pugi::xml_document& document);

/// The same for a text in UTF-8.
void load_xml(const std::string& text, pugi::xml_document& document);

/// The element's name without its namespace prefix: "dc:creator" -> "creator".
std::string_view local_name(const pugi::xml_node& node);

}  // namespace chancery
