// SPDX-License-Identifier: GPL-2.0-or-later
/// What a document of the index holds, before it is brought into the form in which the index takes
/// it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/string_map.h"

namespace chancery {

class DocumentContent {
 public:
  /// Room for a text of so many words.
  explicit DocumentContent(size_t words);

  /// The word at `position`, which must not be before an earlier one of the same term.
  void add_posting(std::string_view term, uint32_t position);

  /// A term without positions that appears `times` more; 0 for one that only filters.
  void add_term(std::string_view term, uint32_t times = 0);

  /// An empty one is none.
  void add_value(unsigned slot, std::string value) {
    if (!value.empty()) values_.emplace_back(slot, std::move(value));
  }
  void set_data(std::string data) { data_ = std::move(data); }

  struct Term {
    std::string_view term;
    uint32_t times = 0;
    std::span<const uint32_t> positions;  ///< ascending
  };
  /// Calls `use` with each Term, in the order of the terms.
  template <class Use>
  void for_each_term(const Use& use) const {
    const Sorted sorted = sort();
    uint32_t begin = 0;
    for (const auto& [term, number] : sorted.terms) {
      const uint32_t end = sorted.ends[number];
      use(Term{term, times_[number], std::span(sorted.positions).subspan(begin, end - begin)});
      begin = end;
    }
  }

  /// Each slot once, in the order in which they were added.
  const std::vector<std::pair<unsigned, std::string>>& values() const { return values_; }
  const std::string& data() const { return data_; }

 private:
  struct Sorted {
    std::vector<std::pair<std::string_view, uint32_t>> terms;  // with their numbers
    std::vector<uint32_t> positions;                           // of all terms, one after the other
    std::vector<uint32_t> ends;                                // in them, by number
  };
  Sorted sort() const;
  uint32_t number_of(std::string_view term);

  struct Occurrence {
    uint32_t term = 0;
    uint32_t position = 0;
  };
  StringMap<uint32_t> numbers_;  // of the terms, as they came
  std::vector<uint32_t> times_;  // by number
  std::vector<Occurrence> occurrences_;
  std::vector<std::pair<unsigned, std::string>> values_;
  std::string data_;
};

Xapian::Document to_xapian(const DocumentContent& content);

}  // namespace chancery
