// SPDX-License-Identifier: GPL-2.0-or-later
/// The texts of a feed's elements, in all the ways in which feeds write them: plain, as HTML
/// escaped, in CDATA or as elements, in base64.
#pragma once

#include <string>

#include "corpus/xml/xml.h"

namespace chancery {

/// The characters in the node itself, as XML gives them.
std::string own_text(const pugi::xml_node& node);

/// An attribute's value, on one line; empty where there is none.
std::string attribute_text(const pugi::xml_node& node, const char* name);

/// The plain text of an element that holds HTML: escaped, in CDATA, or as elements. Blank lines
/// part paragraphs where the HTML has no blocks.
std::string html_element_text(const pugi::xml_node& node);

/// The plain text of an Atom construct, by its attributes type and mode (of Atom 0.3).
std::string atom_construct_text(const pugi::xml_node& node);

/// "ed@x.org (A B)", "A B <ed@x.org>", "A B (ed@x.org)" -> "A B". An address alone stays.
std::string person_name(const std::string& text);

}  // namespace chancery
