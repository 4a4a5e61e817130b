// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cross.h"

#include <algorithm>

namespace chancery {
namespace {

constexpr unsigned half = 32;  // bits: the row's number stands above the column's

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
  std::stable_sort(cross.counts.begin(), cross.counts.end(),
                   [](const CrossCount& a, const CrossCount& b) { return a.count > b.count; });
  return cross;
}

}  // namespace chancery
