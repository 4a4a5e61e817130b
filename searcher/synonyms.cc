// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/synonyms.h"

#include <functional>
#include <queue>

namespace chancery {

// The two rarest are joined first, as Xapian does it, so that the frequent ones are reached in few
// steps.
Xapian::Query any_as_one(std::vector<std::pair<size_t, Xapian::Query>> counted) {
  if (counted.empty()) return {};
  if (counted.size() == 1) return counted.front().second;
  using Node = std::pair<size_t, size_t>;  // articles, index into `counted`
  std::priority_queue<Node, std::vector<Node>, std::greater<>> rarest;
  for (size_t i = 0; i < counted.size(); ++i) rarest.emplace(counted[i].first, i);
  while (rarest.size() > 1) {
    const Node one = rarest.top();
    rarest.pop();
    const Node other = rarest.top();
    rarest.pop();
    counted.emplace_back(one.first + other.first,
                         Xapian::Query(Xapian::Query::OP_SYNONYM, counted[one.second].second,
                                       counted[other.second].second));
    rarest.emplace(counted.back().first, counted.size() - 1);
  }
  return counted.back().second;
}

}  // namespace chancery
