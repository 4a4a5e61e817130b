// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source_files.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "common/schema.h"
#include "indexer/file_state.h"

namespace chancery {
namespace {

namespace fs = std::filesystem;

// The same for one file however it is named, but for links.
std::string absolute(const std::string& path) {
  std::string name = fs::absolute(path).lexically_normal().string();
  while (name.size() > 1 && name.ends_with('/')) name.pop_back();
  return name;
}

// A change within the clock's tick would leave the time as it is.
void distrust_if_fresh(FileState& state) {
  using namespace std::chrono;
  const int64_t now = duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
  if (state.modified > now - nanoseconds(2s).count()) state.modified = 0;
}

bool is_same_moment(const FileState& a, const FileState& b) {
  return a.size == b.size && a.modified == b.modified;
}

bool is_under(const std::string& path, const std::string& input) {
  return path == input || path.starts_with(input.ends_with('/') ? input : input + "/");
}

bool is_gone(const std::string& path) {
  std::error_code error;
  return fs::symlink_status(path, error).type() == fs::file_type::not_found;
}

FileRecord not_yet_whole(const FileRecord& record) {
  FileRecord part;
  part.path = record.path;
  part.has_leftovers = record.has_leftovers;
  part.rank = record.rank;
  return part;
}

}  // namespace

SourceFiles::SourceFiles(ShardedWriter& writer, const Format* format, bool prune)
    : writer_(writer), format_(format == nullptr ? "" : std::string(format->name)), prune_(prune) {}

bool SourceFiles::begin(const std::string& path) {
  current_ = std::make_shared<SourceFile>();
  current_->term = schema::file_term("-");
  auto state = path == "-" ? std::nullopt : state_of_file(path);
  if (!state) return true;
  FileRecord& record = current_->record;
  record.path = absolute(path);
  record.format = format_;
  current_->term = schema::file_term(record.path);
  auto known = writer_.files().find(record.path);
  if (known && is_in_index(*known, *state, path)) {
    unchanged_ += known->articles;
    return false;
  }
  if (state->hash.empty()) state->hash = hash_of_file(path);
  record.state = *state;
  record.rank = known ? known->rank : writer_.files().next_rank();
  if (known) {
    current_->was_known = true;
    record.has_leftovers = known->has_leftovers;
    writer_.files().set(not_yet_whole(record));
  }
  return true;
}

// Fills in the hash of the state where it is needed.
bool SourceFiles::is_in_index(FileRecord& known, FileState& state, const std::string& path) {
  if (!known.whole || known.format != format_ || (prune_ && known.has_leftovers)) return false;
  if (known.state.modified != 0 && is_same_moment(known.state, state)) return true;
  if (known.state.size != state.size) return false;
  state.hash = hash_of_file(path);
  if (state.hash.empty() || state.hash != known.state.hash) return false;
  known.state = state;
  distrust_if_fresh(known.state);
  writer_.files().set(known);
  return true;
}

void SourceFiles::opened(const Format& format) {
  if (&format == &rss || &format == &atom) current_->is_feed = true;
}

void SourceFiles::rejected() {
  if (current_) current_->has_rejects = true;
}

const std::shared_ptr<SourceFile>& SourceFiles::article() {
  SourceFile& file = *current_;
  // From its first article on the file is known, so that one that vanishes now is missed by
  // --prune.
  if (file.record.articles == 0 && !file.record.path.empty() && !file.was_known) {
    writer_.files().set(not_yet_whole(file.record));
  }
  ++file.record.articles;
  ++file.under_way;
  return current_;
}

void SourceFiles::settle(SourceFile& file, Xapian::docid id) {
  if (file.was_known) file.found.insert(id);
  --file.under_way;
  if (file.is_read && file.under_way == 0) finish(file);
}

void SourceFiles::end() {
  current_->is_read = true;
  if (current_->under_way == 0) finish(*current_);
  current_.reset();
}

void SourceFiles::finish(SourceFile& file) {
  FileRecord& record = file.record;
  if (record.path.empty() || file.has_rejects || (record.articles == 0 && !file.was_known)) return;
  const auto now = state_of_file(record.path);
  if (!now || !is_same_moment(*now, record.state))
    return;  // changed while it was read: once more next time
  if (file.was_known && !file.is_feed) take_leftovers(file);
  record.whole = true;
  distrust_if_fresh(record.state);
  writer_.files().set(record);
}

void SourceFiles::take_leftovers(SourceFile& file) {
  file.record.has_leftovers = false;
  for (const Xapian::docid id : writer_.articles_of(file.record.path)) {
    if (file.found.contains(id)) continue;
    if (!prune_) {
      file.record.has_leftovers = true;
      return;
    }
    if (writer_.drop_article(id, file.record.path)) ++removed_;
  }
}

void SourceFiles::drop_missing(const std::vector<std::string>& inputs) {
  IndexedFiles& files = writer_.files();
  for (const std::string& path : files.paths()) {
    const auto holds = [&path](const std::string& input) {
      return input != "-" && is_under(path, absolute(input));
    };
    if (std::none_of(inputs.begin(), inputs.end(), holds) || !is_gone(path)) continue;
    for (const Xapian::docid id : writer_.articles_of(path)) {
      if (writer_.drop_article(id, path)) ++removed_;
    }
    files.forget(path);
  }
}

}  // namespace chancery
