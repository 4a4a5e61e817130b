// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/load_gazetteer.h"

#include <fstream>
#include <iterator>

#include "common/error.h"
#include "indexer/built_in_gazetteer.h"

namespace chancery {

Gazetteer load_gazetteer(const std::vector<std::string>& files) {
  Gazetteer gazetteer;
  for (const BuiltInTable& table : built_in_tables()) {
    gazetteer.add(parse_gazetteer_table(std::string(table.file), table.text));
  }
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) throw Error("the gazetteer '" + file + "' cannot be read");
    gazetteer.add(parse_gazetteer_table(file, text));
  }
  return gazetteer;
}

}  // namespace chancery
