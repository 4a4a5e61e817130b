// SPDX-License-Identifier: GPL-2.0-or-later
/// Where each country lies on the page's map.
#pragma once

#include <string_view>
#include <vector>

namespace chancery::web {

struct Outline {
  std::string_view code;
  std::string_view path;  ///< SVG's, in units of the map; empty for what is too small for one
  std::string_view x, y;  ///< then where it lies
  std::vector<std::string_view> successors;  ///< of a former state, whose land is theirs
};

constexpr int world_width = 2000;
constexpr int world_height = 864;

/// All that are known, by their codes: page/world.tsv, which tools/draw-world made.
const std::vector<Outline>& world_outlines();

}  // namespace chancery::web
