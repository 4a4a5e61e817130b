// SPDX-License-Identifier: GPL-2.0-or-later
/// Tables that are looked up for each word of a text: flat in memory, by a part of the text as it
/// stands.
#pragma once

#include <tsl/robin_map.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace chancery {

struct StringHash {
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// As std::unordered_map, but that values move when one is added.
template <class Key, class Value>
using TextMap = tsl::robin_map<Key, Value, StringHash, std::equal_to<>,
                               std::allocator<std::pair<Key, Value>>, true>;

template <class Value>
using StringMap = TextMap<std::string, Value>;

/// What the keys are parts of must outlive it.
template <class Value>
using ViewMap = TextMap<std::string_view, Value>;

}  // namespace chancery
