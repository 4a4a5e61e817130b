// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema.h"

#include <cstdint>
#include <cstdio>

#include "common/packed.h"

namespace chancery::schema {
namespace {

constexpr size_t longest_key = 200;

std::string with_prefix(std::string_view prefix, std::string_view text) {
  std::string term(prefix);
  if (text.size() <= longest_key) return term.append(text);
  return term.append(text.substr(0, longest_key)).append(stable_hash(text));
}

Date day_after(Date date) {
  if (++date.day <= days_in_month(date.year, date.month)) return date;
  date.day = 1;
  if (++date.month <= 12) return date;
  return {date.year + 1, 1, 1};
}

}  // namespace

unsigned slot_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::person: return person_slot;
    case EntityKind::country: return country_slot;
    case EntityKind::organisation: return organisation_slot;
    case EntityKind::place: return place_slot;
  }
  return person_slot;
}

std::string id_term(std::string_view id) { return with_prefix(id_prefix, id); }
std::string title_term(std::string_view term) { return with_prefix("S", term); }

std::string entity_term(EntityKind kind, std::string_view key) {
  switch (kind) {
    case EntityKind::person: return with_prefix("XP", key);
    case EntityKind::country: return with_prefix("N", key);
    case EntityKind::organisation: return with_prefix("XO", key);
    case EntityKind::place: return with_prefix("XL", key);
  }
  return {};
}

std::string source_term(std::string_view key) { return with_prefix("XS", key); }
std::string language_term(std::string_view language) {
  return with_prefix(language_prefix, language);
}
std::string subject_term(std::string_view key) { return with_prefix("K", key); }
std::string fingerprint_term(std::string_view band) { return with_prefix("XD", band); }
std::string file_term(std::string_view path) { return with_prefix(file_prefix, stable_hash(path)); }
std::string form_prefix(std::string_view person) {
  return std::string("XN").append(person).append("=");
}
std::string form_term(std::string_view person, std::string_view name) {
  constexpr size_t longest_term = 245;
  const std::string term = form_prefix(person).append(name);
  return term.size() <= longest_term ? term : std::string();
}
std::string year_term(const Date& date) { return "Y" + to_digits(date).substr(0, 4); }
std::string month_term(const Date& date) { return "M" + to_digits(date).substr(0, 6); }
std::string day_term(const Date& date) { return "D" + to_digits(date); }

std::string_view person_of_form_term(std::string_view term) {
  const size_t end = term.find('=');
  return term.starts_with("XN") && end != std::string_view::npos ? term.substr(2, end - 2)
                                                                 : std::string_view();
}

std::string order_value(const std::optional<Date>& date, std::string_view id) {
  return with_prefix(date ? to_digits(*date) : "00000000", id);
}
std::string oldest_value(const std::optional<Date>& date) {
  return date ? to_digits(*date) : "99999999";
}
std::string oldest_order_value(const std::optional<Date>& date, std::string_view id) {
  return with_prefix(oldest_value(date), id);
}

std::string_view id_of_order_value(std::string_view value) {
  constexpr size_t day = 8;
  return value.size() < day || value.size() > day + longest_key ? std::string_view()
                                                                : value.substr(day);
}

std::vector<std::string> date_terms(const DateSpan& span) {
  std::vector<std::string> terms;
  for (Date at = span.first; at <= span.last;) {
    const Date year_end = {at.year, 12, 31};
    const Date month_end = {at.year, at.month, days_in_month(at.year, at.month)};
    if (at.month == 1 && at.day == 1 && year_end <= span.last) {
      terms.push_back(year_term(at));
      at = day_after(year_end);
    } else if (at.day == 1 && month_end <= span.last) {
      terms.push_back(month_term(at));
      at = day_after(month_end);
    } else {
      terms.push_back(day_term(at));
      at = day_after(at);
    }
  }
  return terms;
}

uint64_t stable_number(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return hash;
}

std::string in_hex(uint64_t number) {
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(number));
  return hex;
}

std::string stable_hash(std::string_view text) { return in_hex(stable_number(text)); }

std::string name_key(std::string_view kind, std::string_view key) {
  return with_prefix(std::string("name.").append(kind).append("."), key);
}

std::string alias_key(std::string_view kind, std::string_view folded) {
  return with_prefix(std::string("alias.").append(kind).append("."), folded);
}

std::string word_key(std::string_view folded) { return with_prefix("word.", folded); }

std::string file_key(std::string_view path) { return with_prefix(file_key_prefix, path); }

std::string pack_list(const std::vector<std::string>& items) {
  std::string packed;
  for (const std::string& item : items) pack_string(packed, item);
  return packed;
}

std::vector<std::string> unpack_list(std::string_view packed) {
  std::vector<std::string> items;
  for (Unpacker unpacker(packed); !unpacker.at_end();) items.emplace_back(unpacker.string());
  return items;
}

}  // namespace chancery::schema
