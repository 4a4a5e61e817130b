// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/indexed_files.h"

#include <algorithm>

#include "common/schema.h"

namespace chancery {

std::vector<std::string> file_terms_of(const Xapian::Document& document) {
  const std::string prefix(schema::file_prefix);
  std::vector<std::string> terms;
  auto at = document.termlist_begin();
  for (at.skip_to(prefix); at != document.termlist_end() && (*at).starts_with(prefix); ++at)
    terms.push_back(*at);
  return terms;
}

std::vector<FileRecord> file_records(const Xapian::Database& database) {
  const std::string prefix(schema::file_key_prefix);
  std::vector<FileRecord> records;
  for (auto at = database.metadata_keys_begin(prefix); at != database.metadata_keys_end(prefix);
       ++at) {
    records.push_back(unpack_file_record(database.get_metadata(*at)));
  }
  return records;
}

std::optional<FileRecord> IndexedFiles::find(const std::string& path) const {
  const std::string packed = database_.get_metadata(schema::file_key(path));
  if (packed.empty()) return std::nullopt;
  FileRecord record = unpack_file_record(packed);
  if (record.path != path) return std::nullopt;  // a long one's hash is another's too
  return record;
}

std::vector<std::string> IndexedFiles::paths() const {
  std::vector<std::string> paths;
  for (FileRecord& record : file_records(database_)) paths.push_back(std::move(record.path));
  return paths;
}

// One that may hold its articles no more stands behind all others.
IndexedFiles::Known IndexedFiles::to_known(const FileRecord& record) {
  return {record.path, record.has_leftovers ? 0 : record.rank};
}

std::map<std::string, IndexedFiles::Known>& IndexedFiles::known() {
  if (!known_) {
    known_.emplace();
    for (const FileRecord& record : file_records(database_))
      known_->emplace(schema::file_term(record.path), to_known(record));
  }
  return *known_;
}

uint64_t IndexedFiles::next_rank() {
  if (!last_rank_) {
    last_rank_ = 0;
    for (const FileRecord& record : file_records(database_))
      last_rank_ = std::max(*last_rank_, record.rank);
  }
  return ++*last_rank_;
}

bool IndexedFiles::is_outranked(Xapian::docid id, const std::vector<std::string>& file_terms) {
  uint64_t rank = 0;
  for (const std::string& term : file_terms) {
    const auto found = known().find(term);
    if (found == known().end()) return false;  // stdin or a pipe: what comes that way is new
    rank = std::max(rank, found->second.rank);
  }
  const std::vector<std::string> holders = file_terms_of(database_.get_document(id));
  return !file_terms.empty() &&
         std::any_of(holders.begin(), holders.end(), [&](const std::string& term) {
           const auto found = known().find(term);
           return found != known().end() && found->second.rank > rank;
         });
}

void IndexedFiles::set(const FileRecord& record) {
  database_.set_metadata(schema::file_key(record.path), pack(record));
  if (known_) (*known_)[schema::file_term(record.path)] = to_known(record);
}

void IndexedFiles::forget(const std::string& path) {
  database_.set_metadata(schema::file_key(path), "");
  if (known_) known_->erase(schema::file_term(path));
}

std::vector<Xapian::docid> IndexedFiles::articles_of(const std::string& path) const {
  const std::string term = schema::file_term(path);
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

void IndexedFiles::add_article(Xapian::docid id, const std::vector<std::string>& file_terms) {
  Xapian::Document document = database_.get_document(id);
  const std::vector<std::string> had = file_terms_of(document);
  bool is_new = false;
  for (const std::string& term : file_terms) {
    if (std::find(had.begin(), had.end(), term) != had.end()) continue;
    document.add_boolean_term(term);
    is_new = true;
  }
  if (is_new) database_.replace_document(id, document);
}

bool IndexedFiles::drop_article(Xapian::docid id, const std::string& path) {
  Xapian::Document document = database_.get_document(id);
  if (file_terms_of(document).size() <= 1) {
    database_.delete_document(id);
    return true;
  }
  document.remove_term(schema::file_term(path));
  database_.replace_document(id, document);
  for (const std::string& term : file_terms_of(document)) {
    const auto other = known().find(term);
    if (other == known().end()) continue;
    if (auto record = find(other->second.path); record && record->whole) {
      record->whole = false;
      set(*record);
    }
  }
  return false;
}

}  // namespace chancery
