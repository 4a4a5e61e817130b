// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_stats.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <vector>

#include "common/name_record.h"
#include "common/schema.h"
#include "common/terminal.h"
#include "indexer/indexed_files.h"
#include "indexer/shard_layout.h"
#include "indexer/stored_index.h"

namespace chancery {
namespace {

struct Count {
  std::string key;
  size_t number = 0;
};

std::vector<Count> counts_by_term(const Xapian::Database& database, const std::string& prefix) {
  std::vector<Count> counts;
  for (auto at = database.allterms_begin(prefix); at != database.allterms_end(prefix); ++at) {
    counts.push_back({(*at).substr(prefix.size()), at.get_termfreq()});
  }
  return counts;
}

void print(std::ostream& out, const std::string& heading, const std::vector<Count>& counts) {
  if (counts.empty()) return;
  out << '\n' << heading << '\n';
  for (const Count& count : counts)
    out << "  " << one_safe_line(count.key) << '\t' << count.number << '\n';
}

// By their names, the most frequent first.
void print_named(std::ostream& out, const std::string& heading, const Xapian::Database& database,
                 const std::vector<Xapian::Database>& shards, std::string_view kind,
                 const std::string& prefix, size_t most) {
  std::vector<Count> counts = counts_by_term(database, prefix);
  std::stable_sort(counts.begin(), counts.end(),
                   [](const Count& a, const Count& b) { return a.number > b.number; });
  if (counts.size() > most) counts.resize(most);
  for (Count& count : counts) {
    const std::string name_key = schema::name_key(kind, count.key);
    NameRecord record;
    for (const Xapian::Database& shard : shards)
      merge(record, unpack_name_record(shard.get_metadata(name_key)));
    if (!record.name.empty()) count.key = record.name;
  }
  print(out, heading, counts);
}

std::vector<Count> bytes_by_table(const std::string& path) {
  std::vector<Count> tables;
  std::map<std::string, size_t> bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.path().extension() == ".glass")
      bytes[entry.path().stem().string()] += entry.file_size();
  }
  for (const auto& [table, number] : bytes) tables.push_back({table, number});
  std::stable_sort(tables.begin(), tables.end(),
                   [](const Count& a, const Count& b) { return a.number > b.number; });
  return tables;
}

}  // namespace

void print_index_stats(const std::string& path, std::ostream& out) {
  constexpr size_t most = 10;
  const Xapian::Database database = open_stored_index(path);
  const std::vector<std::string> folders =
      shard_paths(path, stored_layout(path).value_or(ShardLayout()));
  std::vector<Xapian::Database> shards;
  for (const std::string& folder : folders) shards.push_back(open_stored_index(folder));
  out << "articles\t" << database.get_doccount() << '\n';
  out << "undated\t" << database.get_doccount() - database.get_value_freq(schema::date_slot)
      << '\n';
  out << "files\t" << file_records(database).size() << '\n';
  if (shards.size() > 1) {
    std::vector<Count> by_shard;
    for (size_t i = 0; i < shards.size(); ++i)
      by_shard.push_back({folders[i], shards[i].get_doccount()});
    print(out, "articles by shard", by_shard);
  }
  print(out, "articles by year", counts_by_term(database, "Y"));
  print_named(out, "articles by source", database, shards, "source", schema::source_term(""),
              SIZE_MAX);
  print(out, "articles by language",
        counts_by_term(database, std::string(schema::language_prefix)));
  for (const auto& [kind, heading] : {std::pair(EntityKind::person, "persons in most articles"),
                                      {EntityKind::country, "countries in most articles"}}) {
    print_named(out, heading, database, shards, name_of(kind), schema::entity_term(kind, ""), most);
  }
  print(out, "bytes by table", bytes_by_table(path));
}

}  // namespace chancery
