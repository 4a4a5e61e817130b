// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tag_list.h"

#include <algorithm>

namespace chancery {

Tag& TagList::count(const std::string& key, const std::string& surface) {
  auto at = std::find_if(tags_.begin(), tags_.end(), [&key](const Tag& tag) { return tag.key == key; });
  if (at == tags_.end()) {
    Tag tag;
    tag.kind = kind_;
    tag.key = key;
    tags_.push_back(std::move(tag));
    at = tags_.end() - 1;
  }
  ++at->mentions;
  if (std::find(at->surfaces.begin(), at->surfaces.end(), surface) == at->surfaces.end()) at->surfaces.push_back(surface);
  return *at;
}

std::string tidy_surface(const AnnotatedText& text, size_t first, size_t last) {
  std::string_view surface = text.surface(first, last);
  for (const std::string_view genitive : {"'s", "\u2019s", "'S", "\u2019S"}) {
    if (text.tokens[last - 1].genitive && surface.ends_with(genitive)) surface.remove_suffix(genitive.size());
  }
  std::string tidy;
  for (const char c : surface) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) tidy += c;
    if (space && !tidy.ends_with(' ')) tidy += ' ';
  }
  return tidy;
}

}  // namespace chancery
