// SPDX-License-Identifier: GPL-2.0-or-later
/// The files of indexer/gazetteer/ as they are built into the programs (by compile_gazetteer).
#pragma once

#include <string_view>
#include <vector>

namespace chancery {

struct BuiltInTable {
  std::string_view file;
  std::string_view text;
};

/// Countries first; the others in an order in which each finds what it needs.
const std::vector<BuiltInTable>& built_in_tables();

}  // namespace chancery
