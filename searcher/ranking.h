// SPDX-License-Identifier: GPL-2.0-or-later
/// The articles that match, in an order that depends on the articles alone, not on the shards they
/// lie in.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/search_request.h"

namespace chancery {

/// A weight to the digits that are the same whatever the shards.
double to_score(double weight);

struct RankedArticle {
  Xapian::docid id = 0;
  double score = 0;
  size_t copies = 0;  ///< near-duplicates that it stands for, with collapse
};

/// What is equally good comes by its day, the newest first, then by its id. Over several shards
/// Xapian itself cannot keep to that: it adds up the weight of one article in another order in each
/// shard, so that what is equally good differs in the last digits, and the numbers of documents say
/// nothing about their age.
class Ranking {
 public:
  /// `has_text`: words to rank by, so that the articles of one day are sorted by how well they
  /// match.
  Ranking(const Index& index, const Xapian::Query& query, Sort sort, bool has_text, bool collapse);

  /// The articles from rank `first` (from 0) on, `size` at most. All matches are looked at, so that
  /// totals are exact; `spies` see each once.
  std::vector<RankedArticle> page(size_t first, size_t size,
                                  const std::vector<Xapian::MatchSpy*>& spies = {});

  /// The same articles, where nobody asks how many there are beside them: only those are looked at
  /// that may be among the best. total() is a guess then, and 0 only where nothing matches.
  /// Not for queries that compare positions: with these Xapian 1.4 may lose a match when it stops
  /// early.
  std::vector<RankedArticle> best(size_t first, size_t size);

  /// Of all that match, after page(); with collapse without the copies.
  size_t total() const { return total_; }
  bool total_is_exact() const { return total_is_exact_; }

 private:
  struct Match {
    Xapian::docid id = 0;
    double weight = 0;
    size_t copies = 0;
    std::string sort_key;
    std::string group;  // of copies
  };
  std::vector<RankedArticle> ranked(size_t first, size_t size);
  std::vector<Match> matches(size_t first, size_t size);
  std::vector<Match> matches_around(size_t first, size_t size, size_t& begin);
  Match best_copy(const Match& match) const;
  void count_copies(std::vector<Match>& matches);
  bool are_equal(const Match& a, const Match& b) const;
  void sort_equals(std::vector<Match>& matches) const;
  std::string order_of(const Match& match) const;

  void set_order();

  const Index& index_;
  Xapian::Query query_;
  Xapian::Enquire enquire_;
  Sort sort_;
  bool collapse_;
  bool by_day_;           // and within the day by weight
  bool needs_sorting_;    // beyond what Xapian does
  bool by_weight_alone_;  // what Xapian does: no keys to sort by are read
  std::unique_ptr<Xapian::ValueCountMatchSpy> groups_;  // of copies, with collapse
  bool are_counted_ = false;                            // as many as were wanted were looked at
  bool counts_all_ = true;                              // that is, all
  size_t total_ = 0;
  bool total_is_exact_ = true;
};

}  // namespace chancery
