// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk_writer.h"

#include <algorithm>

#include "common/error.h"
#include "common/fold.h"
#include "common/name_record.h"
#include "common/schema.h"
#include "common/words.h"
#include "indexer/fingerprint.h"

namespace chancery {
namespace {

// Below Xapian's own limit of 10,000, so that names are always committed with their articles.
constexpr unsigned articles_per_commit = 8'000;

Xapian::WritableDatabase open(const std::string& path) {
  try {
    return Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OPEN);
  } catch (const Xapian::DatabaseLockError&) {
    throw Error("another process is writing to the index '" + path + "'; wait for it and try again");
  } catch (const Xapian::Error& error) {
    throw Error("cannot open or make the index '" + path + "': " + error.get_msg());
  }
}

template <class Write>
void translated(const Write& write) {
  try {
    write();
  } catch (const Xapian::Error& error) {
    throw Error("cannot write the index: " + error.get_msg() +
                (error.get_error_string() != nullptr ? std::string(" (") + error.get_error_string() + ")" : ""));
  }
}

}  // namespace

BulkWriter::BulkWriter(const std::string& path, const Gazetteer& gazetteer) : database_(open(path)) {
  const std::string version = database_.get_metadata(std::string(schema::version_key));
  if (version.empty() && database_.get_doccount() > 0) {
    throw Error("'" + path + "' is a Xapian database, but no index of Chancery's; name another folder");
  }
  if (!version.empty() && version != schema::version) {
    throw Error("the index '" + path + "' is of schema " + version + ", this program writes " +
                std::string(schema::version) + "; build it anew: chancery-indexer --rebuild --db " + path + " INPUT...");
  }
  translated([this] {
    database_.set_metadata(std::string(schema::version_key), std::string(schema::version));
    database_.set_metadata(std::string(schema::provenance_key), "chancery-indexer " CHANCERY_VERSION);
  });
  // All countries, so that the searcher knows a country of which there is no article.
  for (const KnownEntity* country : gazetteer.countries()) {
    note(name_of(EntityKind::country), country->key, country->name, country->aliases);
    if (!country->years.empty()) former_states_.insert(country->key);
  }
  translated([this] { write_names(); });
}

bool BulkWriter::write(BuiltDocument built, const Article& article, const Tags& tags) {
  Xapian::Document& document = built.document;
  bool replaced = false;
  translated([&] {
    set_group_of_copies(document, article);
    const std::string id = schema::id_term(article.id);
    replaced = database_.term_exists(id);
    if (replaced) {
      database_.replace_document(id, document);
    } else {
      database_.add_document(document);
    }
  });
  note_names(article, tags);
  for (std::string& word : built.new_words) {
    if (words_.insert(word).second) new_words_.push_back(std::move(word));
  }
  if (++uncommitted_ >= articles_per_commit) commit();
  return replaced;
}

// The group of the first article that is a copy of this one; else a group of its own.
void BulkWriter::set_group_of_copies(Xapian::Document& document, const Article& article) const {
  constexpr int most_compared = 20;  // for each band
  const std::string fingerprint = document.get_value(schema::fingerprint_slot);
  for (const std::string& band : fingerprint_bands(fingerprint)) {
    const std::string term = schema::fingerprint_term(band);
    int compared = 0;
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term) && ++compared <= most_compared; ++at) {
      const Xapian::Document other = database_.get_document(*at);
      if (!are_copies(fingerprint, other.get_value(schema::fingerprint_slot))) continue;
      document.add_value(schema::copies_slot, other.get_value(schema::copies_slot));
      return;
    }
  }
  if (!fingerprint.empty()) document.add_value(schema::copies_slot, schema::stable_hash(article.id));
}

void BulkWriter::note(std::string_view kind, const std::string& key, const std::string& name,
                      const std::vector<std::string>& aliases) {
  Names& names = names_[{std::string(kind), key}];
  if (names.name.empty()) names.name = name;
  names.aliases.insert(name);
  names.aliases.insert(aliases.begin(), aliases.end());
}

