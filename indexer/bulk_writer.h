// SPDX-License-Identifier: GPL-2.0-or-later
/// Writes documents and the names of their entities into the index.
#pragma once

#include <xapian.h>

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/article.h"
#include "indexer/document_builder.h"
#include "indexer/gazetteer.h"
#include "indexer/tags.h"

namespace chancery {

class BulkWriter {
 public:
  /// Opens the index in folder `path`, or makes it. Throws Error where it cannot, where another
  /// process is writing to it, or where it is of another schema.
  BulkWriter(const std::string& path, const Gazetteer& gazetteer);

  /// Adds the document, in place of the one with the same article id if there is one. Returns
  /// whether there was. Commits every few thousand articles.
  bool write(BuiltDocument built, const Article& article, const Tags& tags);

  /// Keeps the user's table of corrections, as text, with the index.
  void keep_corrections(const std::string& text);

  /// Writes what is left. Throws Error where the disk does not take it.
  void commit();

 private:
  struct Names {
    std::string name;
    std::set<std::string> aliases;
    std::map<std::string, uint64_t> forms;  // of a person whom no list knows: articles by full name
  };
  void note_country(const Tag& tag);
  bool is_anothers_name(const Tag& country, const std::string& surface);
  void note_names(const Article& article, const Tags& tags);
  void note(std::string_view kind, const std::string& key, const std::string& name,
            const std::vector<std::string>& aliases);
  void set_group_of_copies(Xapian::Document& document, const Article& article) const;
  void write_names();
  void write_words();
  void add_alias(const std::string& kind, const std::string& key, const std::string& alias);

  Xapian::WritableDatabase database_;
  std::map<std::pair<std::string, std::string>, Names> names_;  // by kind and key, since last commit
  std::set<std::string> former_states_;
  std::unordered_map<std::string, std::string> country_names_;  // whose each is, as far as this run met them
  std::unordered_set<std::string> words_;  // that the index has, as far as this run met them
  std::vector<std::string> new_words_;     // since last commit
  unsigned uncommitted_ = 0;
};

}  // namespace chancery
