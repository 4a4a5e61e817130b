// SPDX-License-Identifier: GPL-2.0-or-later
/// Counts, over all articles that match, which values of two fields appear together, for --cross.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "searcher/facets.h"

namespace chancery {

/// Give it to Xapian::Enquire::add_matchspy.
class CrossCounter : public Xapian::MatchSpy {
 public:
  explicit CrossCounter(std::pair<Field, Field> fields);
  void operator()(const Xapian::Document& document, double weight) override;

  /// The `limit` most frequent values of each field and their counts. Of one field with itself, a value does
  /// not count as together with itself.
  Cross cross(const Index& index, size_t limit) const;

 private:
  uint32_t number(const std::string& key);

  std::pair<Field, Field> fields_;
  FacetCounter rows_;
  FacetCounter columns_;
  std::unordered_map<std::string, uint32_t> numbers_;  // of keys of either field
  std::unordered_map<uint64_t, size_t> counts_;        // by both numbers
};

/// The same for an index with servers, which can count one field at a time: by a query for each
/// row.
Cross cross_by_rows(const Index& index, const Xapian::Query& query, std::pair<Field, Field> fields,
                    size_t limit);

}  // namespace chancery
