// SPDX-License-Identifier: GPL-2.0-or-later
/// The text of a piece of TEI as a reader would have it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/xml/xml.h"

namespace chancery {

/// The running text within `node`, each paragraph, heading, list item and verse on a line of its
/// own; without page breaks, running heads, deletions and facsimiles, and of a correction only the
/// corrected. Footnotes stand not in it: they are added to `notes`, as "[2] See Document 7.".
std::string tei_text(const pugi::xml_node& node, std::vector<std::string>& notes);

/// The same on one line, without the footnotes.
std::string tei_line(const pugi::xml_node& node);

/// A name from a list of persons, in the usual order, without rank and office: "Wilson, Woodrow,
/// President" -> "Woodrow Wilson", "Thomson, Lt. Gen. James C., Jr." -> "James C. Thomson Jr.".
std::string tei_person_name(std::string_view listed);

}  // namespace chancery
