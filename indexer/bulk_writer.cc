// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk_writer.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "common/error.h"
#include "common/open_database.h"
#include "common/schema.h"
#include "indexer/fingerprint.h"
#include "indexer/sync_folder.h"

namespace chancery {
namespace {

// What Xapian says, and the system's reason where there is one.
std::string message_of(const Xapian::Error& error) {
  const char* why = error.get_error_string();
  return error.get_msg() + (why == nullptr ? "" : std::string(" (") + why + ")");
}

Xapian::WritableDatabase open(const std::string& path) {
  try {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OPEN);
    expect_statistics(database);
    return database;
  } catch (const Xapian::DatabaseLockError& error) {
    // By another program than ours, or of a disk that cannot be written to.
    throw Error("cannot lock the index '" + path + "': " + message_of(error));
  } catch (const Xapian::Error& error) {
    throw Error("cannot open or make the index '" + path + "': " + error.get_msg());
  }
}

template <class Write>
void translated(const Write& write) {
  try {
    write();
  } catch (const Xapian::Error& error) {
    throw Error("cannot write the index: " + message_of(error));
  }
}

}  // namespace

// Below Xapian's own limit of 10,000, at which it empties its memory in the middle of ours.
// Xapian's variable for that limit may make it smaller still.
unsigned BulkWriter::articles_per_commit() {
  constexpr unsigned most = 8'000;
  const char* wanted = std::getenv("XAPIAN_FLUSH_THRESHOLD");
  const int number = wanted == nullptr ? 0 : std::atoi(wanted);
  return number > 0 ? std::min(most, static_cast<unsigned>(number)) : most;
}

BulkWriter::BulkWriter(const std::string& path, const Gazetteer& gazetteer)
    : path_(path),
      database_(open(path)),
      names_(database_, gazetteer),
      files_(database_),
      all_(database_),
      articles_per_commit_(articles_per_commit()) {
  const std::string version = database_.get_metadata(std::string(schema::version_key));
  if (version.empty() && database_.get_doccount() > 0) {
    throw Error("'" + path +
                "' is a Xapian database, but no index of Chancery's; name another folder");
  }
  if (!version.empty() && version != schema::version) {
    throw Error("the index '" + path + "' is of schema " + version + ", this program writes " +
                std::string(schema::version) + "; build it anew: chancery-indexer --rebuild --db " +
                path + " INPUT...");
  }
  sync_folder(
      path_);  // before anything is in the tables: what IndexFolder says of them counts on it
  translated([this] {
    // Its own commit: from here on the folder is an index, whatever becomes of the articles. In a
    // transaction, for without one what a failure left half done is committed when the database is
    // closed.
    database_.begin_transaction();
    set(schema::version_key, std::string(schema::version));
    set(schema::provenance_key, "chancery-indexer " CHANCERY_VERSION);
    names_.write();
    database_.commit_transaction();
    sync_folder(path_);
    database_.begin_transaction();
  });
}

bool BulkWriter::has(const std::string& id) const {
  return builder_ != nullptr ? known_.contains(id) : database_.term_exists(schema::id_term(id));
}

void BulkWriter::set(std::string_view key, const std::string& value) {
  const std::string name(key);
  if (database_.get_metadata(name) != value) database_.set_metadata(name, value);
}

std::optional<Xapian::docid> BulkWriter::find_same(const std::string& id,
                                                   const std::string& content_hash) const {
  if (content_hash.empty()) return std::nullopt;
  if (builder_ != nullptr) {
    const auto known = known_.find(id);
    return known != known_.end() && known->second.content_hash == content_hash
               ? std::optional(known->second.id)
               : std::nullopt;
  }
  const std::string term = schema::id_term(id);
  const auto found = database_.postlist_begin(term);
  if (content_hash.empty() || found == database_.postlist_end(term)) return std::nullopt;
  if (database_.get_document(*found).get_value(schema::content_slot) != content_hash)
    return std::nullopt;
  return *found;
}

BulkWriter::Written BulkWriter::write(BuiltDocument built, const Article& article, const Tags& tags,
                                      const Origin& origin) {
  Written written;
  translated([&] {
    if (const auto same = find_same(article.id, origin.content_hash)) {
      hold(*same, origin.file_terms);
      written = {*same, Outcome::unchanged};
    } else {
      // Packed for a building that has ended meanwhile: there is no document any more.
      if (built.packed && builder_ == nullptr)
        built.document = late_documents_.build(article, tags, origin).document;
      written = builder_ != nullptr ? put_anew(built, article, tags, origin)
                                    : put(built.document, article, origin.file_terms);
    }
  });
  if (written.outcome == Outcome::unchanged) return written;
  names_.add(article, tags);
  for (std::string& word : built.new_words) {
    if (words_.insert(word).second) new_words_.push_back(std::move(word));
  }
  if (++uncommitted_ >= articles_per_commit_) commit();
  return written;
}

