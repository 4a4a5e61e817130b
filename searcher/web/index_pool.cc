// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/index_pool.h"

#include <xapian.h>

#include "common/error.h"

namespace chancery::web {
namespace {

// Handles share what they have open, so reopening the copy reopens the index.
bool has_changed(const OpenIndex& open) {
  Xapian::Database handle = open.index.database();
  return handle.reopen() || open.index.revision() != open.revision;
}

}  // namespace

OpenIndex::OpenIndex(const std::string& path) : index(path), revision(index.revision()) {}

// Lends an index for a scope.
class IndexPool::Loan {
 public:
  explicit Loan(IndexPool& pool) : pool_(pool), index_(pool.take()) {}
  Loan(const Loan&) = delete;
  Loan& operator=(const Loan&) = delete;
  ~Loan() { pool_.give_back(std::move(index_)); }

  const OpenIndex& newest() { return !index_ || has_changed(*index_) ? opened_anew() : *index_; }

  const OpenIndex& opened_anew() {
    index_.reset();
    index_ = std::make_unique<OpenIndex>(pool_.path_);
    return *index_;
  }

 private:
  IndexPool& pool_;
  std::unique_ptr<OpenIndex> index_;
};

IndexPool::IndexPool(std::string path, size_t size)
    : path_(std::move(path)),
      watched_(std::make_unique<OpenIndex>(path_)),
      turns_(size),
      free_(size) {}

std::string IndexPool::revision() {
  const std::lock_guard lock(watch_mutex_);
  try {
    if (watched_ && !has_changed(*watched_)) return watched_->revision;
  } catch (const Xapian::Error&) {
    // Swapped while we looked: as if it had changed.
  }
  watched_.reset();
  try {
    watched_ = std::make_unique<OpenIndex>(path_);
  } catch (const Xapian::Error& error) {
    throw Error("the index cannot be used: " + error.get_description());
  }
  return watched_->revision;
}

std::unique_ptr<OpenIndex> IndexPool::take() {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<OpenIndex> index = std::move(free_.back());
  free_.pop_back();
  return index;
}

void IndexPool::give_back(std::unique_ptr<OpenIndex> index) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(index));
}

void IndexPool::use(Effort effort, const std::function<void(const OpenIndex&)>& work) {
  const Turns::Turn turn(turns_, effort);  // whoever has one finds an index
  Loan loan(*this);
  try {
    try {
      work(loan.newest());
    } catch (const Xapian::DatabaseError&) {
      // The indexer committed twice, or swapped the index, while we read.
      work(loan.opened_anew());
    } catch (const Xapian::NetworkError&) {
      // A server closes connections that lie idle.
      work(loan.opened_anew());
    }
  } catch (const Xapian::Error& error) {
    throw Error("the index cannot be used: " + error.get_description());
  }
}

}  // namespace chancery::web
