// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/gazetteer/load_gazetteer.h"

#include "common/read_file.h"
#include "indexer/gazetteer/built_in_gazetteer.h"

namespace chancery {

Gazetteer load_gazetteer(const std::vector<std::string>& files) {
  Gazetteer gazetteer;
  for (const BuiltInTable& table : built_in_tables()) {
    gazetteer.add(parse_gazetteer_table(std::string(table.file), table.text));
  }
  for (const std::string& file : files) {
    gazetteer.add(parse_gazetteer_table(file, read_file("the gazetteer", file)));
  }
  return gazetteer;
}

}  // namespace chancery
