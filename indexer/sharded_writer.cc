// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sharded_writer.h"

#include <algorithm>

#include "indexer/sync_folder.h"

namespace chancery {

ShardedWriter::ShardedWriter(const std::string& path, const ShardLayout& layout,
                             const Gazetteer& gazetteer)
    : layout_(layout) {
  write_layout(path, layout);
  for (const std::string& shard : shard_paths(path, layout))
    writers_.push_back(std::make_unique<BulkWriter>(shard, gazetteer));
  if (writers_.size() > 1) sync_folder(path);  // their names
  look_for_copies_in_all();
}

void ShardedWriter::look_for_copies_in_all() {
  Xapian::Database all;
  for (const auto& writer : writers_) all.add_database(writer->database());
  for (const auto& writer : writers_) writer->look_for_copies_in(all);
}

void ShardedWriter::build_anew(size_t memory) {
  copies_ = std::make_unique<CopyGroups>();
  const size_t share = std::min(memory, IndexBuilder::most_memory) / writers_.size();
  for (const auto& writer : writers_) writer->build_anew(share, *copies_);
}

void ShardedWriter::finish_building() {
  for (const auto& writer : writers_) writer->commit();
  copies_->find_groups();
  for (const auto& writer : writers_) writer->finish_building();
  copies_.reset();
  look_for_copies_in_all();
  for (const auto& writer : writers_) writer->write_late();
}

Xapian::docid ShardedWriter::global(size_t shard, Xapian::docid id) const {
  return static_cast<Xapian::docid>((id - 1) * layout_.shards + shard + 1);
}
Xapian::docid ShardedWriter::local(Xapian::docid id) const {
  return static_cast<Xapian::docid>((id - 1) / layout_.shards + 1);
}
BulkWriter& ShardedWriter::writer_of(Xapian::docid id) {
  return *writers_[(id - 1) % layout_.shards];
}

// One whose day was corrected stays in the shard where it is: else it would be in two of them.
size_t ShardedWriter::shard_for(const Article& article) const {
  if (layout_.by == ShardBy::year) {
    for (size_t shard = 0; shard < writers_.size(); ++shard) {
      if (writers_[shard]->has(article.id)) return shard;
    }
  }
  return shard_of(layout_, article);
}

std::optional<Xapian::docid> ShardedWriter::find_same(const Article& article,
                                                      const std::string& content_hash) const {
  const size_t shard = shard_for(article);
  const auto found = writers_[shard]->find_same(article.id, content_hash);
  return found ? std::optional(global(shard, *found)) : std::nullopt;
}

BulkWriter::Written ShardedWriter::write(BuiltDocument built, const Article& article,
                                         const Tags& tags, const Origin& origin) {
  const size_t shard = shard_for(article);
  BulkWriter::Written written = writers_[shard]->write(std::move(built), article, tags, origin);
  written.id = global(shard, written.id);
  if (copies_ && writers_[shard]->has_much_late()) finish_building();
  if (writers_.size() > 1 && written.outcome != BulkWriter::Outcome::unchanged &&
      ++uncommitted_ >= BulkWriter::articles_per_commit())
    commit_shards();
  return written;
}

std::vector<Xapian::docid> ShardedWriter::articles_of(const std::string& path) const {
  std::vector<Xapian::docid> all;
  for (size_t shard = 0; shard < writers_.size(); ++shard) {
    for (const Xapian::docid id : writers_[shard]->files().articles_of(path))
      all.push_back(global(shard, id));
  }
  std::sort(all.begin(), all.end());
  return all;
}

void ShardedWriter::hold(Xapian::docid id, const std::vector<std::string>& file_terms) {
  writer_of(id).hold(local(id), file_terms);
}

bool ShardedWriter::drop_article(Xapian::docid id, const std::string& path) {
  return writer_of(id).drop_article(local(id), path);
}

void ShardedWriter::keep_corrections(const std::string& text) {
  for (const auto& writer : writers_) writer->keep_corrections(text);
}

void ShardedWriter::commit() {
  if (copies_) finish_building();
  commit_shards();
}

void ShardedWriter::commit_shards() {
  for (auto writer = writers_.rbegin(); writer != writers_.rend(); ++writer) (*writer)->commit();
  uncommitted_ = 0;
}

}  // namespace chancery
