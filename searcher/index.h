// SPDX-License-Identifier: GPL-2.0-or-later
/// The index, opened for reading: one folder, or several shards in folders and on servers, which
/// answer as one.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/date.h"
#include "common/name_record.h"
#include "common/stored_article.h"
#include "searcher/field.h"
#include "searcher/shard.h"

namespace chancery {

/// How long servers are waited for, and what becomes of an answer that one of them is missing in.
struct ServerPolicy {
  double timeout = 10;         ///< seconds, for each thing that is asked of a server
  bool allow_partial = false;  ///< answer from the other shards
};

/// Not to be shared between threads.
class Index {
 public:
  /// Throws Error, with what to do, where there is no index, or one of another schema; for a server
  /// only unless the policy allows partial answers and another shard is there.
  explicit Index(const std::string& db) : Index(std::vector{db}, {}) {}
  Index(const std::vector<std::string>& dbs, const ServerPolicy& policy);

  /// Goes on with the index as it is by now.
  void reopen();

  /// After an error of the network: connects anew to the server that it came from. One that is
  /// gone, or that has failed `for_good`, is left out from now on, as the policy says; else throws
  /// Error that names it.
  void recover(const Xapian::Error& error, bool for_good);

  /// All shards as one.
  const Xapian::Database& database() const { return database_; }

  /// Weights of several shards may differ in their last digits, for sums are made in another order.
  bool is_sharded() const { return shards_.size() > 1; }

  /// A stock server knows no match spy, posting source or key maker of ours.
  bool has_servers() const { return has_servers_; }

  /// What is wrong with each shard that is left out; empty for a whole index.
  const std::vector<std::string>& faults() const { return faults_; }
  /// Their names.
  const std::vector<std::string>& missing() const { return missing_; }

  /// Changes whenever the index does.
  std::string revision() const;

  /// Languages of the articles: "en".
  const std::vector<std::string>& languages() const { return languages_; }

  /// Articles that carry the key.
  size_t count(Field field, std::string_view key) const;

  /// The name and the aliases, in the order of their bytes; empty where the index does not know the
  /// key.
  const NameRecord& names(Field field, std::string_view key) const;

  /// The display name, or the key itself where there is none.
  std::string display_name(Field field, std::string_view key) const;

  /// Keys whose name or alias, folded by fold_phrase, is this; in their order.
  std::vector<std::string> keys_named(Field field, std::string_view folded) const;

  /// All folded names and aliases of the field that begin with `prefix`.
  std::vector<std::string> folded_names(Field field, std::string_view prefix = {}) const;

  /// The words of the articles, folded, that begin with `prefix`, in their order.
  std::vector<std::string> words_with(std::string_view prefix) const;

  /// The days of the oldest and the newest dated article; nothing where there is none.
  std::optional<DateSpan> dates() const;

  /// The article of that id; nothing where there is none.
  std::optional<Xapian::docid> find_article(const std::string& id) const;

  StoredArticle stored_article(Xapian::docid id) const;

  /// Its schema::order_value.
  std::string order_value(Xapian::docid id) const;

  /// The id alone, for much less work: the text is not unpacked.
  std::string article_id(Xapian::docid id) const;

 private:
  std::vector<std::string> metadata_keys(const std::string& prefix, size_t size) const;
  void leave_out(const ShardAddress& address, const std::string& why);
  void replace_failed(const Xapian::Error& error, bool for_good);
  void join_shards();
  void join();

  ServerPolicy policy_;
  std::vector<Shard> shards_;
  std::vector<std::string> faults_;
  std::vector<std::string> missing_;
  bool has_servers_ = false;
  Xapian::Database database_;
  std::vector<std::string> languages_;
  mutable std::unordered_map<std::string, NameRecord> names_;  // looked up so far, by metadata key
};

}  // namespace chancery
