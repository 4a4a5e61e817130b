// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/editor_tags.h"

#include <algorithm>

#include "common/fold.h"
#include "common/words.h"
#include "indexer/gazetteer/name_variants.h"
#include "indexer/tagging/tag_list.h"

namespace chancery {
namespace {

const KnownEntity* known(const EditorTag& given, const Gazetteer& gazetteer,
                         const std::optional<Date>& date) {
  if (given.kind != EntityKind::country)
    return gazetteer.entity(given.kind, in_usual_order(given.name));
  const KnownEntity* country = given.code.empty() ? nullptr : gazetteer.country_coded(given.code);
  if (country == nullptr) country = gazetteer.entity(EntityKind::country, given.name);
  return country == nullptr ? nullptr : gazetteer.country(gazetteer.state_at(country->key, date));
}

// The tag for what the editors name, without mentions.
Tag to_tag(const EditorTag& given, const Gazetteer& gazetteer, const std::optional<Date>& date) {
  if (const KnownEntity* entity = known(given, gazetteer, date))
    return tag_of(*entity, gazetteer, date);
  Tag tag;
  tag.kind = given.kind;
  if (given.kind != EntityKind::country) {
    tag.name = given.kind == EntityKind::person ? in_usual_order(given.name) : given.name;
    tag.key = given.kind == EntityKind::person
                  ? key_of_unlisted(name_words(tag.name), gazetteer.spellings())
                  : make_key(tag.name);
  }
  return tag;
}

bool is_same(const Tag& found, const Tag& given, const Gazetteer& gazetteer) {
  if (found.key == given.key) return true;
  if (given.kind != EntityKind::person) return fold_phrase(found.name) == fold_phrase(given.name);
  const auto words = name_words(given.name);
  return are_variants(name_words(found.name), words, gazetteer.spellings()) ||
         (!found.written.empty() &&
          are_variants(name_words(found.written), words, gazetteer.spellings()));
}

// The person found whose surname is all that the editors give ("Yeutter"), if it is one alone.
Tag* sole_bearer(std::vector<Tag>& persons, const std::string& surname) {
  Tag* bearer = nullptr;
  const std::string folded = fold_phrase(surname);
  if (folded.empty() || folded.find(' ') != std::string::npos) return nullptr;
  for (Tag& person : persons) {
    const std::string name = fold_phrase(person.name);
    if (name.substr(name.rfind(' ') + 1) != folded) continue;
    if (bearer != nullptr) return nullptr;
    bearer = &person;
  }
  return bearer;
}

}  // namespace

void add_editor_tags(const Article& article, const Gazetteer& gazetteer, Tags& tags) {
  for (const EditorTag& given : article.editor_tags) {
    Tag tag = to_tag(given, gazetteer, article.date);
    if (tag.key.empty()) continue;
    std::vector<Tag>& list = tags.of(given.kind);
    const auto found = std::find_if(
        list.begin(), list.end(), [&](const Tag& other) { return is_same(other, tag, gazetteer); });
    if (found != list.end()) {
      found->by_editor = true;
    } else if (Tag* bearer =
                   given.kind == EntityKind::person ? sole_bearer(list, given.name) : nullptr) {
      bearer->by_editor = true;
    } else {
      tag.mentions = 1;
      tag.by_editor = true;
      list.push_back(std::move(tag));
    }
  }
  for (auto* list : {&tags.persons, &tags.countries, &tags.organisations, &tags.places}) {
    std::stable_partition(list->begin(), list->end(), [](const Tag& tag) { return tag.by_editor; });
  }
}

}  // namespace chancery
