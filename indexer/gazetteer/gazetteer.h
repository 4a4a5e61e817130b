// SPDX-License-Identifier: GPL-2.0-or-later
/// The names that Chancery knows: countries, places, organisations, persons, and the words that
/// tell a name from other words.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/date.h"
#include "common/entity.h"
#include "common/string_map.h"
#include "indexer/gazetteer/gazetteer_table.h"
#include "indexer/gazetteer/name_variants.h"
#include "indexer/gazetteer/person_model.h"

namespace chancery {

enum class PlaceKind { none, capital, city, region, state, seat };

/// One entity of the gazetteer.
struct KnownEntity {
  EntityKind kind = EntityKind::person;
  std::string key;
  std::string name;
  std::vector<std::string> countries;  ///< codes: of a person, served; of others, where or whose
  std::vector<std::string> aliases;    ///< all other names
  std::vector<YearSpan> years;         ///< of a person or a former state; empty: always
  PlaceKind place = PlaceKind::none;
  std::string role;  ///< "foreign minister of Russia"; of an organisation its kind: "alliance"
  char sex = 'u';    ///< m, f or u
};

/// Whether two sexes, of which each may be unknown ('u'), cannot be one person's.
constexpr bool contradict(char one, char other) {
  return one != 'u' && other != 'u' && one != other;
}

/// How a phrase names an entity.
enum class NameUse { name, adjective, inhabitant, capital };

struct NameEntry {
  const KnownEntity* entity = nullptr;  ///< nullptr: a phrase to pass over ("Indian Ocean")
  NameUse use = NameUse::name;
  bool capitals_only = false;  ///< "US", "WHO": no name unless written so
  bool with_point = false;     ///< "Mass.", "Wash.": a name only behind a comma and with its point
};

/// What a word says about the capitalised words around it.
enum class WordClass : unsigned {
  function = 1,      ///< the, but, after: no part of a name at the start of a sentence
  calendar = 2,      ///< Monday, December
  saying = 4,        ///< said, told
  organisation = 8,  ///< Bank, Ministry, Inc
  particle = 16,     ///< bin, van, de
  suffix = 32,       ///< Jr, III
  feature = 64,      ///< River, Street, Airport
  common = 128,      ///< an ordinary word, if it stands small
  given_name = 256,
  surname = 512,  ///< of a person of the gazetteer, or on a list
  family_name_first =
      1024,       ///< the first word of a name where the family's stands first: Wang, Kim
  company = 2048  ///< Corp, Ltd
};

/// Several classes of one word, as bits.
using WordClasses = unsigned;

constexpr bool has_class(WordClasses classes, WordClass one) {
  return (classes & static_cast<unsigned>(one)) != 0;
}

/// What is known of one folded word.
struct KnownWord {
  WordClasses classes = 0;
  uint8_t longest_name = 0;  ///< the most words of any name that begins with it; 0: none does
  uint8_t longest_title = 0;
  bool goes_on_name = false;  ///< it stands behind the first word of a name
  bool goes_on_title = false;
};

class Gazetteer {
 public:
  Gazetteer() = default;
  Gazetteer(Gazetteer&&) = default;
  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;

  /// Adds what a table holds; which kind it is of, its columns tell. Throws Error "FILE:LINE: …"
  /// for a key there is already, an unknown country or class, years that are none.
  void add(const GazetteerTable& table);

  /// What the folded phrase (fold_phrase) names; nullptr where nothing.
  const std::vector<NameEntry>* find(std::string_view folded) const;

  /// All that is known of the word: the look-up that spares others. Valid as long as this.
  const KnownWord& word(std::string_view folded) const;
  WordClasses classes(std::string_view folded) const { return word(folded).classes; }

  /// Persons who may be called by this word, folded: the last one of a name, the first where the
  /// family's stands first.
  const std::vector<const KnownEntity*>* with_surname(const std::string& folded_word) const;

  /// Persons whose name or alias has this variant_key (name_variants.h).
  const std::vector<const KnownEntity*>* with_variant(const std::string& variant_key) const;

  /// 'm' or 'f' for a given name that tells; else 'u'.
  char sex_of_given_name(const std::string& folded_word) const;

  /// "office", "military", "courtesy" for a folded title; nullptr where it is none.
  const std::string* title(std::string_view folded) const;

  const Spellings& spellings() const { return spellings_; }

  /// Weights for telling persons' names, from person_model.tsv.
  const PersonModel& person_model() const { return person_model_; }

  /// The entity with that key, or with that name where only one has it; nullptr for none.
  const KnownEntity* entity(EntityKind kind, const std::string& key_or_name) const;

  /// Nullptr where the code is unknown.
  const KnownEntity* country(const std::string& code) const;

  /// Countries where lesser-known places of that name lie: "paris" -> US, CA; nullptr for none.
  const std::vector<std::string>* namesakes(const std::string& folded) const;

  /// By ISO 3166-1 alpha-2 or alpha-3 code, in any case; nullptr where it is unknown.
  const KnownEntity* country_coded(std::string code) const;

  /// The state that `code` was part of on that day: ("RU", 1987) -> "SU"; else `code` itself.
  const std::string& state_at(const std::string& code, const std::optional<Date>& date) const;

  /// All countries, for the index's list of names.
  std::vector<const KnownEntity*> countries() const;

 private:
  struct PartOf {
    std::string state;
    YearSpan years;
  };
  void add_countries(const GazetteerTable& table);
  void add_places(const GazetteerTable& table);
  void add_organisations(const GazetteerTable& table);
  void add_persons(const GazetteerTable& table, bool by_surname);
  void add_words(const GazetteerTable& table);
  std::string key_of_person(const std::string& name,
                            const std::vector<std::string>& countries) const;
  void add_name_evidence(const KnownEntity& person, bool by_surname);
  bool has_family_name_first(const KnownEntity& person, const std::string& first) const;
  std::string without_suffix(std::string folded) const;
  void add_class(const std::string& folded_word, WordClass word_class);
  void add_given_name(const std::string& folded_word, char sex);
  KnownEntity& new_entity(EntityKind kind, std::string key, const std::string& name);
  void add_name(const std::string& name, const KnownEntity* entity, NameUse use);
  void add_title(const std::string& folded, const std::string& kind);
  std::vector<std::string> checked_countries(const std::string& field) const;

  // unique_ptr: names point at entities.
  std::vector<std::unique_ptr<KnownEntity>> entities_;
  std::unordered_map<std::string, const KnownEntity*> by_key_;  // "person:sergey-lavrov"
  StringMap<std::vector<NameEntry>> names_;
  StringMap<KnownWord> words_;
  std::unordered_map<std::string, std::vector<const KnownEntity*>> surnames_;
  std::unordered_map<std::string, std::vector<const KnownEntity*>> variants_;
  std::unordered_map<std::string, char> given_names_;
  StringMap<std::string> titles_;
  std::unordered_map<std::string, std::vector<std::string>> namesakes_;
  PersonModel person_model_;
  Spellings spellings_;
  std::unordered_map<std::string, std::vector<PartOf>> part_of_;
  std::unordered_map<std::string, const KnownEntity*> by_alpha3_;
};

}  // namespace chancery
