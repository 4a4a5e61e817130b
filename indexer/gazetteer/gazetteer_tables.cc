// SPDX-License-Identifier: GPL-2.0-or-later
/// What each table adds to the gazetteer.
#include "indexer/gazetteer/gazetteer.h"

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/fold.h"
#include "common/words.h"

namespace chancery {
namespace {

std::string join(const std::vector<std::string>& columns) {
  std::string joined;
  for (const std::string& column : columns) joined += (joined.empty() ? "" : "\t") + column;
  return joined;
}

std::string first_word(const std::string& folded) { return folded.substr(0, folded.find(' ')); }

std::vector<const std::string*> all_names(const KnownEntity& entity) {
  std::vector<const std::string*> names = {&entity.name};
  for (const std::string& alias : entity.aliases) names.push_back(&alias);
  return names;
}

void note(std::vector<const KnownEntity*>& persons, const KnownEntity& person) {
  if (std::find(persons.begin(), persons.end(), &person) == persons.end())
    persons.push_back(&person);
}

std::string last_word(const std::string& folded) { return folded.substr(folded.rfind(' ') + 1); }

uint8_t count_words(const std::string& folded) {
  return static_cast<uint8_t>(1 + std::count(folded.begin(), folded.end(), ' '));
}

std::vector<std::string> words_behind_first(const std::string& folded) {
  std::vector<std::string> words;
  for (size_t space = folded.find(' '); space != std::string::npos;) {
    const size_t next = folded.find(' ', space + 1);
    words.push_back(folded.substr(space + 1, next - space - 1));
    space = next;
  }
  return words;
}

constexpr std::array<std::string_view, 6> family_name_first_countries = {"CN", "KR", "KP",
                                                                         "VN", "VD", "KH"};
constexpr std::array<std::string_view, 4> either_name_first_countries = {"TW", "HK", "MO", "SG"};

// "US", "U.N.", "WHO": letters, two or more, none of them small.
bool is_written_in_capitals(const std::string& name) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::count_if(name.begin(), name.end(), is_upper) >= 2 &&
         std::none_of(name.begin(), name.end(), is_lower);
}

constexpr std::array<std::string_view, 3> title_kinds = {"office", "military", "courtesy"};
constexpr std::array<std::string_view, 12> organisation_kinds = {
    "alliance", "bank",     "company",  "court", "government", "international",
    "media",    "military", "movement", "ngo",   "party",      "university"};

template <class Kinds>
const std::string& checked(const std::string& kind, const Kinds& kinds) {
  if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return kind;
  std::string all;
  for (const std::string_view one : kinds) all.append(all.empty() ? "" : ", ").append(one);
  throw Error("the kind '" + kind + "' is none of " + all);
}

PlaceKind parse_place_kind(const std::string& text) {
  if (text == "city") return PlaceKind::city;
  if (text == "region") return PlaceKind::region;
  if (text == "state") return PlaceKind::state;
  if (text == "seat") return PlaceKind::seat;
  throw Error("the kind '" + text + "' is none of city, region, state, seat");
}

WordClass parse_word_class(const std::string& text) {
  constexpr std::array<std::pair<std::string_view, WordClass>, 8> classes = {
      {{"function", WordClass::function},
       {"calendar", WordClass::calendar},
       {"saying", WordClass::saying},
       {"organisation", WordClass::organisation},
       {"particle", WordClass::particle},
       {"suffix", WordClass::suffix},
       {"feature", WordClass::feature},
       {"company", WordClass::company}}};
  for (const auto& [name, word_class] : classes) {
    if (name == text) return word_class;
  }
  throw Error("the class '" + text + "' is unknown");
}

char parse_sex(const std::string& text) {
  if (text != "m" && text != "f" && text != "u")
    throw Error("the sex '" + text + "' is not m, f or u");
  return text[0];
}

// Calls `read` with the fields of each row; what it throws is given the row's place.
template <class Read>
void for_each_row(const GazetteerTable& table, const Read& read) {
  for (const GazetteerRow& row : table.rows) {
    try {
      read(row.fields);
    } catch (const Error& error) {
      throw Error(table.file + ":" + std::to_string(row.line) + ": " + error.what());
    }
  }
}

}  // namespace

void Gazetteer::add(const GazetteerTable& table) {
  const std::string columns = join(table.columns);
  if (columns == "code\talpha3\tname\tyears\tpart_of\tadjectives\tinhabitants\tcapitals\taliases") {
    add_countries(table);
  } else if (columns == "name\tcountry\tkind\taliases") {
    add_places(table);
  } else if (columns == "name\tkind\tcountry\taliases") {
    add_organisations(table);
  } else if (columns == "name\tcountry\tyears\trole\taliases\tsex") {
    add_persons(table, true);
  } else if (columns == "name\tcountry\tyears\tfame\taliases\tsex") {
    add_persons(table, false);
  } else {
    add_words(table);
  }
}