// What spoke of a country is a name of it: "Kremlin" of Russia, "Russia" of the Soviet Union. But "Paris,
// Texas" does not make Paris a name of the United States.
void BulkWriter::note_country(const Tag& tag) {
  std::vector<std::string> aliases = tag.aliases;
  for (const std::string& surface : tag.surfaces) {
    if (former_states_.contains(tag.key) || !is_anothers_name(tag, surface)) aliases.push_back(surface);
  }
  note(name_of(tag.kind), tag.key, tag.name, aliases);
}

bool BulkWriter::is_anothers_name(const Tag& country, const std::string& surface) {
  const auto [found, is_new] = country_names_.try_emplace(surface, country.key);
  if (is_new) {
    const std::string alias_key = schema::alias_key(name_of(country.kind), fold_phrase(surface));
    const std::vector<std::string> owners = schema::unpack_list(database_.get_metadata(alias_key));
    const bool is_own = std::find(owners.begin(), owners.end(), country.key) != owners.end();
    if (!owners.empty() && !is_own) found->second = owners.front();
  }
  return found->second != country.key;
}

void BulkWriter::note_names(const Article& article, const Tags& tags) {
  for (const auto* list : {&tags.organisations, &tags.places}) {
    for (const Tag& tag : *list) note(name_of(tag.kind), tag.key, tag.name, tag.aliases);
  }
  for (const Tag& tag : tags.countries) note_country(tag);
  for (const Tag& tag : tags.persons) {
    std::vector<std::string> aliases = tag.aliases;
    aliases.push_back(tag.name.substr(tag.name.rfind(' ') + 1));  // the surname
    aliases.insert(aliases.end(), tag.surfaces.begin(), tag.surfaces.end());
    note(name_of(tag.kind), tag.key, tag.name, aliases);
    if (!tag.known) ++names_[{std::string(name_of(tag.kind)), tag.key}].forms[tag.name];
  }
  if (const std::string key = make_key(article.source); !key.empty()) note("source", key, article.source, {});
  for (const std::string& subject : article.subjects) {
    if (const std::string key = make_key(subject); !key.empty()) note("subject", key, subject, {});
  }
}

void BulkWriter::keep_corrections(const std::string& text) {
  translated([&] { database_.set_metadata(std::string(schema::corrections_key), text); });
}

void BulkWriter::commit() {
  translated([this] {
    write_names();
    write_words();
    database_.commit();
  });
  uncommitted_ = 0;
}

void BulkWriter::write_names() {
  for (auto& [kind_and_key, names] : names_) {
    const auto& [kind, key] = kind_and_key;
    const std::string name_key = schema::name_key(kind, key);
    const std::string before = database_.get_metadata(name_key);
    NameRecord record = unpack_name_record(before);
    if (record.name.empty()) record.name = names.name;
    for (const auto& [form, articles] : names.forms) count_form(record, form, articles);
    for (const std::string& alias : names.aliases) {
      if (std::find(record.aliases.begin(), record.aliases.end(), alias) != record.aliases.end()) continue;
      if (alias != record.name || !before.empty()) record.aliases.push_back(alias);
      add_alias(kind, key, alias);
    }
    std::erase(record.aliases, record.name);
    const std::string after = pack(record);
    if (after != before) database_.set_metadata(name_key, after);
  }
  names_.clear();
}

void BulkWriter::write_words() {
  std::sort(new_words_.begin(), new_words_.end());  // in the order of the tree that takes them
  for (const std::string& word : new_words_) database_.set_metadata(schema::word_key(word), "1");
  new_words_.clear();
}

void BulkWriter::add_alias(const std::string& kind, const std::string& key, const std::string& alias) {
  const std::string folded = fold_phrase(alias);
  if (folded.empty()) return;
  const std::string alias_key = schema::alias_key(kind, folded);
  std::vector<std::string> keys = schema::unpack_list(database_.get_metadata(alias_key));
  if (std::find(keys.begin(), keys.end(), key) != keys.end()) return;
  keys.push_back(key);
  database_.set_metadata(alias_key, schema::pack_list(keys));
}

}  // namespace chancery
