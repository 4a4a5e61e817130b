// SPDX-License-Identifier: GPL-2.0-or-later
// clang-format off
/// The layout of the index: which term, value slot and metadata key holds what. No other file knows.
///
/// | what     | where                                                                              |
/// |----------|------------------------------------------------------------------------------------|
/// | words    | no prefix: headline, dateline and body, stemmed by the article's language, with    |
/// |          | positions; `S`: the headline's words once more                                     |
/// | id       | `Q`                                                                                |
/// | entities | `XP` person, `N` country, `XO` organisation, `XL` place; wdf = mentions; their     |
/// |          | keys packed in a value slot per kind, for counting                                 |
/// | source   | `XS`, and a slot;  language: `L`, and a slot;  the editors' subjects: `K`, and a   |
/// |          | slot                                                                               |
/// | date     | `Y2018`, `M201812`, `D20181226`, and slot 0 `20181226`                             |
/// | order    | slots by which answers are sorted, the same in whatever shard: day and id, once so |
/// |          | that undated articles come last backwards, once so that they do forwards           |
/// | article  | document data: see stored_article.h                                                |
/// | copies   | near-duplicates: `XD` one term per band of the fingerprint; the fingerprint and    |
/// |          | the group in a slot each                                                           |
/// | origin   | `XF` one term per source file that holds the article, and a hash of what was read  |
/// |          | in a slot; metadata `file.PATH`: see indexer/file_record.h                         |
/// | names    | metadata `name.KIND.KEY`: see name_record.h; `alias.KIND.FOLDED`: see pack_list;   |
/// |          | `XN` one term per person whom only the articles make known: the full name in       |
/// |          | this one                                                                           |
/// | spelling | metadata `word.FOLDED`: every word of the articles, unstemmed                      |
/// | settings | metadata `chancery.*`                                                              |
///
/// Prefixes follow Xapian's omega (docs/termprefixes): Q, S, N, L, K, D, M, Y; X… are ours.
// clang-format on
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/entity.h"

namespace chancery::schema {

/// Changes whenever an index of the one kind cannot be read as the other.
inline constexpr std::string_view version = "2";

inline constexpr std::string_view version_key = "chancery.schema";
inline constexpr std::string_view provenance_key = "chancery.made-by";
/// The user's table of corrections, as text.
inline constexpr std::string_view corrections_key = "chancery.corrections";

enum Slot : unsigned {
  date_slot,
  person_slot,
  country_slot,
  organisation_slot,
  place_slot,
  source_slot,
  language_slot,
  subject_slot,
  fingerprint_slot,
  copies_slot,  ///< the same in all articles that are near-duplicates of one another
  /// A hash of the article as it was read: what has the same need not be written again.
  content_slot,
  order_slot,        ///< order_value
  oldest_slot,       ///< oldest_value
  oldest_order_slot  ///< oldest_order_value
};

unsigned slot_of(EntityKind kind);

/// Terms. An id too long for a term of Xapian (245 bytes) is cut and its hash put behind.
std::string id_term(std::string_view id);
std::string title_term(std::string_view term);
std::string entity_term(EntityKind kind, std::string_view key);
std::string source_term(std::string_view key);
std::string language_term(std::string_view language);
std::string subject_term(std::string_view key);
std::string fingerprint_term(std::string_view band);
std::string file_term(std::string_view path);
/// A person whom only the articles make known, and the name in full by which an article does; empty
/// where that would be too long for a term.
std::string form_term(std::string_view person, std::string_view name);
std::string year_term(const Date& date);
std::string month_term(const Date& date);
std::string day_term(const Date& date);

/// By what articles are sorted: order_value, downwards, has the newest first, oldest_order_value,
/// upwards, the oldest; "20181226" and the id. What has no day is last in both: its day is
/// "00000000" in the one and "99999999" in the other. oldest_value is that day without the id.
std::string order_value(const std::optional<Date>& date, std::string_view id);
std::string oldest_value(const std::optional<Date>& date);
std::string oldest_order_value(const std::optional<Date>& date, std::string_view id);

/// The id in an order_value; empty where it was too long to be there in full.
std::string_view id_of_order_value(std::string_view value);

/// The prefixes of all id terms, and of all file terms.
inline constexpr std::string_view id_prefix = "Q";
inline constexpr std::string_view file_prefix = "XF";

/// The prefix of the form terms of a person: what follows is the name.
std::string form_prefix(std::string_view person);

/// Of a form term: whose it is. Empty of any other term.
std::string_view person_of_form_term(std::string_view term);

/// The prefix of all language terms: what follows it in the index is the list of languages.
inline constexpr std::string_view language_prefix = "L";

/// The fewest terms whose articles are just those of the span: years, else months, else days.
/// Example: 2018-11-30 to 2019-12-31 -> D20181130 M201812 Y2019.
std::vector<std::string> date_terms(const DateSpan& span);

/// A hash that is the same on every machine and in every version (FNV-1a, 64 bits); and in hex.
uint64_t stable_number(std::string_view text);
std::string stable_hash(std::string_view text);
std::string in_hex(uint64_t number);

/// Metadata. `kind` is name_of(EntityKind) or "source".
/// name_key's value: a NameRecord.
/// alias_key's value: pack_list of the keys that carry the alias, folded by fold_phrase.
std::string name_key(std::string_view kind, std::string_view key);
std::string alias_key(std::string_view kind, std::string_view folded);

/// Every word of the articles, folded by fold_word, has a key; the value says nothing.
std::string word_key(std::string_view folded);

/// A source file; the value is a FileRecord. All keys of files have the prefix.
inline constexpr std::string_view file_key_prefix = "file.";
std::string file_key(std::string_view path);

/// Several strings as one, in metadata and in the slots that facets are counted from.
std::string pack_list(const std::vector<std::string>& items);
std::vector<std::string> unpack_list(std::string_view packed);

}  // namespace chancery::schema
