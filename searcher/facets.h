// SPDX-License-Identifier: GPL-2.0-or-later
/// Counts, over all articles that match, how often each entity, source, year … appears.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/index.h"
#include "searcher/results.h"

namespace chancery {

/// The keys that an article has in a field; of year, month and day, "2018-12-26".
std::vector<std::string> keys_of(const Xapian::Document& document, Field field);

/// Counts one field; give it to Xapian::Enquire::add_matchspy. A Xapian server counts in its place
/// by the match spy that it has built in, ValueCountMatchSpy: that counts whole lists of keys,
/// which are taken apart here.
class FacetCounter : public Xapian::MatchSpy {
 public:
  explicit FacetCounter(Field field);
  void operator()(const Xapian::Document& document, double weight) override;
  std::string name() const override;  // these three: what is sent to a server and comes back
  std::string serialise() const override;
  void merge_results(const std::string& counts) override;

  /// The `limit` most frequent with their names; years and months in their own order, the
  /// latest `limit` of them where there are more.
  Facet facet(const Index& index, size_t limit) const;

  /// How many articles have the key, written as facets show it.
  size_t count_of(std::string_view key) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  void count_value(std::string_view value, size_t articles);
  void count(std::string_view key, size_t articles);

  Field field_;
  std::unordered_map<std::string, size_t, Hash, std::equal_to<>> counts_;
};

}  // namespace chancery
