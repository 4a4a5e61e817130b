// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index.h"

#include <unistd.h>

#include "common/error.h"
#include "common/schema.h"

namespace chancery {
namespace {

Xapian::Database open(const std::string& path) {
  try {
    // A writer that was killed between the two renames of its swap left the old index under this name.
    const std::string replaced_path = path + ".replaced";
    const bool is_halfway = access(path.c_str(), F_OK) != 0 && access(replaced_path.c_str(), F_OK) == 0;
    return Xapian::Database(is_halfway ? replaced_path : path);
  } catch (const Xapian::DatabaseNotFoundError&) {
    throw Error("no index at '" + path + "'; make one with: chancery-indexer --db " + path + " INPUT...");
  } catch (const Xapian::Error& error) {
    throw Error("cannot open the index '" + path + "': " + error.get_msg());
  }
}

}  // namespace

Index::Index(const std::string& path) : database_(open(path)) {
  check_schema(path);
  read_languages();
}

void Index::reopen() {
  database_.reopen();
  display_names_.clear();
  read_languages();
}

void Index::check_schema(const std::string& path) const {
  const std::string found = database_.get_metadata(std::string(schema::version_key));
  if (found.empty()) {
    throw Error("'" + path + "' is a Xapian database, but no index of Chancery's");
  }
  if (found != schema::version) {
    throw Error("the index '" + path + "' is of schema " + found + ", this program reads " +
                std::string(schema::version) + "; build it anew: chancery-indexer --rebuild --db " + path +
                " INPUT...");
  }
}

void Index::read_languages() {
  languages_.clear();
  const std::string prefix(schema::language_prefix);
  for (auto at = database_.allterms_begin(prefix); at != database_.allterms_end(prefix); ++at) {
    languages_.push_back((*at).substr(prefix.size()));
  }
}

size_t Index::count(Field field, std::string_view key) const {
  return database_.get_termfreq(term_of(field, key));
}

NameRecord Index::names(Field field, std::string_view key) const {
  return unpack_name_record(database_.get_metadata(schema::name_key(name_of(field), key)));
}

std::string Index::display_name(Field field, std::string_view key) const {
  constexpr size_t most_remembered = 20'000;
  if (display_names_.size() >= most_remembered) display_names_.clear();
  const auto [known, is_new] = display_names_.try_emplace(schema::name_key(name_of(field), key));
  if (is_new) {
    known->second = unpack_name(database_.get_metadata(known->first));
    if (known->second.empty()) known->second = key;
  }
  return known->second;
}

std::vector<std::string> Index::keys_named(Field field, std::string_view folded) const {
  return schema::unpack_list(database_.get_metadata(schema::alias_key(name_of(field), folded)));
}

// Without the first `size` bytes.
std::vector<std::string> Index::metadata_keys(const std::string& prefix, size_t size) const {
  std::vector<std::string> keys;
  for (auto at = database_.metadata_keys_begin(prefix); at != database_.metadata_keys_end(prefix); ++at) {
    keys.push_back((*at).substr(size));
  }
  return keys;
}

std::vector<std::string> Index::folded_names(Field field, std::string_view prefix) const {
  return metadata_keys(schema::alias_key(name_of(field), prefix), schema::alias_key(name_of(field), "").size());
}

std::vector<std::string> Index::words_with(std::string_view prefix) const {
  return metadata_keys(schema::word_key(prefix), schema::word_key("").size());
}

std::optional<DateSpan> Index::dates() const {
  const auto first = from_digits(database_.get_value_lower_bound(schema::date_slot));
  const auto last = from_digits(database_.get_value_upper_bound(schema::date_slot));
  if (!first || !last) return std::nullopt;
  return DateSpan{*first, *last};
}

StoredArticle Index::stored_article(Xapian::docid id) const {
  return unpack_stored_article(database_.get_document(id).get_data());
}

std::string Index::article_id(Xapian::docid id) const { return std::string(stored_id(database_.get_document(id).get_data())); }

}  // namespace chancery
