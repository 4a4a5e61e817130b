// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/name_writer.h"

#include <algorithm>

#include "common/fold.h"
#include "common/schema.h"
#include "common/words.h"

namespace chancery {

NameWriter::NameWriter(Xapian::WritableDatabase& database, const Gazetteer& gazetteer)
    : database_(database), gazetteer_(gazetteer) {
  // All countries, so that the searcher knows a country of which there is no article.
  for (const KnownEntity* country : gazetteer.countries()) {
    note(name_of(EntityKind::country), country->key, country->name)
        .aliases.insert(country->aliases.begin(), country->aliases.end());
    if (!country->years.empty()) former_states_.insert(country->key);
  }
}

NameWriter::Names& NameWriter::note(std::string_view kind, const std::string& key,
                                    const std::string& name) {
  Names& names = names_[{std::string(kind), key}];
  if (names.name.empty()) names.name = name;
  names.aliases.insert(name);
  return names;
}

NameWriter::Names& NameWriter::note(const Tag& tag) {
  Names& names = note(name_of(tag.kind), tag.key, tag.name);
  names.aliases.insert(tag.aliases.begin(), tag.aliases.end());
  return names;
}

// What spoke of a country is a name of it: "Kremlin" of Russia, "Russia" of the Soviet Union. But
// "Paris, Texas" does not make Paris a name of the United States.
void NameWriter::note_country(const Tag& tag) {
  Names& names = note(tag);
  for (const std::string& surface : tag.surfaces) {
    if (former_states_.contains(tag.key) || !is_anothers_name(tag, surface))
      names.aliases.insert(surface);
  }
}

// By the gazetteer's first reading of the name, so that neither the order of the articles nor the
// shard that they are in has a say.
bool NameWriter::is_anothers_name(const Tag& country, const std::string& surface) {
  const auto [known, is_new] = country_names_.try_emplace({country.key, surface}, false);
  if (!is_new) return known->second;
  const std::vector<NameEntry>* readings = gazetteer_.find(fold_phrase(surface));
  if (readings == nullptr) return false;
  for (const NameEntry& reading : *readings) {
    const KnownEntity* entity = reading.entity;
    if (entity == nullptr || entity->kind == EntityKind::person) continue;
    const std::vector<std::string>& where = entity->countries;
    const bool is_own = entity->kind == EntityKind::country
                            ? entity->key == country.key
                            : std::find(where.begin(), where.end(), country.key) != where.end();
    return known->second = !is_own;
  }
  return false;
}

void NameWriter::add(const Article& article, const Tags& tags) {
  for (const auto* list : {&tags.organisations, &tags.places}) {
    for (const Tag& tag : *list) note(tag);
  }
  for (const Tag& tag : tags.countries) note_country(tag);
  for (const Tag& tag : tags.persons) {
    Names& names = note(tag);
    names.aliases.insert(tag.name.substr(tag.name.rfind(' ') + 1));  // the surname
    names.aliases.insert(tag.surfaces.begin(), tag.surfaces.end());
    if (tag.known) continue;
    persons_.insert(tag.key);
    if (forms_ && !schema::form_term(tag.key, tag.name).empty()) ++(*forms_)[tag.key][tag.name];
  }
  if (const std::string key = make_key(article.source); !key.empty())
    note("source", key, article.source);
  for (const std::string& subject : article.subjects) {
    if (const std::string key = make_key(subject); !key.empty()) note("subject", key, subject);
  }
}

void NameWriter::remove(const Xapian::Document& document) {
  const std::string prefix = schema::form_prefix("").substr(0, 2);
  auto at = document.termlist_begin();
  for (at.skip_to(prefix); at != document.termlist_end() && (*at).starts_with(prefix); ++at) {
    persons_.emplace(schema::person_of_form_term(*at));
  }
}

void NameWriter::count_forms_here(bool here) {
  if (here) {
    forms_.emplace();
  } else {
    forms_.reset();
  }
}

// Names the person by the form that most articles have by now.
void NameWriter::count_forms(const std::string& person, NameRecord& record) {
  const std::string prefix = schema::form_prefix(person);
  const std::string before = record.name;
  record.forms.clear();
  if (forms_) {
    for (const auto& [form, articles] : (*forms_)[person]) count_form(record, form, articles);
  } else {
    for (auto at = database_.allterms_begin(prefix); at != database_.allterms_end(prefix); ++at) {
      count_form(record, (*at).substr(prefix.size()), at.get_termfreq());
    }
  }
  if (record.name != before && !before.empty()) record.aliases.push_back(before);
}

void NameWriter::write() {
  const std::string person(name_of(EntityKind::person));
  for (const std::string& key : persons_) names_[{person, key}];
  for (auto& [kind_and_key, names] : names_) {
    const auto& [kind, key] = kind_and_key;
    const std::string name_key = schema::name_key(kind, key);
    const std::string before = database_.get_metadata(name_key);
    NameRecord record = unpack_name_record(before);
    if (record.name.empty()) record.name = names.name;
    if (kind == person && persons_.contains(key)) count_forms(key, record);
    for (const std::string& alias : names.aliases) {
      if (std::find(record.aliases.begin(), record.aliases.end(), alias) != record.aliases.end())
        continue;
      if (alias != record.name || !before.empty()) record.aliases.push_back(alias);
      add_alias(kind, key, alias);
    }
    std::erase(record.aliases, record.name);
    std::sort(record.aliases.begin(), record.aliases.end());
    const std::string after = pack(record);
    if (after != before) database_.set_metadata(name_key, after);
  }
  names_.clear();
  persons_.clear();
}

void NameWriter::add_alias(const std::string& kind, const std::string& key,
                           const std::string& alias) {
  const std::string folded = fold_phrase(alias);
  if (folded.empty()) return;
  const std::string alias_key = schema::alias_key(kind, folded);
  std::vector<std::string> keys = schema::unpack_list(database_.get_metadata(alias_key));
  if (std::find(keys.begin(), keys.end(), key) != keys.end()) return;
  keys.push_back(key);
  database_.set_metadata(alias_key, schema::pack_list(keys));
}

}  // namespace chancery
