// SPDX-License-Identifier: GPL-2.0-or-later
/// What tells near-duplicates: twenty papers that print one agency's story, each with its own cuts.
///
/// MinHash over runs of four words (A. Broder, On the resemblance and containment of documents,
/// 1997): two texts share about as many of the 20 minima as of their runs. The minima stand in 5
/// bands of 4; texts that share a band are compared whole.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// With so many earlier articles that share a band a new one is compared.
inline constexpr size_t most_compared = 20;

class Fingerprint {
 public:
  /// The next word of the text, stemmed.
  void add(std::string_view term);

  /// As the index keeps it; empty for a text too short to tell (less than 12 words).
  std::string packed() const;

 private:
  std::array<uint64_t, 4> last_ = {};
  size_t words_ = 0;
  std::array<uint32_t, 20> minima_ = filled();
  static std::array<uint32_t, 20> filled();
};

/// The bands of a packed fingerprint, each with its number.
std::vector<std::string> fingerprint_bands(std::string_view packed);

/// Whether the two are of texts that have most of their runs of words in common.
bool are_copies(std::string_view packed, std::string_view other);

}  // namespace chancery