void BulkWriter::build_anew(size_t memory, CopyGroups& copies) {
  builder_ = std::make_unique<IndexBuilder>(path_ + "/anew", memory, copies);
  names_.count_forms_here(true);
}

bool BulkWriter::has_much_late() const {
  constexpr size_t most_late = 2'000;  // each is a tree of terms in memory
  return late_.size() >= most_late;
}

void BulkWriter::hold(Xapian::docid id, const std::vector<std::string>& file_terms) {
  if (builder_ == nullptr) return files_.add_article(id, file_terms);
  late_.push_back({id, std::nullopt, {}, file_terms});
}

BulkWriter::Written BulkWriter::put_anew(BuiltDocument& built, const Article& article,
                                         const Tags& tags, const Origin& origin) {
  const auto [known, is_new] =
      known_.try_emplace(article.id, Known{builder_->documents() + 1, origin.content_hash});
  if (is_new) {
    return {builder_->add(std::move(*built.packed), article.id), Outcome::added};
  }
  const Xapian::docid id = known->second.id;
  known->second.content_hash = origin.content_hash;
  late_.push_back(
      {id, late_documents_.build(article, tags, origin).document, {}, origin.file_terms});
  late_.back().article.id = article.id;
  return {id, Outcome::replaced};
}

// The names, words and file records went into Xapian's own tables, in which no article is yet.
void BulkWriter::finish_building() {
  const std::unique_ptr<IndexBuilder> builder = std::exchange(builder_, nullptr);
  known_.clear();
  names_.count_forms_here(false);
  if (builder->documents() == 0) return;
  translated([&] {
    database_.cancel_transaction();
    builder->finish(database_, path_);
    database_ = open(path_);
    all_ = database_;
    database_.begin_transaction();
  });
}

void BulkWriter::write_late() {
  translated([this] {
    for (Late& late : std::exchange(late_, {})) {
      if (late.document) {
        names_.remove(*late.document);  // its forms were counted as if it were there
        put(*late.document, late.article, late.file_terms);
      } else {
        files_.add_article(late.id, late.file_terms);
      }
    }
  });
}

BulkWriter::Written BulkWriter::put(Xapian::Document& document, const Article& article,
                                    const std::vector<std::string>& file_terms) {
  set_group_of_copies(document, article);
  const std::string id = schema::id_term(article.id);
  const auto found = database_.postlist_begin(id);
  if (found == database_.postlist_end(id))
    return {database_.add_document(document), Outcome::added};
  const Xapian::docid old = *found;
  if (files_.is_outranked(old, file_terms)) {
    files_.add_article(old, file_terms);
    return {old, Outcome::unchanged};
  }
  const Xapian::Document replaced = database_.get_document(old);
  names_.remove(replaced);
  for (const std::string& term : file_terms_of(replaced)) document.add_boolean_term(term);
  database_.replace_document(old, document);
  return {old, Outcome::replaced};
}

bool BulkWriter::drop_article(Xapian::docid id, const std::string& path) {
  names_.remove(database_.get_document(id));
  return files_.drop_article(id, path);
}

// The group of the first article that is a copy of this one; else a group of its own.
void BulkWriter::set_group_of_copies(Xapian::Document& document, const Article& article) const {
  const std::string fingerprint = document.get_value(schema::fingerprint_slot);
  for (const std::string& band : fingerprint_bands(fingerprint)) {
    const std::string term = schema::fingerprint_term(band);
    size_t compared = 0;
    for (auto at = all_.postlist_begin(term);
         at != all_.postlist_end(term) && ++compared <= most_compared; ++at) {
      const Xapian::Document other = all_.get_document(*at);
      if (!are_copies(fingerprint, other.get_value(schema::fingerprint_slot))) continue;
      document.add_value(schema::copies_slot, other.get_value(schema::copies_slot));
      return;
    }
  }
  if (!fingerprint.empty())
    document.add_value(schema::copies_slot, schema::stable_hash(article.id));
}

void BulkWriter::keep_corrections(const std::string& text) {
  translated([&] { set(schema::corrections_key, text); });
}

void BulkWriter::commit() {
  translated([this] {
    names_.write();
    write_words();
    database_.commit_transaction();
    sync_folder(path_);  // Xapian gives the commit its name, and leaves it at that
    database_.begin_transaction();
  });
  uncommitted_ = 0;
}

void BulkWriter::write_words() {
  std::sort(new_words_.begin(), new_words_.end());  // in the order of the tree that takes them
  for (const std::string& word : new_words_) database_.set_metadata(schema::word_key(word), "1");
  new_words_.clear();
}

}  // namespace chancery
