// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/gazetteer/gazetteer.h"

#include "common/words.h"

namespace chancery {

const std::vector<NameEntry>* Gazetteer::find(std::string_view folded) const {
  const auto found = names_.find(folded);
  return found == names_.end() ? nullptr : &found->second;
}

const KnownWord& Gazetteer::word(std::string_view folded) const {
  static const KnownWord unknown;
  const auto found = words_.find(folded);
  return found == words_.end() ? unknown : found->second;
}

const std::vector<const KnownEntity*>* Gazetteer::with_surname(
    const std::string& folded_word) const {
  const auto found = surnames_.find(folded_word);
  return found == surnames_.end() ? nullptr : &found->second;
}

const std::vector<const KnownEntity*>* Gazetteer::with_variant(
    const std::string& variant_key) const {
  const auto found = variants_.find(variant_key);
  return found == variants_.end() ? nullptr : &found->second;
}

char Gazetteer::sex_of_given_name(const std::string& folded_word) const {
  const auto found = given_names_.find(folded_word);
  return found == given_names_.end() ? 'u' : found->second;
}

const std::string* Gazetteer::title(std::string_view folded) const {
  const auto found = titles_.find(folded);
  return found == titles_.end() ? nullptr : &found->second;
}

const KnownEntity* Gazetteer::entity(EntityKind kind, const std::string& key_or_name) const {
  const auto by_key = by_key_.find(std::string(name_of(kind)) + ":" + key_or_name);
  if (by_key != by_key_.end()) return by_key->second;
  const KnownEntity* named = nullptr;
  if (const auto* entries = find(fold_phrase(key_or_name))) {
    for (const NameEntry& entry : *entries) {
      if (entry.entity == nullptr || entry.entity->kind != kind) continue;
      if (named != nullptr) return nullptr;
      named = entry.entity;
    }
  }
  return named;
}

const KnownEntity* Gazetteer::country(const std::string& code) const {
  const auto found = by_key_.find("country:" + code);
  return found == by_key_.end() ? nullptr : found->second;
}

const std::vector<std::string>* Gazetteer::namesakes(const std::string& folded) const {
  const auto found = namesakes_.find(folded);
  return found == namesakes_.end() ? nullptr : &found->second;
}

const KnownEntity* Gazetteer::country_coded(std::string code) const {
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  }
  if (code.size() == 2) return country(code);
  const auto found = by_alpha3_.find(code);
  return found == by_alpha3_.end() ? nullptr : found->second;
}

const std::string& Gazetteer::state_at(const std::string& code,
                                       const std::optional<Date>& date) const {
  const auto found = part_of_.find(code);
  if (found != part_of_.end() && date) {
    for (const PartOf& part : found->second) {
      if (part.years.contains(date->year)) return part.state;
    }
  }
  return code;
}

std::vector<const KnownEntity*> Gazetteer::countries() const {
  std::vector<const KnownEntity*> all;
  for (const auto& entity : entities_) {
    if (entity->kind == EntityKind::country) all.push_back(entity.get());
  }
  return all;
}

}  // namespace chancery
