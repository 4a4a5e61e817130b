// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/glass_encoding.h"

#include <algorithm>
#include <bit>

#include "common/packed.h"

namespace chancery::glass {
namespace {

// A stream of bits, the lowest first.
class Bits {
 public:
  explicit Bits(std::string& out) : out_(out) {}
  ~Bits() {
    if (count_ > 0) out_ += static_cast<char>(waiting_);
  }
  Bits(const Bits&) = delete;
  Bits& operator=(const Bits&) = delete;

  // A value below `end`, in as few bits as that takes; those in the middle of the range have one
  // bit less.
  void add(uint32_t value, uint32_t end) {
    auto bits = static_cast<unsigned>(std::bit_width(end - 1));
    const auto spare = static_cast<uint32_t>((uint64_t{1} << bits) - end);
    if (spare > 0) {
      const uint32_t middle = (end - spare) / 2;
      if (value >= middle + spare) {
        value = (value - (middle + spare)) | (uint32_t{1} << (bits - 1));
      } else if (value >= middle) {
        --bits;
      }
    }
    waiting_ |= uint64_t{value} << count_;
    for (count_ += bits; count_ >= 8; count_ -= 8) {
      out_ += static_cast<char>(waiting_);
      waiting_ >>= 8;
    }
  }

  // What lies between [first] and [last]: the middle one within what its neighbours leave it, then
  // both halves.
  void add_between(std::span<const uint32_t> values, size_t first, size_t last) {
    for (; first + 1 < last; first = first + (last - first) / 2) {
      const size_t middle = first + (last - first) / 2;
      const auto lowest = static_cast<uint32_t>(values[first] + (middle - first));
      add(values[middle] - lowest,
          static_cast<uint32_t>(values[last] - values[first] - (last - first) + 1));
      add_between(values, first, middle);
    }
  }

 private:
  std::string& out_;
  uint64_t waiting_ = 0;
  unsigned count_ = 0;
};

}  // namespace

void append_sortable(std::string& out, uint32_t number) {
  if (number < 0x8000) {
    out += static_cast<char>(number >> 8);
    out += static_cast<char>(number);
    return;
  }
  const auto length = static_cast<unsigned>((37 - std::countl_zero(number)) / 7);
  const auto mark = static_cast<uint32_t>(0xFFU << (10 - length)) & 0xFFU;
  const uint64_t wide = number;
  out += static_cast<char>((wide >> (8 * (length - 1))) | mark);
  for (unsigned left = length - 1; left > 0; --left)
    out += static_cast<char>(wide >> (8 * (left - 1)));
}

void append_sortable(std::string& out, std::string_view text, bool is_last) {
  for (const char c : text) {
    out += c;
    if (c == '\0') out += '\xFF';
  }
  if (!is_last) out += '\0';
}

std::string docid_key(uint32_t docid) {
  std::string key;
  append_sortable(key, docid);
  return key;
}

std::string term_key(std::string_view term) {
  std::string key;
  append_sortable(key, term, true);
  return key;
}

std::string term_key(std::string_view term, uint32_t docid) {
  std::string key;
  append_sortable(key, term, false);
  append_sortable(key, docid);
  return key;
}

void append_positions(std::string& out, std::span<const uint32_t> positions) {
  const uint32_t last = positions.back();
  pack_number(out, last);
  if (positions.size() == 1) return;
  Bits bits(out);
  bits.add(positions.front(), last);
  bits.add(static_cast<uint32_t>(positions.size() - 2), last - positions.front());
  bits.add_between(positions, 0, positions.size() - 1);
}

void TermList::add(std::string_view term, uint32_t frequency) {
  const size_t shared = static_cast<size_t>(
      std::mismatch(last_.begin(), last_.end(), term.begin(), term.end()).first - last_.begin());
  const uint64_t both =
      frequency < 127 ? (frequency + uint64_t{1}) * (last_.size() + 1) + shared : 256;
  if (count_ == 0) {
    terms_ += static_cast<char>(term.size());
    terms_ += term;
    pack_number(terms_, frequency);
  } else {
    terms_ += static_cast<char>(both < 256 ? both : shared);
    terms_ += static_cast<char>(term.size() - shared);
    terms_.append(term, shared);
    if (both >= 256) pack_number(terms_, frequency);
  }
  last_ = term;
  ++count_;
}

std::string TermList::finish(uint32_t length) const {
  std::string all;
  if (count_ == 0) return all;
  pack_number(all, length);
  pack_number(all, count_);
  return all + terms_;
}

}  // namespace chancery::glass
