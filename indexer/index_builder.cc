// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_builder.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <numeric>

#include "common/error.h"
#include "common/packed.h"
#include "common/schema.h"
#include "indexer/glass/glass_encoding.h"
#include "indexer/glass/posting_lists.h"
#include "indexer/sync_folder.h"

namespace chancery {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view metadata_key("\0\xC0", 2);

// Magic, the format's version and the index's unique number, at the start of its version file.
constexpr size_t version_head = 32;
// In the order of the version file.
enum Table { postlist, docdata, termlist, position, spelling, synonym, tables };

// Of packed terms. Sorting one takes about five times as much; eight, with what is under way.
// Larger ones outgrow the processor's caches, smaller ones are too many files.
constexpr size_t least_run = size_t{256} << 10;
constexpr size_t most_run = size_t{24} << 20;
constexpr size_t memory_of_run = 8;

std::string made_anew(const std::string& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

std::string table_path(const std::string& folder, const char* table) {
  return folder + "/" + table + ".glass";
}

void pack_root(std::string& out, const glass::TableRoot& root, bool compresses) {
  constexpr uint64_t blocks_of_8k = 8192 >> 11;
  constexpr uint64_t least_compressed = 18;
  constexpr unsigned sequential_bit = 2;
  constexpr unsigned no_file_bit = 1;
  pack_number(out, root.root);
  pack_number(out, (root.level << 2) | sequential_bit | (root.blocks == 0 ? no_file_bit : 0));
  pack_number(out, root.entries);
  pack_number(out, blocks_of_8k);
  pack_number(out, compresses ? least_compressed : 0);
  if (root.blocks == 0) return pack_string(out, "");
  // None are free: the revision, the first block behind the end, and twice an empty list.
  std::string free_blocks;
  for (const uint32_t number : {1U, root.blocks, 0U, 0U, 0U, 0U}) pack_number(free_blocks, number);
  pack_string(out, free_blocks);
}

}  // namespace

const size_t IndexBuilder::most_memory = memory_of_run * most_run;

IndexBuilder::IndexBuilder(const std::string& folder, size_t memory, CopyGroups& copies)
    : folder_(made_anew(folder)),
      runs_(folder, std::clamp(memory / memory_of_run, least_run, most_run)),
      copies_(copies),
      data_(table_path(folder, "docdata")),
      term_lists_(table_path(folder, "termlist")) {}

uint32_t IndexBuilder::add(PackedDocument&& document, std::string_view article_id) {
  lengths_.push_back(document.length);
  most_frequent_ = std::max(most_frequent_, document.most_frequent);
  const uint32_t docid = documents();
  const std::string key = glass::docid_key(docid);
  data_.add(key, document.data.bytes, document.data.is_compressed);
  term_lists_.add(key, document.term_list.bytes, document.term_list.is_compressed);
  add_values(docid, document, article_id);
  runs_.add(docid, std::move(document.terms));
  return docid;
}

// The group of copies is known only at the end; that there will be one, and so its slot, now.
void IndexBuilder::add_values(uint32_t docid, const PackedDocument& document,
                              std::string_view article_id) {
  std::string_view fingerprint;
  std::vector<unsigned> slots;
  for (const auto& [slot, value] : document.values) {
    if (slot == schema::fingerprint_slot) fingerprint = value;
    slots.push_back(slot);
    const auto spool = values_.find(slot);
    (spool != values_.end()
         ? spool
         : values_.emplace(slot, ValueSpool(folder_ + "/values" + std::to_string(slot))).first)
        ->second.add(docid, value);
  }
  if (!fingerprint.empty())
    slots.insert(std::upper_bound(slots.begin(), slots.end(), schema::copies_slot),
                 schema::copies_slot);
  copy_numbers_.push_back(copies_.add(fingerprint, article_id));
  if (slots.empty()) return;
  std::string packed;
  unsigned next = 0;
  for (const unsigned slot : slots) {
    pack_number(packed, slot - next);
    next = slot + 1;
  }
  term_lists_.add(glass::docid_key(docid) + '\0', packed);
}

void IndexBuilder::finish(Xapian::WritableDatabase& index, const std::string& path) {
  ValueSpool copies(folder_ + "/copies");
  for (uint32_t docid = 1; docid <= documents(); ++docid) {
    if (const std::string value = copies_.value(copy_numbers_[docid - 1]); !value.empty())
      copies.add(docid, value);
  }
  values_.emplace(schema::copies_slot, std::move(copies));
  std::vector<glass::TableRoot> roots(tables);
  roots[docdata] = data_.finish();
  roots[termlist] = term_lists_.finish();
  roots[postlist] = write_postings(index, roots[position]);
  index.close();
  write_version(path, roots);
  for (const char* table : {"postlist", "docdata", "termlist", "position"})
    fs::rename(table_path(folder_, table), table_path(path, table));
  fs::rename(folder_ + "/iamglass", path + "/iamglass");
  fs::remove_all(folder_);
}

// In the order of the keys: metadata, the statistics of the slots, their values, the lengths, the
// terms.
glass::TableRoot IndexBuilder::write_postings(const Xapian::Database& index,
                                              glass::TableRoot& positions) {
  glass::TableWriter postings(table_path(folder_, "postlist"));
  for (auto at = index.metadata_keys_begin(); at != index.metadata_keys_end(); ++at) {
    postings.add(std::string(metadata_key) + *at, index.get_metadata(*at));
  }
  for (const auto& [slot, spool] : values_) spool.write_statistics(slot, postings);
  for (auto& [slot, spool] : values_) spool.write_values(slot, postings);
  glass::PostingList list;
  for (uint32_t docid = 1; docid <= documents(); ++docid) list.add(docid, lengths_[docid - 1]);
  list.write("", postings);

  glass::TableWriter position_table(table_path(folder_, "position"));
  std::string current;
  std::string position_key;
  SortedRuns::Use use;
  use.begin = [&](const std::string& term) {
    current = term;
    position_key.clear();
    glass::append_sortable(position_key, term, false);
  };
  use.posting = [&](const Posting& posting) {
    list.add(posting.docid, posting.frequency);
    if (posting.positions.empty()) return;
    const size_t size = position_key.size();
    glass::append_sortable(position_key, posting.docid);
    position_table.add(position_key, posting.positions);
    position_key.resize(size);
  };
  use.end = [&] { list.write(current, postings); };
  runs_.merge(use);
  positions = position_table.finish();
  return postings.finish();
}

void IndexBuilder::write_version(const std::string& path,
                                 const std::vector<glass::TableRoot>& roots) const {
  std::string version(version_head, '\0');
  if (!std::ifstream(path + "/iamglass", std::ios::binary).read(version.data(), version_head))
    throw Error("cannot read " + path + "/iamglass");
  pack_number(version, 1);  // the revision
  for (size_t table = 0; table < tables; ++table)
    pack_root(version, roots[table], table != postlist && table != position);
  const auto [shortest, longest] = std::minmax_element(lengths_.begin(), lengths_.end());
  pack_number(version, documents());
  pack_number(version, 0);  // docids without a document
  pack_number(version, *shortest);
  pack_number(version, most_frequent_);
  pack_number(version, *longest - most_frequent_);
  pack_number(version, 0);  // the oldest set of changes
  pack_number(version, std::accumulate(lengths_.begin(), lengths_.end(), uint64_t{0}));
  pack_number(version, 0);  // of spelling
  std::ofstream out(folder_ + "/iamglass", std::ios::binary);
  if (!out.write(version.data(), static_cast<std::streamsize>(version.size())).flush())
    throw Error("cannot write the index: " + path + ": " + std::strerror(errno));
  out.close();
  sync_file(folder_ + "/iamglass");
}

}  // namespace chancery
