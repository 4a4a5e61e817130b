// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "common/schema.h"

namespace chancery {
namespace {

// Far more than sums of weights differ in their last digits, far less than articles do that differ.
constexpr double same_weight = 1e-9;

Xapian::doccount to_doccount(size_t number, Xapian::doccount most) {
  return static_cast<Xapian::doccount>(std::min<size_t>(number, most));
}

}  // namespace

double to_score(double weight) { return std::round(weight * 1e6) / 1e6; }

Ranking::Ranking(const Index& index, const Xapian::Query& query, Sort sort, bool has_text,
                 bool collapse)
    : index_(index),
      query_(query),
      enquire_(index.database()),
      sort_(sort),
      collapse_(collapse),
      by_day_(sort != Sort::relevance && has_text),
      needs_sorting_(by_day_ || (sort == Sort::relevance && (index.is_sharded() || !collapse))),
      by_weight_alone_(sort == Sort::relevance && has_text && !collapse) {
  enquire_.set_query(query);
  set_order();
  if (collapse) enquire_.set_collapse_key(schema::copies_slot);
}

// Undated articles come last either way. Without words, day and id are the whole order. By weight
// alone is for a first try: a key to sort by would be read for each match, and hardly any two
// weigh the same.
void Ranking::set_order() {
  switch (sort_) {
    case Sort::relevance:
      if (by_weight_alone_) {
        enquire_.set_sort_by_relevance();
      } else {
        enquire_.set_sort_by_relevance_then_value(schema::order_slot, true);
      }
      break;
    case Sort::newest:
      enquire_.set_sort_by_value_then_relevance(by_day_ ? schema::date_slot : schema::order_slot,
                                                true);
      break;
    case Sort::oldest:
      enquire_.set_sort_by_value_then_relevance(
          by_day_ ? schema::oldest_slot : schema::oldest_order_slot, false);
      break;
  }
}

// All is looked at the first time, for the totals and the spies, if they are wanted; later calls
// may stop earlier. One at least: whether anything matches is always known.
std::vector<Ranking::Match> Ranking::matches(size_t first, size_t size) {
  const Xapian::doccount all = index_.database().get_doccount();
  const Xapian::MSet found = enquire_.get_mset(to_doccount(first, all), to_doccount(size, all),
                                               are_counted_  ? 0
                                               : counts_all_ ? all
                                                             : 1);
  if (!are_counted_) {
    total_ = found.get_matches_estimated();
    total_is_exact_ = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  }
  are_counted_ = true;
  enquire_.clear_matchspies();
  std::vector<Match> matches;
  for (auto at = found.begin(); at != found.end(); ++at) {
    matches.push_back({*at, at.get_weight(), at.get_collapse_count(),
                       needs_sorting_ && !by_weight_alone_ ? at.get_sort_key() : "",
                       collapse_ ? at.get_collapse_key() : ""});
  }
  return matches;
}

// Where no word adds to the weights they are 0, and exact: then Xapian has sorted by the key.
bool Ranking::are_equal(const Match& a, const Match& b) const {
  if (std::abs(a.weight - b.weight) > same_weight) return false;
  return by_day_ ? a.sort_key == b.sort_key : a.weight > 0 || by_weight_alone_;
}

std::string Ranking::order_of(const Match& match) const {
  return by_day_ || by_weight_alone_ ? index_.order_value(match.id) : match.sort_key;
}

void Ranking::sort_equals(std::vector<Match>& matches) const {
  for (size_t first = 0, end = 0; first < matches.size(); first = end) {
    end = first + 1;
    while (end < matches.size() && are_equal(matches[end - 1], matches[end])) ++end;
    if (end - first == 1) continue;
    std::vector<std::pair<std::string, Match>> equals;
    for (size_t i = first; i < end; ++i)
      equals.emplace_back(order_of(matches[i]), std::move(matches[i]));
    std::sort(equals.begin(), equals.end(), [this](const auto& a, const auto& b) {
      return sort_ == Sort::oldest ? a.first < b.first : a.first > b.first;
    });
    for (size_t i = first; i < end; ++i) matches[i] = std::move(equals[i - first].second);
  }
}

// Of copies that are equally good Xapian may have kept any.
Ranking::Match Ranking::best_copy(const Match& match) const {
  const Xapian::Query copies(Xapian::Query::OP_VALUE_RANGE, schema::copies_slot, match.group,
                             match.group);
  Ranking among(index_, Xapian::Query(Xapian::Query::OP_FILTER, query_, copies), sort_, by_day_,
                false);
  std::vector<Match> all = among.matches(0, match.copies + 1);
  if (all.empty()) return match;
  sort_equals(all);
  Match best = std::move(all.front());
  best.copies = match.copies;
  best.group = match.group;
  return best;
}

// How many each stands for, and how many there are without them. Xapian's own numbers are guesses
// where a server or a shard has looked at its own copies alone.
void Ranking::count_copies(std::vector<Match>& matches) {
  std::unordered_map<std::string, Match*> by_group;
  for (Match& match : matches) {
    if (!match.group.empty()) by_group[match.group] = &match;
  }
  total_ = groups_->get_total();
  total_is_exact_ = true;
  for (auto at = groups_->values_begin(); at != groups_->values_end(); ++at) {
    const size_t copies = at.get_termfreq() - 1;
    total_ -= copies;
    if (const auto found = by_group.find(*at); found != by_group.end())
      found->second->copies = copies;
  }
}

// Those that are as good as the first and the last are all to be known, to be sorted: some more
// than were asked for, from rank `begin` on.
std::vector<Ranking::Match> Ranking::matches_around(size_t first, size_t size, size_t& begin) {
  constexpr size_t first_margin = 1;
  constexpr size_t growth = 16;
  for (size_t margin = first_margin;;) {
    begin = first - std::min(first, margin);
    const size_t lead = first - begin;
    const size_t wanted = lead + std::min(size, SIZE_MAX / 2) + margin;
    std::vector<Match> found = matches(begin, wanted);
    const bool has_front =
        begin == 0 || lead >= found.size() || !are_equal(found.front(), found[lead]);
    const bool has_back = found.size() < wanted || !are_equal(found[lead + size - 1], found.back());
    if (has_front && has_back) return found;
    // Whole runs weigh the same: with the keys Xapian can tell them apart.
    by_weight_alone_ = false;
    set_order();
    margin *= growth;
  }
}

std::vector<RankedArticle> Ranking::page(size_t first, size_t size,
                                         const std::vector<Xapian::MatchSpy*>& spies) {
  counts_all_ = true;
  for (Xapian::MatchSpy* spy : spies) enquire_.add_matchspy(spy);
  groups_ = std::make_unique<Xapian::ValueCountMatchSpy>(schema::copies_slot);
  if (collapse_) enquire_.add_matchspy(groups_.get());
  // Without any hit: what a server has counted and gives as a hit, Xapian would count here once
  // more.
  are_counted_ = false;
  if (index_.has_servers() && (collapse_ || !spies.empty())) matches(0, 0);
  return ranked(first, size);
}

std::vector<RankedArticle> Ranking::best(size_t first, size_t size) {
  if (collapse_) return page(first, size);  // the copies are to be found
  counts_all_ = false;
  are_counted_ = false;
  return ranked(first, size);
}

std::vector<RankedArticle> Ranking::ranked(size_t first, size_t size) {
  const bool needs_all = needs_sorting_ && size > 0;
  size_t begin = first;
  std::vector<Match> found = needs_all ? matches_around(first, size, begin) : matches(first, size);
  if (collapse_) count_copies(found);
  if (needs_all) {
    for (Match& match : found) {
      if (match.copies > 0) match = best_copy(match);
    }
    sort_equals(found);
  }
  std::vector<RankedArticle> page;
  for (size_t i = first - begin; i < found.size() && page.size() < size; ++i) {
    page.push_back({found[i].id, to_score(found[i].weight), found[i].copies});
  }
  return page;
}

}  // namespace chancery
