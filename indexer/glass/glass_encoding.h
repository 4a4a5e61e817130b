// SPDX-License-Identifier: GPL-2.0-or-later
/// Keys, position lists and term lists as Xapian's glass tables hold them (format of 1.4).
///
/// Numbers are packed as common/packed.h does it, which is glass's own way.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace chancery::glass {

/// In an order of bytes that is the order of the numbers.
void append_sortable(std::string& out, uint32_t number);

/// The same for text; `is_last`: nothing follows in the key.
void append_sortable(std::string& out, std::string_view text, bool is_last);

std::string docid_key(uint32_t docid);
std::string term_key(std::string_view term);
std::string term_key(std::string_view term, uint32_t docid);

/// Appends the positions, ascending and at least one, as the position table has them.
void append_positions(std::string& out, std::span<const uint32_t> positions);

/// Collects the terms of a document, given in their order, to what the term list table has.
class TermList {
 public:
  void add(std::string_view term, uint32_t frequency);
  /// `length`: the sum of all frequencies.
  std::string finish(uint32_t length) const;

 private:
  std::string terms_;
  std::string last_;
  uint32_t count_ = 0;
};

}  // namespace chancery::glass
