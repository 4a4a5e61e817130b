// SPDX-License-Identifier: GPL-2.0-or-later
/// Several ways to write one thing, weighed as one.
#pragma once

#include <xapian.h>

#include <utility>
#include <vector>

namespace chancery {

/// A query that any of these matches, with one weight for all. Each comes with the number of
/// articles that it is in. Xapian estimates that number for all of them together pair by pair, in
/// an order that it takes from the shard at hand, and its roundings make the weight; here the order
/// is the same in all shards.
Xapian::Query any_as_one(std::vector<std::pair<size_t, Xapian::Query>> counted);

}  // namespace chancery
