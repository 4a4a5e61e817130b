// SPDX-License-Identifier: GPL-2.0-or-later
/// Who and what an article speaks of: the kinds of entity, and one of them found in an article.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

enum class EntityKind { person, country, organisation, place };

inline constexpr std::array entity_kinds = {EntityKind::person, EntityKind::country,
                                            EntityKind::organisation, EntityKind::place};

/// "person", "country", "organisation", "place": options, facets and JSON use these.
std::string_view name_of(EntityKind kind);

/// "persons", "countries", …: the keys of lists.
std::string_view plural_of(EntityKind kind);

/// An entity as one article mentions it.
struct Tag {
  EntityKind kind = EntityKind::person;
  std::string key;   ///< "sergey-lavrov", "RU", "united-nations", "moscow-ru"
  std::string name;  ///< "Sergey Lavrov", "Russia"
  /// Of a person, the full name as the article has it: "Sergei Lavrov"; else empty.
  std::string written;
  std::string country;  ///< of a place, where it lies: "RU"; else empty
  unsigned mentions = 0;
  /// The different forms that the text uses, as first met.
  std::vector<std::string> surfaces;
  /// Other names by which users may ask, the gazetteer's too.
  std::vector<std::string> aliases;
  bool known = false;      ///< in the gazetteer, not only recognised in the text
  bool focus = false;      ///< of a country: the article is about it
  bool by_editor = false;  ///< the article's editors gave it
};

}  // namespace chancery
