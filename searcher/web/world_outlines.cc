// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/world_outlines.h"

#include <algorithm>

#include "searcher/web/embedded.h"

namespace chancery::web {
namespace {

// What stands before the separator, which goes too.
std::string_view take(std::string_view& text, char separator) {
  const std::string_view taken = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(taken.size() + 1, text.size()));
  return taken;
}

std::vector<Outline> read_outlines(std::string_view table) {
  std::vector<Outline> outlines;
  while (!table.empty()) {
    std::string_view line = take(table, '\n');
    if (line.starts_with('#')) continue;
    Outline outline;
    outline.code = take(line, '\t');
    std::string_view shape = take(line, '\t');
    if (shape.starts_with('M')) {
      outline.path = shape;
    } else {
      outline.x = take(shape, ' ');
      outline.y = shape;
    }
    while (!line.empty()) outline.successors.push_back(take(line, ' '));
    outlines.push_back(std::move(outline));
  }
  return outlines;
}

}  // namespace

const std::vector<Outline>& world_outlines() {
  static const std::vector<Outline> outlines = read_outlines(embedded_file("world.tsv").content);
  return outlines;
}

}  // namespace chancery::web
