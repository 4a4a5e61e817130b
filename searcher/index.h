// SPDX-License-Identifier: GPL-2.0-or-later
/// The index, opened for reading.
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

namespace chancery {

/// Not to be shared between threads.
class Index {
 public:
  /// Throws Error, with what to do, where there is no index, or one of another schema.
  explicit Index(const std::string& path);

  /// Goes on with the index as it is by now.
  void reopen();

  const Xapian::Database& database() const { return database_; }

  /// Languages of the articles: "en".
  const std::vector<std::string>& languages() const { return languages_; }

  /// Articles that carry the key.
  size_t count(Field field, std::string_view key) const;

  /// The name and the aliases; empty where the index does not know the key.
  NameRecord names(Field field, std::string_view key) const;

  /// The display name, or the key itself where there is none.
  std::string display_name(Field field, std::string_view key) const;

  /// Keys whose name or alias, folded by fold_phrase, is this.
  std::vector<std::string> keys_named(Field field, std::string_view folded) const;

  /// All folded names and aliases of the field that begin with `prefix`.
  std::vector<std::string> folded_names(Field field, std::string_view prefix = {}) const;

  /// The words of the articles, folded, that begin with `prefix`, in their order.
  std::vector<std::string> words_with(std::string_view prefix) const;

  /// The days of the oldest and the newest dated article; nothing where there is none.
  std::optional<DateSpan> dates() const;

  StoredArticle stored_article(Xapian::docid id) const;

  /// The id alone, for much less work.
  std::string article_id(Xapian::docid id) const;

 private:
  std::vector<std::string> metadata_keys(const std::string& prefix, size_t size) const;
  void check_schema(const std::string& path) const;
  void read_languages();

  Xapian::Database database_;
  std::vector<std::string> languages_;
  mutable std::unordered_map<std::string, std::string> display_names_;  // the same ones come in most hits
};

}  // namespace chancery
