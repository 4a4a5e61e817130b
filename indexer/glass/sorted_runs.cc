// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/sorted_runs.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <numeric>
#include <queue>

#include "common/error.h"
#include "common/packed.h"
#include "common/string_map.h"

namespace chancery {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail(const std::string& path) {
  throw Error("cannot write the index: " + path + ": " + std::strerror(errno));
}

// Programs may have 1,024 files open, as a rule.
constexpr size_t most_open = 400;

// A posting of a batch: the number of its term, its docid, and the bytes behind the term.
struct Entry {
  uint32_t term = 0;
  uint32_t docid = 0;
  std::string_view rest;
};

// A run is, for each term in order: the term, the size of its postings, their bytes; a posting is
// the docid's distance from the last one and what PackedDocument has behind the term.
class RunWriter {
 public:
  explicit RunWriter(const std::string& path) : path_(path), file_(std::fopen(path.c_str(), "wb")) {
    if (file_ == nullptr) fail(path_);
  }
  /// Of the term that is written next.
  void add(uint32_t docid, std::string_view rest) {
    pack_number(postings_, docid - last_);
    postings_ += rest;
    last_ = docid;
  }
  void write(std::string_view term) {
    std::string head;
    pack_string(head, term);
    pack_number(head, postings_.size());
    put(head);
    put(postings_);
    postings_.clear();
    last_ = 0;
  }
  void finish() {
    if (std::fflush(file_.get()) != 0) fail(path_);
  }

 private:
  void put(const std::string& bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail(path_);
  }
  std::string path_;
  File file_;
  std::string postings_;
  uint32_t last_ = 0;
};

void write_run(const std::vector<std::pair<uint32_t, std::string>>& batch,
               const std::string& path) {
  ViewMap<uint32_t> numbers;
  std::vector<std::string_view> terms;
  std::vector<uint32_t> counts;
  std::vector<Entry> entries;
  for (const auto& [docid, packed] : batch) {
    for (Unpacker unpacker(packed); !unpacker.at_end();) {
      const std::string_view term = unpacker.string();
      const char* rest = term.data() + term.size();
      unpacker.number();
      const std::string_view positions = unpacker.string();
      const auto [found, is_new] = numbers.try_emplace(term, static_cast<uint32_t>(terms.size()));
      if (is_new) {
        terms.push_back(term);
        counts.push_back(0);
      }
      ++counts[found.value()];
      entries.push_back({found.value(),
                         docid,
                         {rest, static_cast<size_t>(positions.data() + positions.size() - rest)}});
    }
  }
  std::vector<uint32_t> order(terms.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&terms](uint32_t a, uint32_t b) { return terms[a] < terms[b]; });
  std::vector<size_t> places(terms.size());  // where a term's next posting goes
  size_t place = 0;
  for (const uint32_t term : order) {
    places[term] = place;
    place += counts[term];
  }
  std::vector<uint32_t> sorted(entries.size());
  for (uint32_t i = 0; i < entries.size(); ++i) sorted[places[entries[i].term]++] = i;

  RunWriter run(path);
  size_t next = 0;
  for (const uint32_t term : order) {
    for (uint32_t i = 0; i < counts[term]; ++i, ++next) {
      const Entry& entry = entries[sorted[next]];
      run.add(entry.docid, entry.rest);
    }
    run.write(terms[term]);
  }
  run.finish();
}

// A run while it is merged: a term and the bytes of its postings at a time.
class RunReader {
 public:
  explicit RunReader(const std::string& path) : path_(path), file_(std::fopen(path.c_str(), "rb")) {
    if (file_ == nullptr) fail(path);
    constexpr size_t buffer = 1 << 17;
    std::setvbuf(file_.get(), nullptr, _IOFBF, buffer);
  }
  bool next() {
    const int first = std::getc(file_.get());
    if (first == EOF) return false;
    std::ungetc(first, file_.get());
    read(term, number());
    read(postings, number());
    return true;
  }
  std::string term;
  std::string postings;

 private:
  uint64_t number() {
    uint64_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
      const int byte = std::getc(file_.get());
      if (byte == EOF) fail(path_);
      number |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
  }
  void read(std::string& out, uint64_t size) {
    out.resize(size);
    if (std::fread(out.data(), 1, size, file_.get()) != size) fail(path_);
  }
  std::string path_;
  File file_;
};

// Runs of ascending docids, in their order.
void merge_runs(const std::vector<std::string>& paths, const SortedRuns::Use& use) {
  std::vector<std::unique_ptr<RunReader>> runs;
  const auto is_later = [&runs](size_t a, size_t b) {
    const int order = runs[a]->term.compare(runs[b]->term);
    return order != 0 ? order > 0 : a > b;
  };
  std::priority_queue<size_t, std::vector<size_t>, decltype(is_later)> next(is_later);
  for (const std::string& path : paths) {
    runs.push_back(std::make_unique<RunReader>(path));
    if (runs.back()->next()) next.push(runs.size() - 1);
  }
  std::string term;
  for (bool has_begun = false; !next.empty();) {
    RunReader& run = *runs[next.top()];
    if (!has_begun || run.term != term) {
      if (has_begun) use.end();
      has_begun = true;
      term = run.term;
      use.begin(term);
    }
    uint32_t docid = 0;
    for (Unpacker unpacker(run.postings); !unpacker.at_end();) {
      docid += static_cast<uint32_t>(unpacker.number());
      const uint64_t frequency = unpacker.number();
      use.posting({docid, frequency, unpacker.string()});
    }
    const size_t number = next.top();
    next.pop();
    if (run.next()) next.push(number);
    if (next.empty()) use.end();
  }
}

void merge_into_one(const std::vector<std::string>& paths, const std::string& path) {
  RunWriter run(path);
  std::string current;
  std::string rest;
  SortedRuns::Use use;
  use.begin = [&](const std::string& term) { current = term; };
  use.posting = [&](const Posting& posting) {
    rest.clear();
    pack_number(rest, posting.frequency);
    pack_string(rest, posting.positions);
    run.add(posting.docid, rest);
  };
  use.end = [&] { run.write(current); };
  merge_runs(paths, use);
  run.finish();
  for (const std::string& merged : paths) std::remove(merged.c_str());
}

}  // namespace

SortedRuns::SortedRuns(std::string folder, size_t run_bytes)
    : folder_(std::move(folder)), run_bytes_(run_bytes) {}

void SortedRuns::add(uint32_t docid, std::string terms) {
  batch_bytes_ += terms.size();
  batch_.emplace_back(docid, std::move(terms));
  if (batch_bytes_ >= run_bytes_) write_batch();
}

void SortedRuns::write_batch() {
  if (writing_.valid()) writing_.get();
  paths_.push_back(folder_ + "/run" + std::to_string(paths_.size()));
  writing_ = std::async(std::launch::async, [batch = std::move(batch_), path = paths_.back()] {
    write_run(batch, path);
  });
  batch_.clear();
  batch_bytes_ = 0;
}

void SortedRuns::merge(const Use& use) {
  if (!batch_.empty()) write_batch();
  if (writing_.valid()) writing_.get();
  while (paths_.size() > most_open) {
    std::vector<std::string> fewer;
    for (size_t at = 0; at < paths_.size(); at += most_open) {
      const auto begin = paths_.begin() + static_cast<ptrdiff_t>(at);
      const auto end = begin + static_cast<ptrdiff_t>(std::min(most_open, paths_.size() - at));
      fewer.push_back(paths_[at] + "-merged");
      merge_into_one({begin, end}, fewer.back());
    }
    paths_ = std::move(fewer);
  }
  merge_runs(paths_, use);
}

}  // namespace chancery