KnownEntity& Gazetteer::new_entity(EntityKind kind, std::string key, const std::string& name) {
  auto entity = std::make_unique<KnownEntity>();
  entity->kind = kind;
  entity->key = std::move(key);
  entity->name = name;
  if (entity->key.empty()) throw Error("'" + name + "' has no letters");
  const auto [at, is_new] =
      by_key_.emplace(std::string(name_of(kind)) + ":" + entity->key, entity.get());
  if (!is_new) throw Error("the key '" + entity->key + "' is there already");
  entities_.push_back(std::move(entity));
  return *entities_.back();
}

void Gazetteer::add_name(const std::string& name, const KnownEntity* entity, NameUse use) {
  const std::string folded = fold_phrase(name);
  if (folded.empty()) throw Error("the name '" + name + "' has no letters");
  uint8_t& longest = words_[first_word(folded)].longest_name;
  longest = std::max(longest, count_words(folded));
  for (const std::string& word : words_behind_first(folded)) words_[word].goes_on_name = true;
  std::vector<NameEntry>& entries = names_[folded];
  const bool capitals = is_written_in_capitals(name);
  const bool point = name.ends_with('.') && name.find('.') == name.size() - 1;
  for (NameEntry& entry : entries) {
    if (entry.entity != entity) continue;
    entry.capitals_only = entry.capitals_only && capitals;
    entry.with_point = entry.with_point && point;
    return;
  }
  entries.push_back({entity, use, capitals, point});
}

std::vector<std::string> Gazetteer::checked_countries(const std::string& field) const {
  std::vector<std::string> codes = split_list(field);
  for (const std::string& code : codes) {
    if (country(code) == nullptr) throw Error("the country code '" + code + "' is unknown");
  }
  return codes;
}

void Gazetteer::add_countries(const GazetteerTable& table) {
  for_each_row(table, [this](const std::vector<std::string>& fields) {
    const std::string& code = fields[0];
    if (code.size() != 2 || code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z') {
      throw Error("the country code '" + code + "' is not two capital letters");
    }
    KnownEntity& country = new_entity(EntityKind::country, code, fields[2]);
    country.countries = {code};
    if (!by_alpha3_.emplace(fields[1], &country).second)
      throw Error("the code '" + fields[1] + "' is there already");
    country.years = parse_year_spans(fields[3]);
    for (const std::string& part : split_list(fields[4])) {
      if (part.size() < 4 || part[2] != ' ') throw Error("'" + part + "' is no code and years");
      part_of_[code].push_back({part.substr(0, 2), parse_year_spans(part.substr(3)).front()});
    }
    const auto add_all = [&](const std::string& field, NameUse use) {
      for (const std::string& name : split_list(field)) {
        if (use != NameUse::capital) country.aliases.push_back(name);
        if (use != NameUse::capital) add_name(name, &country, use);
      }
    };
    add_name(country.name, &country, NameUse::name);
    add_all(fields[8], NameUse::name);
    add_all(fields[5], NameUse::adjective);
    add_all(fields[6], NameUse::inhabitant);
    for (const std::string& capital : split_list(fields[7])) {
      KnownEntity& place =
          new_entity(EntityKind::place, make_key(capital) + "-" + fold(code), capital);
      place.countries = {code};
      place.place = PlaceKind::capital;
      add_name(capital, &place, NameUse::capital);
    }
  });
  for (const auto& [code, parts] : part_of_) {
    for (const PartOf& part : parts) {
      if (country(part.state) == nullptr) {
        throw Error(table.file + ": " + code + " was part of '" + part.state +
                    "', which is unknown");
      }
    }
  }
}

void Gazetteer::add_places(const GazetteerTable& table) {
  for_each_row(table, [this](const std::vector<std::string>& fields) {
    const std::string& name = fields[0];
    const std::vector<std::string> countries = checked_countries(fields[1]);
    const std::string suffix = countries.size() == 1 ? "-" + fold(countries.front()) : "";
    const PlaceKind kind = parse_place_kind(fields[2]);
    const std::string state = kind == PlaceKind::state ? "-state" : "";
    KnownEntity& place = new_entity(EntityKind::place, make_key(name) + state + suffix, name);
    place.countries = countries;
    place.place = kind;
    place.aliases = split_list(fields[3]);
    add_name(name, &place, NameUse::name);
    for (const std::string& alias : place.aliases) add_name(alias, &place, NameUse::name);
  });
}

void Gazetteer::add_organisations(const GazetteerTable& table) {
  for_each_row(table, [this](const std::vector<std::string>& fields) {
    KnownEntity& organisation =
        new_entity(EntityKind::organisation, make_key(fields[0]), fields[0]);
    organisation.role = checked(fields[1], organisation_kinds);
    organisation.countries = checked_countries(fields[2]);
    organisation.aliases = split_list(fields[3]);
    add_name(organisation.name, &organisation, NameUse::name);
    for (const std::string& alias : organisation.aliases)
      add_name(alias, &organisation, NameUse::name);
  });
}

