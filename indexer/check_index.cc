// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/check_index.h"

#include <unistd.h>
#include <xapian.h>

#include <filesystem>
#include <optional>
#include <ostream>
#include <set>
#include <sstream>
#include <unordered_set>

#include "common/error.h"
#include "common/name_record.h"
#include "common/open_database.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/terminal.h"
#include "indexer/indexed_files.h"
#include "indexer/shard_layout.h"
#include "indexer/stored_index.h"

namespace chancery {
namespace {

constexpr size_t most_told = 100;

class Check {
 public:
  Check(const Xapian::Database& database, std::ostream& out) : database_(database), out_(out) {}

  bool run() {
    for (auto at = database_.postlist_begin(""); at != database_.postlist_end(""); ++at) {
      guarded("document " + std::to_string(*at), [&] { document(database_.get_document(*at)); });
    }
    guarded("the records of files", [&] { file_records(database_); });
    if (faults_ > most_told) out_ << "and " << faults_ - most_told << " faults more\n";
    return faults_ == 0;
  }

 private:
  template <class Look>
  void guarded(const std::string& where, const Look& look) {
    where_ = where;
    try {
      look();
    } catch (const Error& error) {
      fault(error.what());
    } catch (const Xapian::Error& error) {
      fault(error.get_description());
    }
  }

  void fault(const std::string& what) {
    if (++faults_ <= most_told) out_ << one_safe_line(where_ + ": " + what) << '\n';
  }

  // The terms with the prefix, of the document that is looked at.
  std::set<std::string> terms(std::string_view prefix) const {
    const std::string wanted(prefix);
    std::set<std::string> found;
    auto at = document_.termlist_begin();
    for (at.skip_to(wanted); at != document_.termlist_end() && (*at).starts_with(wanted); ++at)
      found.insert(*at);
    return found;
  }

  void expect_terms(std::string_view prefix, const std::set<std::string>& wanted,
                    const std::string& what) {
    if (terms(prefix) != wanted) fault("its terms for " + what + " are not those of the article");
  }

  void expect_slot(Xapian::valueno slot, const std::string& wanted, const std::string& what) {
    if (document_.get_value(slot) != wanted)
      fault("its value for " + what + " is not that of the article");
  }

  void expect_name(std::string_view kind, const std::string& key) {
    if (!named_.insert(std::string(kind) + "." + key).second) return;
    const std::string packed = database_.get_metadata(schema::name_key(kind, key));
    if (packed.empty() || unpack_name_record(packed).name.empty())
      fault("the " + std::string(kind) + " '" + key + "' has no name");
  }

  void document(const Xapian::Document& document) {
    document_ = document;
    const StoredArticle stored = unpack_stored_article(document.get_data());
    const Article& article = stored.article;
    where_ += " (article '" + article.id + "')";
    expect_terms(schema::id_prefix, {schema::id_term(article.id)}, "the id");
    if (database_.get_termfreq(schema::id_term(article.id)) != 1)
      fault("it is not the only one with its id");
    if (article.title.empty() && article.text.empty()) fault("it has no headline and no text");
    date(article);
    for (const EntityKind kind : entity_kinds) tags(stored.tags, kind);
    expect_terms(schema::language_prefix, {schema::language_term(article.language)},
                 "the language");
    expect_slot(schema::language_slot, schema::pack_list({article.language}), "the language");
    listed(schema::source_slot, "source", schema::source_term);
    listed(schema::subject_slot, "subject", schema::subject_term);
  }

  void date(const Article& article) {
    const std::string slot = document_.get_value(schema::date_slot);
    expect_slot(schema::date_slot, article.date ? to_digits(*article.date) : "", "the date");
    if (!slot.empty() && !from_digits(slot)) fault("its date '" + slot + "' is none");
    const auto wanted = [&article](std::string (*term)(const Date&)) {
      return article.date ? std::set<std::string>{term(*article.date)} : std::set<std::string>{};
    };
    expect_slot(schema::order_slot, schema::order_value(article.date, article.id),
                "the order from the newest on");
    expect_slot(schema::oldest_slot, schema::oldest_value(article.date),
                "the day of the order from the oldest on");
    expect_slot(schema::oldest_order_slot, schema::oldest_order_value(article.date, article.id),
                "the order from the oldest on");
    expect_terms("Y", wanted(schema::year_term), "the year");
    expect_terms("M", wanted(schema::month_term), "the month");
    expect_terms("D", wanted(schema::day_term), "the day");
  }

