// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_entities.h"

#include <algorithm>

#include "common/utf8.h"
#include "corpus/html/html_text.h"

namespace chancery {
namespace {

constexpr size_t longest_name = 64;
constexpr size_t longest_value = 200;
constexpr size_t most_declared = 1000;

bool is_xml_entity(std::string_view name) {
  return name == "lt" || name == "gt" || name == "amp" || name == "quot" || name == "apos";
}

}  // namespace

// <!ENTITY name "value">
void XmlEntities::declare(std::string_view doctype) {
  constexpr std::string_view opening = "<!ENTITY";
  constexpr std::string_view space = " \t\r\n";
  for (size_t at = doctype.find(opening);
       at != std::string_view::npos && declared_.size() < most_declared;
       at = doctype.find(opening, at + 1)) {
    const size_t name = doctype.find_first_not_of(space, at + opening.size());
    if (name == std::string_view::npos) return;
    const size_t length = doctype.substr(name, longest_name).find_first_of(space);
    if (length == std::string_view::npos) continue;
    const size_t open = doctype.find_first_not_of(space, name + length);
    if (open == std::string_view::npos || (doctype[open] != '"' && doctype[open] != '\'')) continue;
    const size_t close = doctype.find(doctype[open], open + 1);
    if (close == std::string_view::npos) return;
    const std::string_view value = doctype.substr(open + 1, close - open - 1);
    if (value.size() > longest_value || value.find_first_of("<&") != std::string_view::npos)
      continue;
    declared_.emplace(doctype.substr(name, length), value);
  }
}

std::string XmlEntities::resolve(std::string_view xml) const {
  constexpr std::string_view cdata = "<![CDATA[";
  std::string resolved;
  resolved.reserve(xml.size());
  for (size_t at = 0; at < xml.size();) {
    const size_t next = std::min(xml.find_first_of("&<", at), xml.size());
    resolved += xml.substr(at, next - at);
    at = next;
    if (at == xml.size()) break;
    if (xml[at] == '<') {
      const bool is_cdata = xml.substr(at, cdata.size()) == cdata;
      const size_t end = is_cdata ? std::min(xml.find("]]>", at), xml.size()) : at + 1;
      resolved += xml.substr(at, end - at);
      at = end;
      continue;
    }
    const size_t semicolon = xml.substr(at, longest_name).find_first_of("; \t\n<&", 1);
    const bool named = semicolon != std::string_view::npos && xml[at + semicolon] == ';';
    const std::string_view name = named ? xml.substr(at + 1, semicolon - 1) : std::string_view();
    const auto found = declared_.find(name);
    const char32_t character =
        found == declared_.end() && !is_xml_entity(name) ? html_entity(name) : U'\0';
    if (found != declared_.end()) {
      resolved += found->second;
    } else if (character != U'\0') {
      append_utf8(resolved, character);
    } else {
      resolved += '&';
      ++at;
      continue;
    }
    at += semicolon + 1;
  }
  return resolved;
}

}  // namespace chancery
