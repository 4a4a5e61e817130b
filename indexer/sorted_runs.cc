// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sorted_runs.h"

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

// A posting of a batch: the number of its term, its docid, and the bytes behind the term.
struct Entry {
  uint32_t term = 0;
  uint32_t docid = 0;
  std::string_view rest;
};

// A run is, for each term in order: the term, the number of its postings, their bytes; a posting is
// the docid's distance from the last one and what PackedDocument has behind the term.
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

  const File file(std::fopen(path.c_str(), "wb"));
  if (file == nullptr) fail(path);
  std::string head;
  std::string postings;
  size_t next = 0;
  for (const uint32_t term : order) {
    head.clear();
    postings.clear();
    uint32_t last = 0;
    for (uint32_t i = 0; i < counts[term]; ++i, ++next) {
      const Entry& entry = entries[sorted[next]];
      pack_number(postings, entry.docid - last);
      postings += entry.rest;
      last = entry.docid;
    }
    pack_string(head, terms[term]);
    pack_number(head, postings.size());
    if (std::fwrite(head.data(), 1, head.size(), file.get()) != head.size() ||
        std::fwrite(postings.data(), 1, postings.size(), file.get()) != postings.size()) {
      fail(path);
    }
  }
  if (std::fflush(file.get()) != 0) fail(path);
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
  std::vector<std::unique_ptr<RunReader>> runs;
  const auto is_later = [&runs](size_t a, size_t b) {
    const int order = runs[a]->term.compare(runs[b]->term);
    return order != 0 ? order > 0 : a > b;
  };
  std::priority_queue<size_t, std::vector<size_t>, decltype(is_later)> next(is_later);
  for (const std::string& path : paths_) {
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

}  // namespace chancery
