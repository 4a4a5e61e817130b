// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feed_elements.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/fold.h"
#include "common/utf8.h"
#include "corpus/encoding.h"
#include "corpus/html_text.h"
#include "corpus/web_address.h"
#include "corpus/xml.h"

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

std::string characters(const xml_node& node) {
  std::string text;
  for (const xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      text += child.value();
  }
  return text;
}

bool has_elements(const xml_node& node) {
  return static_cast<bool>(
      node.find_child([](const xml_node& child) { return child.type() == pugi::node_element; }));
}

struct Writer : pugi::xml_writer {
  void write(const void* data, size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
  std::string out;
};

// What stands within the node as HTML: "<xhtml:p>" as "<p>".
std::string inner_markup(const xml_node& node) {
  Writer writer;
  for (xml_node at = node.first_child(); at;) {
    if (at.type() == pugi::node_element) at.set_name(std::string(local_name(at)).c_str());
    if (at.first_child()) {
      at = at.first_child();
      continue;
    }
    while (at != node && !at.next_sibling()) at = at.parent();
    if (at == node) break;
    at = at.next_sibling();
  }
  for (const xml_node child : node.children()) {
    if (child.type() == pugi::node_cdata) {
      writer.out += child.value();
    } else {
      child.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    }
  }
  return writer.out;
}

bool has_blocks(std::string_view html) {
  constexpr std::array<std::string_view, 8> blocks = {"<p>",  "<p ", "</p", "<br",
                                                      "<div", "<li", "<td", "<table"};
  const std::string folded = lower(html);
  return std::any_of(blocks.begin(), blocks.end(), [&folded](std::string_view block) {
    return folded.find(block) != std::string::npos;
  });
}

// Blank lines as <br>.
std::string with_breaks(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    if (text[at] != '\n') continue;
    const size_t next = text.find_first_not_of(" \t\r", at + 1);
    if (next != std::string_view::npos && text[next] == '\n') out += "<br>";
  }
  return out;
}

// "<!' " is text in feeds, and to an HTML parser a comment that swallows what follows.
std::string with_lone_openings(std::string_view html) {
  std::string out;
  for (size_t at = 0; at < html.size(); ++at) {
    const bool opening = html[at] == '<' && at + 1 < html.size() && html[at + 1] == '!';
    const char next = opening && at + 2 < html.size() ? html[at + 2] : ' ';
    const bool markup =
        next == '-' || next == '[' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    if (opening && !markup) {
      out += "&lt;";
    } else {
      out += html[at];
    }
  }
  return out;
}

std::string plain_text_of(const std::string& text) {
  std::string paragraphs;
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t next =
        text[at] == '\n' ? text.find_first_not_of(" \t\r", at + 1) : std::string::npos;
    const bool blank_line = next != std::string::npos && text[next] == '\n';
    paragraphs += text[at] == '\n' && !blank_line ? ' ' : text[at];
  }
  return tidy_text(mend_controls(repair_utf8(std::move(paragraphs))));
}

std::string html_text(const std::string& markup) {
  if (markup.find_first_of("<&") == std::string::npos) return plain_text_of(markup);
  const std::string html = with_lone_openings(markup);
  return mend_controls(html_to_text(has_blocks(html) ? html : with_breaks(html)));
}

std::optional<std::string> from_base64(std::string_view text) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int have = 0;
  for (const char c : text) {
    if (c == '=' || c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    const size_t digit = digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFF;
    have += 6;
    if (have < 8) continue;
    have -= 8;
    bytes += static_cast<char>(bits >> have & 0xFF);
  }
  if (!is_valid_utf8(bytes) || bytes.find('\0') != std::string::npos) return std::nullopt;
  return bytes;
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

std::string own_text(const xml_node& node) {
  return tidy_line(mend_controls(repair_utf8(characters(node))));
}

std::string attribute_text(const xml_node& node, const char* name) {
  return tidy_line(mend_controls(repair_utf8(node.attribute(name).value())));
}

std::string html_element_text(const xml_node& node) {
  return html_text(has_elements(node) ? inner_markup(node) : characters(node));
}

std::string atom_construct_text(const xml_node& node) {
  const std::string type = lower(attribute_text(node, "type"));
  const std::string mode = lower(attribute_text(node, "mode"));
  const bool markup = type.find("html") != std::string::npos;
  if (mode == "base64") {
    const std::string text = from_base64(characters(node)).value_or(std::string());
    return markup ? html_text(text) : plain_text_of(text);
  }
  if (has_elements(node)) return html_text(inner_markup(node));
  if (markup || type.ends_with("/xml") || type.ends_with("+xml"))
    return html_text(characters(node));
  if (type.empty() || type == "text" || type.starts_with("text/") ||
      type.find('/') == std::string::npos)
    return plain_text_of(characters(node));
  // Of any other media type it is in base64 (RFC 4287, 4.1.3.3), and text in it at best.
  return html_text(from_base64(characters(node)).value_or(std::string()));
}

std::string person_name(const std::string& text) {
  const size_t open = text.find_first_of("(<");
  if (open == std::string::npos) return text;
  const size_t close = text.find(text[open] == '(' ? ')' : '>', open);
  const std::string before = tidy_line(std::string_view(text).substr(0, open));
  const std::string within = tidy_line(std::string_view(text).substr(
      open + 1, close == std::string::npos ? close : close - open - 1));
  if (before.find('@') != std::string::npos && !within.empty()) return within;
  if (within.find('@') != std::string::npos) return before.empty() ? within : before;
  return text[open] == '<' || within.empty() ? before : text;
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
