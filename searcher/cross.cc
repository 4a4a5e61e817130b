// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cross.h"

#include <algorithm>

namespace chancery {
namespace {

constexpr unsigned half = 32;  // bits: the row's number stands above the column's

void sort_by_count(std::vector<CrossCount>& counts) {
  std::stable_sort(counts.begin(), counts.end(),
                   [](const CrossCount& a, const CrossCount& b) { return a.count > b.count; });
}

std::vector<FacetCounter> counted(const Index& index, const Xapian::Query& query,
                                  const std::vector<Field>& fields) {
  std::vector<FacetCounter> counters(fields.begin(), fields.end());
  Xapian::Enquire enquire(index.database());
  enquire.set_query(query);
  for (FacetCounter& counter : counters) enquire.add_matchspy(&counter);
  enquire.get_mset(0, 0, index.database().get_doccount());
  return counters;
}

}  // namespace

CrossCounter::CrossCounter(std::pair<Field, Field> fields) : fields_(fields), rows_(fields.first), columns_(fields.second) {}

uint32_t CrossCounter::number(const std::string& key) {
  return numbers_.emplace(key, static_cast<uint32_t>(numbers_.size())).first->second;
}

void CrossCounter::operator()(const Xapian::Document& document, double weight) {
  rows_(document, weight);
  columns_(document, weight);
  const std::vector<std::string> columns = keys_of(document, fields_.second);
  for (const std::string& row : keys_of(document, fields_.first)) {
    const uint64_t above = static_cast<uint64_t>(number(row)) << half;
    for (const std::string& column : columns) {
      if (fields_.first == fields_.second && row == column) continue;
      ++counts_[above | number(column)];
    }
  }
}

Cross CrossCounter::cross(const Index& index, size_t limit) const {
  Cross cross{fields_.first, fields_.second, rows_.facet(index, limit).values, columns_.facet(index, limit).values, {}};
  for (const FacetValue& row : cross.rows) {
    const auto row_number = numbers_.find(row.key);
    if (row_number == numbers_.end()) continue;
    for (const FacetValue& column : cross.columns) {
      const auto column_number = numbers_.find(column.key);
      if (column_number == numbers_.end()) continue;
      const auto found = counts_.find(static_cast<uint64_t>(row_number->second) << half | column_number->second);
      if (found != counts_.end()) cross.counts.push_back({row, column, found->second});
    }
  }
  sort_by_count(cross.counts);
  return cross;
}

Cross cross_by_rows(const Index& index, const Xapian::Query& query, std::pair<Field, Field> fields,
                    size_t limit) {
  const auto& [row_field, column_field] = fields;
  const std::vector<FacetCounter> sums = counted(index, query, {row_field, column_field});
  Cross cross{row_field,
              column_field,
              sums.front().facet(index, limit).values,
              sums.back().facet(index, limit).values,
              {}};
  for (const FacetValue& row : cross.rows) {
    const Xapian::Query in_row(Xapian::Query::OP_FILTER, query,
                               Xapian::Query(term_of(row_field, row.key)));
    const std::vector<FacetCounter> counts = counted(index, in_row, {column_field});
    for (const FacetValue& column : cross.columns) {
      if (row_field == column_field && row.key == column.key) continue;
      if (const size_t count = counts.front().count_of(column.key))
        cross.counts.push_back({row, column, count});
    }
  }
  sort_by_count(cross.counts);
  return cross;
}

}  // namespace chancery
