// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/deadline.h"

#include <algorithm>

namespace chancery {
namespace {

// Holds all articles. As a filter it is asked of each that the rest of the query may match, before
// positions are compared: so the clock is looked at where the time goes.
class Watch : public Xapian::PostingSource {
 public:
  explicit Watch(const Deadline& deadline) : deadline_(deadline) {}

  void init(const Xapian::Database& database) override {
    last_ = database.get_lastdocid();
    count_ = database.get_doccount();
    at_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  void next(double /*least*/) override { skip_to(at_ + 1, 0); }
  void skip_to(Xapian::docid wanted, double /*least*/) override {
    deadline_.check();
    at_ = std::max(at_, wanted);
  }
  bool check(Xapian::docid wanted, double least) override {
    skip_to(wanted, least);
    return true;
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  PostingSource* clone() const override { return new Watch(deadline_); }

 private:
  Deadline deadline_;
  Xapian::docid at_ = 0;
  Xapian::docid last_ = 0;
  Xapian::doccount count_ = 0;
};

}  // namespace

void Deadline::check() const {
  if (Clock::now() > at_)
    throw TooSlow(
        "this search takes too long; narrow it, by a date or a country, say, or ask for whole "
        "words");
}

Xapian::Query Deadline::watch(const Xapian::Query& query) const {
  Xapian::PostingSource* const watch = new Watch(*this);
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(watch->release())};
}

}  // namespace chancery
