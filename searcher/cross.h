// SPDX-License-Identifier: GPL-2.0-or-later
/// Counts, over all articles that match, which values of two fields appear together, for --cross.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "searcher/facets.h"

namespace chancery {

/// Of the values that are known to be the most frequent; so it takes a match of its own, behind the
/// one that counted them. Of two fields with very many values each that is far less work than
/// counting all pairs. Give it to Xapian::Enquire::add_matchspy.
class CrossCounter : public Xapian::MatchSpy {
 public:
  CrossCounter(std::pair<Field, Field> fields, std::vector<FacetValue> rows,
               std::vector<FacetValue> columns);
  void operator()(const Xapian::Document& document, double weight) override;

  /// The pairs that appear together, the most frequent first. Of one field with itself, a value
  /// does not count as together with itself.
  Cross cross() const;

 private:
  using Numbers = std::unordered_map<std::string_view, uint32_t>;
  static Numbers number(const std::vector<FacetValue>& values);
  static void find(const Xapian::Document& document, Field field, const Numbers& numbers,
                   std::vector<uint32_t>& found);

  std::pair<Field, Field> fields_;
  std::vector<FacetValue> rows_;
  std::vector<FacetValue> columns_;
  Numbers row_numbers_;  // by key; the keys are those in rows_
  Numbers column_numbers_;
  std::unordered_map<uint64_t, size_t> counts_;  // by both numbers
  std::vector<uint32_t> found_rows_;             // of the article at hand
  std::vector<uint32_t> found_columns_;
};

/// The same for an index with servers, which can count one field at a time: by a query for each
/// row.
Cross cross_by_rows(const Index& index, const Xapian::Query& query, std::pair<Field, Field> fields,
                    size_t limit);

}  // namespace chancery
