// SPDX-License-Identifier: GPL-2.0-or-later
/// Writes the names of the articles' entities into the index, so that it explains itself.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/name_record.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/tags.h"

namespace chancery {

class NameWriter {
 public:
  /// The gazetteer's countries are noted from the start. Both must outlive this.
  NameWriter(Xapian::WritableDatabase& database, const Gazetteer& gazetteer);

  /// Notes the names of an article: its tags', its source's, its subjects'.
  void add(const Article& article, const Tags& tags);

  /// Notes that a document is in the index no more, or soon not as it is.
  void remove(const Xapian::Document& document);

  /// Whether the articles are not in the database as they are noted: then their persons' forms are
  /// counted here.
  void count_forms_here(bool here);

  /// Brings what was noted since the last call into the database. Does not commit.
  void write();

 private:
  struct Names {
    std::string name;
    std::set<std::string> aliases;
  };
  void note_country(const Tag& tag);
  bool is_anothers_name(const Tag& country, const std::string& surface);
  Names& note(std::string_view kind, const std::string& key, const std::string& name);
  Names& note(const Tag& tag);
  void count_forms(const std::string& person, NameRecord& record);
  void add_alias(const std::string& kind, const std::string& key, const std::string& alias);

  Xapian::WritableDatabase& database_;
  const Gazetteer& gazetteer_;
  std::map<std::pair<std::string, std::string>, Names>
      names_;                      // by kind and key, since the last write
  std::set<std::string> persons_;  // of whose forms there are more or fewer since then
  std::optional<std::map<std::string, std::map<std::string, uint64_t>>>
      forms_;  // by person: articles of each; with count_forms_here
  std::set<std::string> former_states_;
  std::map<std::pair<std::string, std::string>, bool>
      country_names_;  // is_anothers_name by key and surface, as far as this run met them
};

}  // namespace chancery
