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

CrossCounter::Numbers CrossCounter::number(const std::vector<FacetValue>& values) {
  Numbers numbers;
  for (const FacetValue& value : values)
    numbers.emplace(value.key, static_cast<uint32_t>(numbers.size()));
  return numbers;
}

CrossCounter::CrossCounter(std::pair<Field, Field> fields, std::vector<FacetValue> rows,
                           std::vector<FacetValue> columns)
    : fields_(fields),
      rows_(std::move(rows)),
      columns_(std::move(columns)),
      row_numbers_(number(rows_)),
      column_numbers_(number(columns_)) {}

void CrossCounter::find(const Xapian::Document& document, Field field, const Numbers& numbers,
                        std::vector<uint32_t>& found) {
  found.clear();
  for (const std::string& key : keys_of(document, field)) {
    if (const auto at = numbers.find(key); at != numbers.end()) found.push_back(at->second);
  }
}

void CrossCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  find(document, fields_.first, row_numbers_, found_rows_);
  if (found_rows_.empty()) return;
  find(document, fields_.second, column_numbers_, found_columns_);
  for (const uint32_t row : found_rows_) {
    for (const uint32_t column : found_columns_) {
      if (fields_.first == fields_.second && row == column) continue;
      ++counts_[static_cast<uint64_t>(row) << half | column];
    }
  }
}

Cross CrossCounter::cross() const {
  Cross cross{fields_.first, fields_.second, rows_, columns_, {}};
  for (uint32_t row = 0; row < rows_.size(); ++row) {
    for (uint32_t column = 0; column < columns_.size(); ++column) {
      const auto found = counts_.find(static_cast<uint64_t>(row) << half | column);
      if (found != counts_.end())
        cross.counts.push_back({rows_[row], columns_[column], found->second});
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
