// SPDX-License-Identifier: GPL-2.0-or-later
/// What an article can be filtered by and counted over: a new facet is one line in the table of
/// field.cc, and a name in the lists here. Options, `FIELD:value` in queries and --facets follow.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// Those with names of their own can be filtered by; all can be counted.
enum class Field {
  person,
  country,
  organisation,
  place,
  source,
  language,
  subject,
  year,
  month,
  day
};

inline constexpr std::array all_fields = {
    Field::person,   Field::country, Field::organisation, Field::place, Field::source,
    Field::language, Field::subject, Field::year,         Field::month, Field::day};

inline constexpr std::array filter_fields = {Field::person, Field::country, Field::organisation,
                                             Field::place,  Field::source,  Field::language,
                                             Field::subject};

std::string_view name_of(Field field);

/// Of a filter, for the help: what the option takes ("CODE|NAME"), and what it means.
const char* value_name(Field field);
const char* help_of(Field field);

/// The field of that name; nothing where there is none.
std::optional<Field> field_named(std::string_view name);

/// The term that all articles with that key carry; of year, month and day the key is as facets show
/// it: "2018-12".
std::string term_of(Field field, std::string_view key);

/// The value slot to count from.
unsigned slot_of(Field field);

/// How many digits of the date's slot make the key: 4 for year, 6 for month, 8 for day, 0 for other
/// fields.
size_t date_digits(Field field);

}  // namespace chancery
