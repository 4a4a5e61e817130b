// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/country_map.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "searcher/text_style.h"
#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"
#include "searcher/web/world_outlines.h"

namespace chancery::web {
namespace {

constexpr size_t shades = 5;

// The fewest articles for a shade: each step is a tripling, since a few countries have most of the
// articles.
size_t fewest(size_t shade, size_t most) {
  if (shade == 1) return 1;
  for (; shade < shades; ++shade) most /= 3;
  return std::max<size_t>(1, (most + 1) / 2);
}

size_t shade_of(size_t count, size_t most) {
  size_t shade = shades;
  while (shade > 1 && count < fewest(shade, most)) --shade;
  return shade;
}

std::string says(const FacetValue& value) {
  return value.name + " (" + value.key + "): " + articles(value.count);
}

using Counted = std::map<std::string_view, const FacetValue*>;

// A former state and a successor share their land, and that is coloured for the one with more
// articles.
std::set<std::string_view> covered(const Counted& found) {
  std::set<std::string_view> hidden;
  for (const Outline& former : world_outlines()) {
    const auto state = found.find(former.code);
    if (state == found.end()) continue;
    for (const std::string_view code : former.successors) {
      const auto successor = found.find(code);
      if (successor != found.end() && successor->second->count < state->second->count)
        hidden.insert(code);
    }
  }
  return hidden;
}

// Where each of them is to be drawn; what is covered, or not on the map, is not there.
std::map<std::string_view, const Outline*> outlines_of(const Counted& found) {
  const std::set<std::string_view> hidden = covered(found);
  std::map<std::string_view, const Outline*> drawn;
  for (const Outline& outline : world_outlines()) {
    if (found.contains(outline.code) && !hidden.contains(outline.code))
      drawn[outline.code] = &outline;
  }
  return drawn;
}

// The land of the states that no article names.
std::string land_without(const Counted& found) {
  std::string path;
  for (const Outline& outline : world_outlines()) {
    if (outline.successors.empty() && !found.contains(outline.code)) path += outline.path;
  }
  return path;
}

std::string shape(const Outline& outline) {
  if (!outline.path.empty()) return "<path d=\"" + std::string(outline.path) + "\"/>";
  return "<circle cx=\"" + std::string(outline.x) + "\" cy=\"" + std::string(outline.y) +
         "\" r=\"7\"/>";
}

std::string legend(size_t most) {
  std::string html = "<p class=\"legend quiet\">Articles:";
  size_t last = 0;
  for (size_t shade = 1; shade <= shades; ++shade) {
    const size_t from = fewest(shade, most);
    if (from == last) continue;  // few articles need few shades
    last = from;
    html += " <span class=\"key\"><span class=\"swatch shade" +
            std::to_string(shade_of(from, most)) + "\"></span>" + with_thousands(from) +
            (shade == shades ? " or more" : "") + "</span>";
  }
  return html + "</p>\n";
}

std::string country_path(const std::string& code, const Parameters& base) {
  return search_path(base.has("country", code) ? base.without("country", code)
                                               : base.with("country", code));
}

std::string country_link(const FacetValue& value, const Outline& outline, size_t most,
                         const Parameters& base) {
  return "<a class=\"shade" + std::to_string(shade_of(value.count, most)) +
         (base.has("country", value.key) ? " chosen" : "") + "\" href=\"" +
         escaped(country_path(value.key, base)) + "\"><title>" + escaped(says(value)) + "</title>" +
         shape(outline) + "</a>\n";
}

// What has no land of its own on this map.
std::string left_out(const std::vector<const FacetValue*>& values, const Parameters& base) {
  constexpr size_t most = 12;
  if (values.empty()) return {};
  std::string html =
      "<p class=\"quiet hint\">Not on the map, or below another state with more articles: ";
  for (size_t i = 0; i < std::min(most, values.size()); ++i) {
    if (i > 0) html += ", ";
    html += link(country_path(values[i]->key, base), values[i]->name) + "&nbsp;" +
            with_thousands(values[i]->count);
  }
  if (values.size() > most) html += " and " + with_thousands(values.size() - most) + " more";
  return html + ".</p>\n";
}

}  // namespace

std::string country_map(const Facet& countries, const Parameters& parameters) {
  Counted found;
  size_t most = 1;
  for (const FacetValue& value : countries.values) {
    found[value.key] = &value;
    most = std::max(most, value.count);
  }
  const std::map<std::string_view, const Outline*> drawn = outlines_of(found);
  const Parameters base = first_page(parameters);
  // What lies on top comes last: successors above the former state, points above land.
  std::string former;
  std::string land;
  std::string points;
  std::vector<const FacetValue*> others;
  for (const FacetValue& value : countries.values) {
    const auto at = drawn.find(value.key);
    if (at == drawn.end()) {
      others.push_back(&value);
      continue;
    }
    const Outline& outline = *at->second;
    std::string& layer = !outline.successors.empty() ? former
                         : outline.path.empty()      ? points
                                                     : land;
    layer += country_link(value, outline, most, base);
  }
  return "<div class=\"wide\"><svg class=\"map\" viewBox=\"0 0 " + std::to_string(world_width) +
         ' ' + std::to_string(world_height) +
         "\" role=\"group\" aria-label=\"Articles by country\">\n<path class=\"none\" d=\"" +
         land_without(found) + "\"/>\n" + former + land + points + "</svg></div>\n" + legend(most) +
         left_out(others, base);
}

}  // namespace chancery::web