// Those whom news names in passing (Lincoln, Elton John) it names in full: their surname alone
// means another.
void Gazetteer::add_persons(const GazetteerTable& table, bool by_surname) {
  for_each_row(table, [this, by_surname](const std::vector<std::string>& fields) {
    std::vector<std::string> countries = checked_countries(fields[1]);
    KnownEntity& person =
        new_entity(EntityKind::person, key_of_person(fields[0], countries), fields[0]);
    person.countries = std::move(countries);
    person.years = parse_year_spans(fields[2]);
    person.role = fields[3];
    person.aliases = split_list(fields[4]);
    person.sex = parse_sex(fields[5]);
    add_name(person.name, &person, NameUse::name);
    for (const std::string& alias : person.aliases) add_name(alias, &person, NameUse::name);
    add_name_evidence(person, by_surname);
  });
}

// Two persons of one name are told apart by their country: "george-wallace", "george-wallace-lr".
std::string Gazetteer::key_of_person(const std::string& name,
                                     const std::vector<std::string>& countries) const {
  const std::string key = make_key(name);
  const auto other = by_key_.find("person:" + key);
  if (other == by_key_.end() || countries.empty() || other->second->countries.empty() ||
      other->second->countries.front() == countries.front()) {
    return key;
  }
  return key + "-" + fold(countries.front());
}

// What the names of persons say of others' names.
void Gazetteer::add_name_evidence(const KnownEntity& person, bool by_surname) {
  const std::string folded = without_suffix(fold_phrase(person.name));
  for (const std::string* name : all_names(person)) {
    const std::string words = fold_phrase(*name);
    const std::string bare = without_suffix(words);
    const bool regnal = words != bare && count_words(bare) == 1;  // "Elizabeth II"
    if (regnal || (count_words(bare) == 1 && name != &person.name)) continue;
    if (by_surname) note(surnames_[last_word(bare)], person);
    note(variants_[variant_key(name_words(*name), spellings_)], person);
  }
  if (count_words(folded) == 1) return;
  const bool family_first = has_family_name_first(person, first_word(folded));
  if (family_first && by_surname) note(surnames_[first_word(folded)], person);
  add_class(first_word(folded),
            family_first ? WordClass::family_name_first : WordClass::given_name);
  add_class(last_word(folded), family_first ? WordClass::given_name : WordClass::surname);
}

// In Taiwan, Hong Kong and Singapore a given name of the West stands first all the same.
bool Gazetteer::has_family_name_first(const KnownEntity& person, const std::string& first) const {
  if (person.countries.empty()) return false;
  const std::string& country = person.countries.front();
  const auto is_one_of = [&country](const auto& codes) {
    return std::find(codes.begin(), codes.end(), country) != codes.end();
  };
  if (is_one_of(family_name_first_countries)) return true;
  const WordClasses known = classes(first);
  return is_one_of(either_name_first_countries) &&
         (has_class(known, WordClass::family_name_first) ||
          !has_class(known, WordClass::given_name));
}

// "elizabeth ii" -> "elizabeth": numerals and Jr are nobody's surname.
std::string Gazetteer::without_suffix(std::string folded) const {
  const bool suffix =
      count_words(folded) > 1 && has_class(classes(last_word(folded)), WordClass::suffix);
  return suffix ? folded.substr(0, folded.rfind(' ')) : folded;
}

// The tables of one word or phrase and what it is.
void Gazetteer::add_words(const GazetteerTable& table) {
  const std::string columns = join(table.columns);
  for_each_row(table, [this, &columns](const std::vector<std::string>& fields) {
    const std::string folded = fold_phrase(fields[0]);
    if (columns == "name\tsex") {
      add_given_name(folded, parse_sex(fields[1]));
    } else if (columns == "surname") {
      add_class(folded, WordClass::surname);
    } else if (columns == "common word") {
      add_class(folded, WordClass::common);
    } else if (columns == "title\tkind") {
      add_title(folded, checked(fields[1], title_kinds));
    } else if (columns == "word\tclass") {
      for (const std::string& word_class : split_list(fields[1]))
        add_class(folded, parse_word_class(word_class));
    } else if (columns == "phrase\treason") {
      add_name(fields[0], nullptr, NameUse::name);
    } else if (columns == "name\telsewhere") {
      if (!namesakes_.emplace(folded, checked_countries(fields[1])).second) {
        throw Error("the name '" + fields[0] + "' is there already");
      }
    } else if (columns == "spellings") {
      spellings_.add(split_list(fields[0]));
    } else if (columns == "feature\tweight") {
      person_model_.set_weight(fields[0], fields[1]);
    } else {
      throw Error("its columns are of no known table; see CONTRIBUTING.md");
    }
  });
}

void Gazetteer::add_title(const std::string& folded, const std::string& kind) {
  titles_[folded] = kind;
  uint8_t& longest = words_[first_word(folded)].longest_title;
  longest = std::max(longest, count_words(folded));
  for (const std::string& word : words_behind_first(folded)) words_[word].goes_on_title = true;
}

void Gazetteer::add_class(const std::string& folded_word, WordClass word_class) {
  words_[folded_word].classes |= static_cast<WordClasses>(word_class);
}

void Gazetteer::add_given_name(const std::string& folded_word, char sex) {
  add_class(folded_word, WordClass::given_name);
  const auto [at, is_new] = given_names_.emplace(folded_word, sex);
  if (!is_new && at->second != sex) at->second = 'u';
}

}  // namespace chancery
