// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/only_these.h"

#include <algorithm>
#include <vector>

namespace chancery {
namespace {

class Articles : public Xapian::PostingSource {
 public:
  explicit Articles(std::vector<Xapian::docid> ids) : ids_(std::move(ids)) {}

  void init(const Xapian::Database& /*database*/) override {
    at_ = 0;
    has_begun_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  void next(double /*least*/) override {
    if (has_begun_) ++at_;
    has_begun_ = true;
  }
  void skip_to(Xapian::docid wanted, double /*least*/) override {
    has_begun_ = true;
    const auto from = ids_.begin() + static_cast<ptrdiff_t>(at_);
    at_ = static_cast<size_t>(std::lower_bound(from, ids_.end(), wanted) - ids_.begin());
  }
  bool at_end() const override { return at_ >= ids_.size(); }
  Xapian::docid get_docid() const override { return ids_[at_]; }
  PostingSource* clone() const override { return new Articles(ids_); }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(ids_.size()); }

  std::vector<Xapian::docid> ids_;  // in their order
  size_t at_ = 0;
  bool has_begun_ = false;
};

}  // namespace

Xapian::Query only_these(const Xapian::MSet& articles) {
  std::vector<Xapian::docid> ids;
  for (auto at = articles.begin(); at != articles.end(); ++at) ids.push_back(*at);
  std::sort(ids.begin(), ids.end());
  Xapian::PostingSource* const source = new Articles(std::move(ids));
  return Xapian::Query(source->release());
}

}  // namespace chancery
