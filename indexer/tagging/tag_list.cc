// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/tag_list.h"

#include <algorithm>

#include "common/words.h"

namespace chancery {

void add_surface(std::vector<std::string>& surfaces, const std::string& surface) {
  if (std::find(surfaces.begin(), surfaces.end(), surface) == surfaces.end())
    surfaces.push_back(surface);
}

Tag tag_of(const KnownEntity& entity, const Gazetteer& gazetteer, const std::optional<Date>& date) {
  Tag tag;
  tag.kind = entity.kind;
  tag.key = entity.key;
  tag.name = entity.name;
  tag.aliases = entity.aliases;
  tag.known = true;
  if (entity.kind == EntityKind::place && entity.countries.size() == 1)
    tag.country = gazetteer.state_at(entity.countries.front(), date);
  return tag;
}

Tag& TagList::count(const std::string& key, const std::string& surface) {
  auto at =
      std::find_if(tags_.begin(), tags_.end(), [&key](const Tag& tag) { return tag.key == key; });
  if (at == tags_.end()) {
    Tag tag;
    tag.kind = kind_;
    tag.key = key;
    tags_.push_back(std::move(tag));
    at = tags_.end() - 1;
  }
  ++at->mentions;
  add_surface(at->surfaces, surface);
  return *at;
}

std::string tidy_surface(const AnnotatedText& text, size_t first, size_t last) {
  std::string_view surface = text.surface(first, last);
  if (text.tokens[last - 1].genitive) surface.remove_suffix(genitive_size(surface));
  std::string tidy;
  for (const char c : surface) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) tidy += c;
    if (space && !tidy.ends_with(' ')) tidy += ' ';
  }
  return tidy;
}

}  // namespace chancery
