// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feed_elements.h"

#include <algorithm>
#include <array>

#include "common/fold.h"
#include "corpus/feed_text.h"
#include "corpus/html/html_text.h"
#include "corpus/web_address.h"
#include "corpus/xml/xml.h"

namespace chancery {
namespace {

using pugi::xml_node;

// What a namespace's address has in it, whatever its scheme, version and case; the first that fits
// counts.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> namespaces = {{
    {"purl.org/dc/elements/", "dc"},
    {"purl.org/dc/terms", "dcterms"},
    {"purl.org/rss/1.0/modules/dcterms", "dcterms"},
    {"purl.org/rss/1.0/modules/content", "content"},
    {"purl.org/rss/1.0/modules/", "module"},
    {"purl.org/rss/", "rss"},
    {"purl.org/net/rss", "rss"},
    {"netscape.com/rdf/simple/", "rss"},
    {"backend.userland.com/rss", "rss"},
    {"harvard.edu/tech/rss", "rss"},
    {"harvard.edu/rss", "rss"},
    {"w3.org/2005/atom", "atom"},
    {"purl.org/atom/", "atom"},
    {"w3.org/1999/xhtml", "xhtml"},
    {"itunes.com/", "itunes"},
    {"search.yahoo.com/mrss", "media"},
    {"rssnamespace.org/feedburner", "feedburner"},
}};

// The usual prefix for an address; empty for one that is not in the table.
std::string_view usual_prefix(std::string_view address) {
  const std::string folded = lower(address);
  for (const auto& [part, prefix] : namespaces) {
    if (folded.find(part) != std::string::npos) return prefix;
  }
  return {};
}

// The usual prefix of the node's namespace; `own` where it is the feed's. The namespace that the
// feed's root gives to all is its own, be it written as it may.
std::string prefix_of(const xml_node& node, std::string_view own) {
  const std::string_view name = node.name();
  const size_t colon = name.find(':');
  const std::string written(name.substr(0, colon == std::string_view::npos ? 0 : colon));
  const std::string declaration = written.empty() ? "xmlns" : "xmlns:" + written;
  for (xml_node at = node; at; at = at.parent()) {
    const pugi::xml_attribute found = at.attribute(declaration.c_str());
    if (!found) continue;
    const bool at_root = at.parent().type() == pugi::node_document && local_name(at) == at.name();
    if (written.empty() && at_root) return std::string(own);
    const std::string_view usual = usual_prefix(found.value());
    if (!usual.empty()) return std::string(usual);
    return written.empty() ? "other" : lower(written);
  }
  return written.empty() ? std::string(own) : lower(written);
}

}  // namespace

FeedElements::FeedElements(const xml_node& parent, std::string_view own) : parent_(parent) {
  constexpr size_t most = 2000;  // of an honest item there are twenty
  for (const xml_node node : parent.children()) {
    if (node.type() != pugi::node_element || elements_.size() == most) continue;
    const std::string prefix = prefix_of(node, own);
    const std::string name = lower(local_name(node));
    elements_.emplace_back(prefix == own ? name : prefix + ":" + name, node);
  }
}

xml_node FeedElements::first(std::string_view name) const {
  xml_node empty;
  for (const auto& [called, node] : elements_) {
    if (called != name) continue;
    if (node.first_child()) return node;
    if (!empty) empty = node;
  }
  return empty;
}

std::vector<xml_node> FeedElements::all(std::string_view name) const {
  std::vector<xml_node> found;
  for (const auto& [called, node] : elements_) {
    if (called == name) found.push_back(node);
  }
  return found;
}

std::string FeedElements::line(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const auto& [called, node] : elements_) {
      if (called != name) continue;
      if (std::string text = own_text(node); !text.empty()) return text;
    }
  }
  return {};
}

std::vector<std::string> FeedElements::lines(std::initializer_list<std::string_view> names) const {
  std::vector<std::string> found;
  for (const std::string_view name : names) {
    for (const xml_node& node : all(name)) add_subject(found, tidy_line(html_element_text(node)));
  }
  return found;
}

std::string language_of(const xml_node& node) {
  for (xml_node at = node; at; at = at.parent()) {
    if (const pugi::xml_attribute language = at.attribute("xml:lang")) return language.value();
  }
  return {};
}

std::string absolute_address(const xml_node& node, const std::string& document_base,
                             const std::string& reference) {
  if (is_absolute(reference)) return reference;
  std::vector<std::string> bases;
  for (xml_node at = node; at; at = at.parent()) {
    if (at.attribute("xml:base")) bases.push_back(attribute_text(at, "xml:base"));
  }
  std::string base = document_base;
  for (auto at = bases.rbegin(); at != bases.rend(); ++at) base = resolve_address(base, *at);
  return resolve_address(base, reference);
}

void add_subject(std::vector<std::string>& subjects, std::string subject) {
  constexpr size_t most = 200;
  if (subject.empty() || subjects.size() == most) return;
  if (std::find(subjects.begin(), subjects.end(), subject) == subjects.end()) {
    subjects.push_back(std::move(subject));
  }
}

}  // namespace chancery
