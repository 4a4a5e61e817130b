// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/field.h"

#include <algorithm>

#include "common/schema.h"

namespace chancery {
namespace {

struct FieldRow {
  std::string_view name;
  unsigned slot;
  size_t date_digits;
  std::string (*term)(std::string_view key);
  const char* value_name = nullptr;  // of filters
  const char* help = nullptr;
};

template <EntityKind kind>
std::string entity(std::string_view key) {
  return schema::entity_term(kind, key);
}

std::string date(std::string_view key, std::string (*term)(const Date&)) {
  const auto span = parse_date_span(key);
  return span ? term(span->first) : std::string();
}
std::string year(std::string_view key) { return date(key, schema::year_term); }
std::string month(std::string_view key) { return date(key, schema::month_term); }
std::string day(std::string_view key) { return date(key, schema::day_term); }

constexpr std::array<FieldRow, all_fields.size()> table = {{
    {"person", schema::person_slot, 0, entity<EntityKind::person>, "NAME",
     "who is mentioned: a name, an alias or a key"},
    {"country", schema::country_slot, 0, entity<EntityKind::country>, "CODE|NAME",
     "which country is mentioned: RU, Russia"},
    {"organisation", schema::organisation_slot, 0, entity<EntityKind::organisation>, "NAME",
     "which organisation"},
    {"place", schema::place_slot, 0, entity<EntityKind::place>, "NAME", "which place"},
    {"source", schema::source_slot, 0, schema::source_term, "NAME", "which agency or paper"},
    {"language", schema::language_slot, 0, schema::language_term, "CODE", "which language: en"},
    {"subject", schema::subject_slot, 0, schema::subject_term, "NAME",
     "which subject the editors gave"},
    {"year", schema::date_slot, 4, year},
    {"month", schema::date_slot, 6, month},
    {"day", schema::date_slot, 8, day},
}};

static_assert(std::all_of(filter_fields.begin(), filter_fields.end(), [](Field field) {
  return table[static_cast<size_t>(field)].help != nullptr;
}));

const FieldRow& row(Field field) { return table[static_cast<size_t>(field)]; }

}  // namespace

std::string_view name_of(Field field) { return row(field).name; }

std::optional<Field> field_named(std::string_view name) {
  for (const Field field : all_fields) {
    if (name_of(field) == name) return field;
  }
  return std::nullopt;
}

std::string term_of(Field field, std::string_view key) { return row(field).term(key); }
const char* value_name(Field field) { return row(field).value_name; }
const char* help_of(Field field) { return row(field).help; }
unsigned slot_of(Field field) { return row(field).slot; }
size_t date_digits(Field field) { return row(field).date_digits; }

}  // namespace chancery
