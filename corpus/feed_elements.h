// SPDX-License-Identifier: GPL-2.0-or-later
/// What the two families of feeds share (RSS with RDF, Atom): elements by name whatever prefix the
/// file gives them, their languages and addresses.
#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery {

/// The children of an item or channel. A name is in lower case and has the usual prefix of its
/// namespace: "dc:date" for any prefix that stands for Dublin Core; none for the feed's own
/// elements, `own` ("rss" or "atom"). So "itunes:title" is not mistaken for "title".
class FeedElements {
 public:
  FeedElements(const pugi::xml_node& parent, std::string_view own);

  /// The first child of that name with something in it, else the first of that name, else none.
  pugi::xml_node first(std::string_view name) const;
  std::vector<pugi::xml_node> all(std::string_view name) const;

  /// The text of the first of `names` that has any, on one line: dates, ids, addresses.
  std::string line(std::initializer_list<std::string_view> names) const;

  /// The texts of all elements of these names, each once, as subjects: split at no comma.
  std::vector<std::string> lines(std::initializer_list<std::string_view> names) const;

  const pugi::xml_node& parent() const { return parent_; }

 private:
  pugi::xml_node parent_;
  std::vector<std::pair<std::string, pugi::xml_node>> elements_;
};

/// The language that xml:lang gives the node, from itself outwards; empty for none.
std::string language_of(const pugi::xml_node& node);

/// `reference` made absolute by the xml:base of the node and of those around it, these by
/// `document_base`.
std::string absolute_address(const pugi::xml_node& node, const std::string& document_base,
                             const std::string& reference);

/// Adds `subject` where it is new and not empty.
void add_subject(std::vector<std::string>& subjects, std::string subject);

}  // namespace chancery
