// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index.h"

#include <algorithm>

#include "common/error.h"
#include "common/schema.h"

namespace chancery {
namespace {

// A web server looks up names for months.
constexpr size_t most_names_kept = 50'000;

template <class Item>
void sort_and_unite(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

// Other answers may wait on a connection that is good, each for a call that fails.
bool is_connected(const Shard& shard) {
  constexpr int most_waiting = 4;
  for (int tries = 0; tries < most_waiting; ++tries) {
    try {
      Xapian::Database(shard.database).keep_alive();
      return true;
    } catch (const Xapian::Error&) {
      continue;
    }
  }
  return false;
}

// Xapian names the server as the context of the error, remote:tcp(HOST:PORT); but not where it hung
// up.
bool is_source_of(const Xapian::Error& error, const Shard& shard) {
  const ShardAddress& address = shard.address;
  if (!address.is_remote()) return false;
  if (error.get_context().empty()) return !is_connected(shard);
  return error.get_context().find(address.host + ':' + std::to_string(address.port) + ')') !=
         std::string::npos;
}

}  // namespace

Index::Index(const std::vector<std::string>& dbs, const ServerPolicy& policy) : policy_(policy) {
  for (const std::string& db : dbs) {
    for (const ShardAddress& address : shard_addresses(db)) {
      try {
        shards_.push_back(open_shard(address, policy.timeout));
      } catch (const ShardError& error) {
        leave_out(address, error.what());
      }
    }
  }
  join_shards();
}

void Index::leave_out(const ShardAddress& address, const std::string& why) {
  if (!policy_.allow_partial) throw Error(why + "; --allow-partial answers from the other shards");
  faults_.push_back(why);
  missing_.push_back(address.name());
}

// Servers are asked for the languages, so each of them may fail here as well.
void Index::join_shards() {
  for (bool is_again = false;; is_again = true) {
    try {
      return join();
    } catch (const Xapian::NetworkTimeoutError& error) {
      replace_failed(error, true);
    } catch (const Xapian::NetworkError& error) {
      replace_failed(error, is_again);
    }
  }
}

void Index::join() {
  if (shards_.empty()) throw Error("no shard of the index is left: " + faults_.back());
  has_servers_ = std::any_of(shards_.begin(), shards_.end(),
                             [](const Shard& shard) { return shard.address.is_remote(); });
  database_ = shards_.front().database;
  if (is_sharded()) {
    database_ = Xapian::Database();
    for (const Shard& shard : shards_) database_.add_database(shard.database);
  }
  names_.clear();
  languages_.clear();
  const std::string prefix(schema::language_prefix);
  // Each by its name, not by the next step: that would lead over all the articles of the last one.
  for (auto at = database_.allterms_begin(prefix); at != database_.allterms_end(prefix);) {
    languages_.push_back((*at).substr(prefix.size()));
    at.skip_to(*at + '\0');
  }
}

void Index::reopen() {
  for (Shard& shard : shards_) {
    try {
      shard = open_shard(shard.address, policy_.timeout);
    } catch (const ShardError&) {
      // The server is asked again, and recover() told of it.
    }
  }
  join_shards();
}

void Index::recover(const Xapian::Error& error, bool for_good) {
  replace_failed(error, for_good);
  join_shards();
}

void Index::replace_failed(const Xapian::Error& error, bool for_good) {
  std::vector<Shard> shards;
  bool is_found = false;
  for (const Shard& shard : shards_) {
    const bool is_it = is_source_of(error, shard);
    is_found = is_found || is_it;
    if (!is_it) {
      shards.push_back(shard);
    } else if (for_good) {
      leave_out(shard.address, in_words(shard.address, error, policy_.timeout));
    } else {
      try {
        shards.push_back(open_shard(shard.address, policy_.timeout));
      } catch (const ShardError& fault) {
        leave_out(shard.address, fault.what());
      }
    }
  }
  if (!is_found) throw Error("a server of the index failed: " + error.get_description());
  shards_ = std::move(shards);
}

std::string Index::revision() const {
  std::string all;
  for (const Shard& shard : shards_) all += (all.empty() ? "" : "+") + shard.revision();
  return all;
}

size_t Index::count(Field field, std::string_view key) const {
  return database_.get_termfreq(term_of(field, key));
}

const NameRecord& Index::names(Field field, std::string_view key) const {
  const std::string name_key = schema::name_key(name_of(field), key);
  if (const auto known = names_.find(name_key); known != names_.end()) return known->second;
  NameRecord record;
  for (const Shard& shard : shards_)
    merge(record, unpack_name_record(shard.database.get_metadata(name_key)));
  if (names_.size() >= most_names_kept) names_.clear();
  return names_.emplace(name_key, std::move(record)).first->second;
}

std::string Index::display_name(Field field, std::string_view key) const {
  const std::string& name = names(field, key).name;
  return name.empty() ? std::string(key) : name;
}

std::vector<std::string> Index::keys_named(Field field, std::string_view folded) const {
  const std::string alias_key = schema::alias_key(name_of(field), folded);
  std::vector<std::string> keys;
  for (const Shard& shard : shards_) {
    for (std::string& key : schema::unpack_list(shard.database.get_metadata(alias_key)))
      keys.push_back(std::move(key));
  }
  sort_and_unite(keys);
  return keys;
}

// Without the first `size` bytes.
std::vector<std::string> Index::metadata_keys(const std::string& prefix, size_t size) const {
  std::vector<std::string> keys;
  for (const Shard& shard : shards_) {
    const Xapian::Database& database = shard.database;
    for (auto at = database.metadata_keys_begin(prefix); at != database.metadata_keys_end(prefix);
         ++at) {
      keys.push_back((*at).substr(size));
    }
  }
  if (is_sharded()) sort_and_unite(keys);
  return keys;
}

std::vector<std::string> Index::folded_names(Field field, std::string_view prefix) const {
  return metadata_keys(schema::alias_key(name_of(field), prefix),
                       schema::alias_key(name_of(field), "").size());
}

std::vector<std::string> Index::words_with(std::string_view prefix) const {
  return metadata_keys(schema::word_key(prefix), schema::word_key("").size());
}

// Xapian's bounds over several databases are empty where one of them has no date.
std::optional<DateSpan> Index::dates() const {
  std::optional<DateSpan> span;
  for (const Shard& shard : shards_) {
    const auto first = from_digits(shard.database.get_value_lower_bound(schema::date_slot));
    const auto last = from_digits(shard.database.get_value_upper_bound(schema::date_slot));
    if (!first || !last) continue;
    span = span ? DateSpan{std::min(span->first, *first), std::max(span->last, *last)}
                : DateSpan{*first, *last};
  }
  return span;
}

std::optional<Xapian::docid> Index::find_article(const std::string& id) const {
  const std::string term = schema::id_term(id);
  const auto found = database_.postlist_begin(term);
  return found == database_.postlist_end(term) ? std::nullopt : std::optional(*found);
}

StoredArticle Index::stored_article(Xapian::docid id) const {
  return unpack_stored_article(database_.get_document(id).get_data());
}

std::string Index::order_value(Xapian::docid id) const {
  return database_.get_document(id, Xapian::DOC_ASSUME_VALID).get_value(schema::order_slot);
}

std::string Index::article_id(Xapian::docid id) const {
  std::string found(schema::id_of_order_value(order_value(id)));
  return !found.empty() ? found : std::string(stored_id(database_.get_document(id).get_data()));
}

}  // namespace chancery
