// SPDX-License-Identifier: GPL-2.0-or-later
/// What the formats of news in XML share: elements found by their names whatever the prefix, the
/// text of the IPTC's bodies, and items one at a time.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "corpus/formats.h"
#include "corpus/xml/xml.h"
#include "corpus/xml/xml_items.h"

namespace chancery {

/// The name, without its prefix, of the first element in `head`; empty where it is no XML.
std::string_view root_name(std::string_view head);

/// The first child of that name, then its first child of the next …; no prefixes are looked at. A
/// null node where there is none.
pugi::xml_node child(pugi::xml_node node, std::initializer_list<std::string_view> names);

/// All children of that name.
std::vector<pugi::xml_node> children(const pugi::xml_node& node, std::string_view name);

/// Whether it has more children than a set of metadata ever has. What is looked through again and
/// again is bounded by this.
bool is_overfull(const pugi::xml_node& node);

/// The first element within `node`, however deep, of that name; a null node where there is none.
pugi::xml_node descendant(const pugi::xml_node& node, std::string_view name);

/// The next element of that name behind `node`, or in it, within `root`.
pugi::xml_node following_named(pugi::xml_node node, const pugi::xml_node& root,
                               std::string_view name);

/// An attribute's value on one line; empty where there is none.
std::string attribute(const pugi::xml_node& node, const char* name);

/// All text within `node` on one line, with entities decoded that were escaped twice.
std::string line_of(const pugi::xml_node& node);

/// The text of a body in NITF or XHTML: each paragraph, list item, table row and subheading on a
/// line of its own; without captions of media, scripts, and notes that are not for publication.
std::string body_text(const pugi::xml_node& node);

/// Reads the items called `names` one at a time. `read` gets each; an ArticleError, of it or of the
/// item's XML, rejects the item. Throws ArticleError where there is no item at all.
void for_each_item(
    ByteSource& source, const ArticleSink& sink, const std::vector<std::string_view>& names,
    const std::function<void(const pugi::xml_node& item, const XmlItems& items)>& read);

/// "item 3": the last one's place, for messages.
std::string place_of(const XmlItems& items);

}  // namespace chancery
