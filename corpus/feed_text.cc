// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feed_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "common/fold.h"
#include "common/utf8.h"
#include "corpus/encoding.h"
#include "corpus/html/html_text.h"

namespace chancery {
namespace {

using pugi::xml_node;

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

}  // namespace chancery
