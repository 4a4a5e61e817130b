// SPDX-License-Identifier: GPL-2.0-or-later
/// The entities that plain words of a query name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/index.h"

namespace chancery {

/// One name in the words, and the keys that bear it, the most frequent first.
struct NamedEntity {
  Field field = Field::person;
  std::vector<std::string> keys;
};

/// The longest names from left to right: countries by name, adjective or inhabitants, persons,
/// organisations, places. Example: "Russian talks with Wang Yi" -> country RU, person wang-yi.
std::vector<NamedEntity> entities_named_in(std::string_view words, const Index& index);

}  // namespace chancery
