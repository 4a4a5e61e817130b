// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/fingerprint.h"

#include <algorithm>

#include "common/schema.h"

namespace chancery {
namespace {

constexpr size_t minima = 20;
constexpr size_t bytes_of_minimum = 4;
constexpr size_t rows = 4;  // minima of a band
constexpr size_t fewest_words = 12;
constexpr size_t fewest_shared = 12;  // of 20: six runs of words in ten

// The finisher of splitmix64: spreads every bit over all.
constexpr uint64_t mixed(uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9U;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

// The multipliers of the 20 hash functions.
constexpr std::array<uint64_t, minima> make_factors() {
  std::array<uint64_t, minima> made = {};
  for (size_t i = 0; i < minima; ++i) made[i] = mixed(i + 1) | 1U;
  return made;
}
constexpr std::array<uint64_t, minima> factors = make_factors();

}  // namespace

std::array<uint32_t, minima> Fingerprint::filled() {
  std::array<uint32_t, minima> all = {};
  all.fill(UINT32_MAX);
  return all;
}

void Fingerprint::add(std::string_view term) {
  std::rotate(last_.begin(), last_.begin() + 1, last_.end());
  last_.back() = schema::stable_number(term);
  if (++words_ < last_.size()) return;
  uint64_t run = 0;
  for (const uint64_t word : last_) run = mixed(run ^ word);
  for (size_t i = 0; i < minima; ++i)
    minima_[i] = std::min(minima_[i], static_cast<uint32_t>((run * factors[i]) >> 32));
}

std::string Fingerprint::packed() const {
  std::string packed;
  if (words_ < fewest_words) return packed;
  for (const uint32_t minimum : minima_) {
    for (size_t byte = 0; byte < bytes_of_minimum; ++byte)
      packed += static_cast<char>(minimum >> (8 * byte) & 0xFF);
  }
  return packed;
}

std::vector<std::string> fingerprint_bands(std::string_view packed) {
  constexpr size_t size = rows * bytes_of_minimum;
  std::vector<std::string> bands;
  for (size_t at = 0; at + size <= packed.size(); at += size) {
    bands.push_back(static_cast<char>('a' + at / size) + std::string(packed.substr(at, size)));
  }
  return bands;
}

bool are_copies(std::string_view packed, std::string_view other) {
  if (packed.empty() || packed.size() != other.size()) return false;
  size_t shared = 0;
  for (size_t at = 0; at + bytes_of_minimum <= packed.size(); at += bytes_of_minimum) {
    if (packed.substr(at, bytes_of_minimum) == other.substr(at, bytes_of_minimum)) ++shared;
  }
  return shared >= fewest_shared;
}

}  // namespace chancery
