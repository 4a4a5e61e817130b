// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_content.h"

#include <algorithm>

namespace chancery {

DocumentContent::DocumentContent(size_t words) {
  numbers_.reserve(words / 2);
  occurrences_.reserve(words);
}

uint32_t DocumentContent::number_of(std::string_view term) {
  if (const auto known = numbers_.find(term); known != numbers_.end()) return known->second;
  const auto number = static_cast<uint32_t>(times_.size());
  numbers_.emplace(term, number);
  times_.push_back(0);
  return number;
}

void DocumentContent::add_posting(std::string_view term, uint32_t position) {
  const uint32_t number = number_of(term);
  ++times_[number];
  occurrences_.push_back({number, position});
}

void DocumentContent::add_term(std::string_view term, uint32_t times) {
  times_[number_of(term)] += times;
}

DocumentContent::Sorted DocumentContent::sort() const {
  Sorted sorted;
  sorted.terms.assign(numbers_.begin(), numbers_.end());
  std::sort(sorted.terms.begin(), sorted.terms.end());
  // Counted first, so that each position goes straight to its place.
  sorted.ends.assign(times_.size(), 0);
  for (const Occurrence& occurrence : occurrences_) ++sorted.ends[occurrence.term];
  uint32_t place = 0;
  for (const auto& [term, number] : sorted.terms)
    place += std::exchange(sorted.ends[number], place);
  sorted.positions.resize(occurrences_.size());
  for (const Occurrence& occurrence : occurrences_)
    sorted.positions[sorted.ends[occurrence.term]++] = occurrence.position;
  return sorted;
}

Xapian::Document to_xapian(const DocumentContent& content) {
  Xapian::Document document;
  content.for_each_term([&document](const DocumentContent::Term& term) {
    const std::string name(term.term);
    document.add_term(name, term.times);
    for (const uint32_t position : term.positions) document.add_posting(name, position, 0);
  });
  for (const auto& [slot, value] : content.values()) document.add_value(slot, value);
  document.set_data(content.data());
  return document;
}

}  // namespace chancery
