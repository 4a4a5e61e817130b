// SPDX-License-Identifier: GPL-2.0-or-later
/// Reads XML that is none, as far as can be told what was meant.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace chancery {

/// Loads `text`, in UTF-8, into `document`. Returns whether it was not well-formed and had to be
/// mended; throws ArticleError where even that does not help.
bool load_mended(const std::string& text, pugi::xml_document& document);

/// `xml` made well-formed: elements left open are closed where the one around them is, ends without
/// a start are dropped, attributes get their quotes, a lone '<' is text. Comments and declarations
/// go. Example: "<item><title>A < B<link>x</item></b>" -> "<item><title>A &lt;
/// B</title><link>x</link></item>".
std::string mend_xml(std::string_view xml);

}  // namespace chancery
