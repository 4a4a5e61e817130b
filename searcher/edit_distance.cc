// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/edit_distance.h"

#include <algorithm>
#include <vector>

namespace chancery {

size_t edit_distance(std::string_view one, std::string_view other, size_t most) {
  if (one.size() > other.size() + most || other.size() > one.size() + most) return most + 1;
  std::vector<size_t> before_last(other.size() + 1);
  std::vector<size_t> last(other.size() + 1);
  std::vector<size_t> row(other.size() + 1);
  for (size_t j = 0; j <= other.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= one.size(); ++i) {
    row[0] = i;
    size_t nearest = i;
    for (size_t j = 1; j <= other.size(); ++j) {
      const size_t replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped =
          i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
      nearest = std::min(nearest, row[j]);
    }
    if (nearest > most) return most + 1;
    before_last.swap(last);
    last.swap(row);
  }
  return std::min(last.back(), most + 1);
}

}  // namespace chancery