  void tags(const std::vector<Tag>& all, EntityKind kind) {
    std::vector<std::string> keys;
    std::set<std::string> wanted;
    for (const Tag& tag : all) {
      if (tag.kind != kind) continue;
      keys.push_back(tag.key);
      wanted.insert(schema::entity_term(kind, tag.key));
      expect_name(name_of(kind), tag.key);
    }
    const std::string what = "the tags of kind " + std::string(name_of(kind));
    expect_terms(schema::entity_term(kind, ""), wanted, what);
    expect_slot(schema::slot_of(kind), schema::pack_list(keys), what);
  }

  // What has its keys in a slot alone.
  void listed(Xapian::valueno slot, const std::string& kind,
              std::string (*term)(std::string_view)) {
    std::set<std::string> wanted;
    for (const std::string& key : schema::unpack_list(document_.get_value(slot))) {
      wanted.insert(term(key));
      expect_name(kind, key);
    }
    expect_terms(term(""), wanted, "the " + kind);
  }

  const Xapian::Database& database_;
  std::ostream& out_;
  Xapian::Document document_;
  std::string where_;
  std::unordered_set<std::string> named_;  // that were looked up
  size_t faults_ = 0;
};

// Xapian writes a report of several lines for each table; only what is wrong is of use.
bool check_structure(const std::string& path, std::ostream& out) {
  std::ostringstream report;
  try {
    if (Xapian::Database::check(path, Xapian::DBCHECK_SHOW_STATS, &report) == 0) return true;
  } catch (const Xapian::Error& error) {
    report << error.get_description() << '\n';
  }
  out << "Xapian's tables are damaged:\n" << report.str();
  return false;
}

// Says what is wrong; nothing where there is no telling how many articles there are.
std::optional<size_t> check_once(const std::string& path, std::ostream& out) {
  bool is_sound = check_structure(path, out);
  size_t articles = 0;
  try {
    const Xapian::Database database = open_stored_index(path);
    articles = database.get_doccount();
    is_sound = Check(database, out).run() && is_sound;
  } catch (const Error& error) {
    out << one_safe_line(error.what()) << '\n';
    is_sound = false;
  } catch (const Xapian::Error& error) {
    out << one_safe_line(error.get_description()) << '\n';
    is_sound = false;
  }
  return is_sound ? std::optional(articles) : std::nullopt;
}

// Xapian opens its tables for writing, though it writes nothing.
void expect_writable(const std::string& path) {
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    if (entry.path().extension() != ".glass" || access(entry.path().c_str(), W_OK) == 0) continue;
    throw Error("the index '" + path +
                "' can be checked only where it can be written to; check a copy of it");
  }
}

// Which commit of which database it is; empty where that cannot be read.
std::string revision_of(const std::string& path) {
  try {
    const Xapian::Database database = open_database(path);
    return database.get_uuid() + std::to_string(database.get_revision());
  } catch (const Xapian::Error&) {
    return {};
  }
}

std::optional<size_t> check_shard(const std::string& path, std::ostream& out) {
  constexpr int most_tries = 5;
  expect_writable(path);
  for (int tries = 1; tries <= most_tries; ++tries) {
    const std::string before = revision_of(path);
    std::ostringstream report;
    const std::optional<size_t> articles = check_once(path, report);
    // A writer that commits meanwhile looks like damage.
    if (!articles && revision_of(path) != before) continue;
    out << report.str();
    return articles;
  }
  throw Error("the index '" + path +
              "' is written to again and again; check it when that has ended");
}

}  // namespace

bool check_index(const std::string& path, std::ostream& out) {
  if (!std::filesystem::exists(path))
    throw Error("no index at '" + path + "'; make one with: chancery-indexer --db " + path +
                " INPUT...");
  const std::vector<std::string> shards =
      shard_paths(path, stored_layout(path).value_or(ShardLayout()));
  bool is_sound = true;
  size_t all = 0;
  for (const std::string& shard : shards) {
    const auto articles = check_shard(shard, out);
    if (!articles && shards.size() > 1) out << "these faults are in " << shard << '\n';
    is_sound = is_sound && articles;
    all += articles.value_or(0);
  }
  if (is_sound) out << all << (all == 1 ? " article, all right\n" : " articles, all right\n");
  return is_sound;
}

}  // namespace chancery
