// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/tagged_text.h"

#include <algorithm>

#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"

namespace chancery::web {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool stands_alone(const std::string& text, size_t begin, size_t end) {
  return (begin == 0 || !is_letter(text[begin - 1])) &&
         (end == text.size() || !is_letter(text[end]));
}

// For each byte of the text, the tag whose name it belongs to.
std::vector<const Tag*> owners(const std::string& text, const std::vector<Tag>& tags) {
  std::vector<std::pair<std::string_view, const Tag*>> names;
  for (const Tag& tag : tags) {
    for (const std::string& surface : tag.surfaces) {
      if (!surface.empty()) names.emplace_back(surface, &tag);
    }
  }
  // A capital or a ministry names its country as well: the country is not what is written.
  const auto rank = [](const auto& named) {
    return std::pair(named.first.size(), named.second->kind != EntityKind::country);
  };
  std::stable_sort(names.begin(), names.end(),
                   [&](const auto& a, const auto& b) { return rank(a) > rank(b); });
  std::vector<const Tag*> owner(text.size(), nullptr);
  for (const auto& [name, tag] : names) {
    for (size_t at = text.find(name); at != std::string::npos;
         at = text.find(name, at + name.size())) {
      const auto begin = owner.begin() + static_cast<std::ptrdiff_t>(at);
      const auto end = begin + static_cast<std::ptrdiff_t>(name.size());
      if (!stands_alone(text, at, at + name.size())) continue;
      if (std::all_of(begin, end, [](const Tag* other) { return other == nullptr; }))
        std::fill(begin, end, tag);
    }
  }
  return owner;
}

std::string opening(const Tag& tag) {
  const std::string kind(name_of(tag.kind));
  return "<a class=\"tag " + kind + "\" href=\"" +
         escaped(search_path(Parameters().with(kind, tag.key))) + "\" title=\"" +
         escaped(kind + ": " + tag.name) + "\">";
}

}  // namespace

std::string tagged_text(const std::vector<Fragment>& fragments, const std::vector<Tag>& tags) {
  std::string text;
  std::vector<bool> matches;
  for (const Fragment& fragment : fragments) {
    text += fragment.text;
    matches.insert(matches.end(), fragment.text.size(), fragment.match);
  }
  const std::vector<const Tag*> owner = owners(text, tags);
  std::string html = "<p>";
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      if (!html.ends_with("<p>")) html += "</p>\n<p>";
      ++at;
      continue;
    }
    // One link for a name, though only a part of it was asked for.
    const Tag* const tag = owner[at];
    if (tag != nullptr) html += opening(*tag);
    while (at < text.size() && text[at] != '\n' && owner[at] == tag) {
      size_t end = at + 1;
      while (end < text.size() && text[end] != '\n' && owner[end] == tag &&
             matches[end] == matches[at])
        ++end;
      const std::string piece = escaped(text.substr(at, end - at));
      html += matches[at] ? "<mark>" + piece + "</mark>" : piece;
      at = end;
    }
    if (tag != nullptr) html += "</a>";
  }
  return html + "</p>\n";
}

}  // namespace chancery::web
