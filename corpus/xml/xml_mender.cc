// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_mender.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/error.h"
#include "corpus/xml/xml.h"
#include "corpus/xml/xml_scanner.h"

namespace chancery {
namespace {

// Of HTML, written without an end also where they should not be.
constexpr std::array<std::string_view, 5> without_end = {"br", "hr", "img", "input", "wbr"};

// Fields of feeds that hold text and never each other: the start of one ends another that is still
// open.
constexpr std::array<std::string_view, 19> fields = {
    "title",    "link",       "guid",    "pubDate",    "pubdate",        "description", "category",
    "comments", "enclosure",  "author",  "id",         "published",      "updated",     "issued",
    "summary",  "dc:creator", "dc:date", "dc:subject", "content:encoded"};

template <size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr size_t deepest = 500;  // what nests deeper loses its tags

constexpr std::string_view space = " \t\r\n";

void append_value(std::string& out, std::string_view value) {
  for (const char c : value) {
    if (c == '"') {
      out += "&quot;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
}

// " href=x y='z'" -> " href=\"x\" y=\"z\"".
std::string mended_attributes(std::string_view text) {
  std::string mended;
  for (;;) {
    const size_t begin = text.find_first_not_of(" \t\r\n/");
    if (begin == std::string_view::npos) return mended;
    text.remove_prefix(begin);
    const size_t name_end = std::min(text.find_first_of("= \t\r\n/\"'", 1), text.size());
    const std::string_view name = text.substr(0, name_end);
    text.remove_prefix(name_end);
    std::string_view value;
    const size_t equals = text.find_first_not_of(space);
    if (equals != std::string_view::npos && text[equals] == '=') {
      text.remove_prefix(equals + 1);
      text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
      const bool quoted = !text.empty() && (text[0] == '"' || text[0] == '\'');
      const size_t end =
          std::min(quoted ? text.find(text[0], 1) : text.find_first_of(space), text.size());
      value = text.substr(quoted ? 1 : 0, quoted ? end - 1 : end);
      text.remove_prefix(std::min(end + (quoted ? 1 : 0), text.size()));
    }
    if (!starts_xml_name(name.front()) || name.find_first_of("<>&") != std::string_view::npos)
      continue;
    mended += ' ';
    mended += name;
    mended += "=\"";
    append_value(mended, value);
    mended += '"';
  }
}

class Mending {
 public:
  void take(const XmlScanner::Token& token) {
    switch (token.type) {
      case XmlScanner::Type::start:
      case XmlScanner::Type::empty: start(token); break;
      case XmlScanner::Type::end: end(token.name); break;
      case XmlScanner::Type::text: text(token.raw); break;
      case XmlScanner::Type::other:
        if (!token.raw.starts_with("<![CDATA[")) break;
        out_ += token.raw;
        if (!token.raw.ends_with("]]>")) out_ += "]]>";
        break;
    }
  }

  std::string finish() {
    while (!open_.empty()) close();
    return std::move(out_);
  }

 private:
  void start(const XmlScanner::Token& token) {
    const std::string name(token.name);
    if (name.empty() || !starts_xml_name(name[0]) ||
        name.find_first_of("<&\"'=") != std::string::npos) {
      text(token.raw);
      return;
    }
    if (!open_.empty() && is_one_of(fields, open_.back()) && is_one_of(fields, name)) close();
    std::string_view rest =
        token.raw.substr(std::min(token.raw.find(name) + name.size(), token.raw.size()));
    if (rest.ends_with('>')) rest.remove_suffix(1);
    if (open_.size() == deepest) return;
    out_ += '<' + name + mended_attributes(rest);
    if (token.type == XmlScanner::Type::empty || is_one_of(without_end, name)) {
      out_ += "/>";
      return;
    }
    out_ += '>';
    open_.push_back(name);
  }

  void end(std::string_view name) {
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found == open_.rend()) return;
    for (auto within = found - open_.rbegin(); within >= 0; --within) close();
  }

  void close() {
    out_ += "</" + open_.back() + ">";
    open_.pop_back();
  }

  void text(std::string_view raw) {
    for (const char c : raw) {
      if (c == '<') {
        out_ += "&lt;";
      } else {
        out_ += c;
      }
    }
  }

  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace

std::string mend_xml(std::string_view xml) {
  const auto source = source_of_text("", std::string(xml));
  XmlScanner scanner(*source);
  XmlScanner::Token token;
  Mending mending;
  while (scanner.next(token)) mending.take(token);
  return mending.finish();
}

bool load_mended(const std::string& text, pugi::xml_document& document) {
  try {
    load_xml(text, document);
    return false;
  } catch (const ArticleError&) {
    load_xml(mend_xml(text), document);
    return true;
  }
}

}  // namespace chancery
