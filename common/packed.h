// SPDX-License-Identifier: GPL-2.0-or-later
/// The binary form of strings and numbers in document data, value slots and metadata.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chancery {

/// A number as base-128 digits, lowest first, the high bit on all but the last.
void pack_number(std::string& out, uint64_t number);

/// The length as pack_number writes it, then the bytes.
void pack_string(std::string& out, std::string_view text);

/// Reads back what the two wrote, in the same order. Views point into the packed text. Throws
/// Error where the text ends too early or is no such text: a broken index is not to be guessed at.
class Unpacker {
 public:
  explicit Unpacker(std::string_view packed) : rest_(packed) {}
  bool at_end() const { return rest_.empty(); }
  uint64_t number();
  std::string_view string();

 private:
  std::string_view rest_;
};

}  // namespace chancery
