// SPDX-License-Identifier: GPL-2.0-or-later
/// What the index knows of an entity's names: the value of schema::name_key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery {

struct NameRecord {
  std::string name;                  ///< as facets and hits show it
  std::vector<std::string> aliases;  ///< by which users may ask; `name` not among them
  /// Of a person whom only the articles make known: the full names that they use, and in how many
  /// articles. The most frequent one is the name.
  std::vector<std::pair<std::string, uint64_t>> forms;
};

std::string pack(const NameRecord& record);

/// Throws Error where `packed` is none that pack made. Of an empty one all is empty.
NameRecord unpack_name_record(std::string_view packed);

/// Counts one article more that uses the form, and makes the most frequent form the name: of equals
/// the longer one, then the first in the alphabet: the order of the articles does not matter.
void count_form(NameRecord& record, const std::string& form, uint64_t articles);

/// Adds what another shard of the index knows of the same entity: the record is the same in
/// whatever order they are merged. Aliases are sorted, and every form that is not the name is one
/// of them.
void merge(NameRecord& record, const NameRecord& other);

}  // namespace chancery
