// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/country_map.h"

#include <array>
#include <map>

#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"

namespace chancery::web {
namespace {

// Former states stand in the last row. Small islands far from all others are left to the list.
constexpr std::array<std::string_view, 16> rows = {
    ".. .. .. .. .. .. .. GL .. .. IS .. .. NO SE FI .. .. .. .. .. .. .. .. .. .. ..",
    ".. CA .. .. .. .. .. .. .. IE GB .. DK .. .. EE LV .. .. RU .. .. .. .. .. .. ..",
    ".. US .. .. .. .. .. .. .. .. NL DE PL LT BY UA MD .. KZ KG .. MN .. .. .. .. ..",
    ".. MX .. .. .. BS .. .. .. FR BE LU CZ SK HU RO GE AZ UZ TJ .. CN .. KP .. JP ..",
    ".. GT BZ CU HT DO .. .. PT ES AD CH AT SI HR RS BG AM TM AF NP BT .. KR .. TW ..",
    ".. SV HN JM PR KN AG .. .. GI MC LI IT VA BA XK MK TR IR PK IN BD MM LA VN HK ..",
    ".. .. NI CR PA DM LC .. .. .. .. SM MT ME AL GR CY SY IQ .. .. .. TH KH .. MO PH",
    ".. .. .. CO VE TT VC BB .. MA DZ TN LY EG PS LB IL JO KW QA BH LK MV MY SG BN PW",
    ".. .. EC PE GY SR GD .. EH MR ML NE TD SD ER .. SA AE OM .. .. .. .. ID TL PG MH",
    ".. .. .. BO BR PY .. CV SN GM BF NG CM CF SS DJ YE .. .. .. .. .. .. .. SB VU FM",
    ".. .. .. CL AR UY .. GW GN SL CI GH TG BJ ET SO .. .. .. .. .. .. .. AU NR KI TV",
    ".. .. .. .. FK .. .. .. .. LR ST GQ GA CG UG KE .. .. .. .. .. .. .. NZ FJ TO WS",
    ".. .. .. .. .. .. .. .. .. .. .. .. CD RW BI TZ SC .. .. .. .. .. .. .. .. .. ..",
    ".. .. .. .. .. .. .. .. .. .. .. AO ZM MW MZ KM MG MU .. .. .. .. .. .. .. .. ..",
    ".. .. .. .. .. .. .. .. .. .. .. NA BW ZW SZ .. .. .. .. .. .. .. .. .. .. .. ..",
    ".. SU DD CS YU YD VD .. .. .. .. ZA LS .. .. .. .. .. .. .. .. .. .. .. .. .. ..",
};

constexpr int tile = 36;
constexpr int gap = 3;

// 1 to 5: each step is a doubling or more, since a few countries have most of the articles.
std::string shade(size_t count, size_t most) {
  int step = 5;
  for (size_t bound = most; bound > 2 * count && step > 1; bound /= 3) --step;
  return "shade" + std::to_string(step);
}

}  // namespace

std::string country_map(const Facet& countries, const Parameters& parameters) {
  std::map<std::string_view, const FacetValue*> found;
  size_t most = 1;
  for (const FacetValue& value : countries.values) {
    found[value.key] = &value;
    most = std::max(most, value.count);
  }
  const Parameters base = parameters.without("offset").without("after");
  std::string html = "<div class=\"wide\"><svg class=\"map\" viewBox=\"0 0 " + std::to_string(27 * (tile + gap)) + ' ' + std::to_string(rows.size() * (tile + gap)) +
                     "\" role=\"group\" aria-label=\"Articles by country\">\n";
  for (size_t row = 0; row < rows.size(); ++row) {
    for (size_t column = 0; column * 3 < rows[row].size(); ++column) {
      const std::string code(rows[row].substr(column * 3, 2));
      if (code == "..") continue;
      const std::string x = std::to_string(column * (tile + gap));
      const std::string y = std::to_string(row * (tile + gap));
      const std::string place = " x=\"" + x + "\" y=\"" + y + "\" width=\"36\" height=\"36\" rx=\"3\"";
      const std::string letters = "<text x=\"" + std::to_string(column * (tile + gap) + tile / 2) + "\" y=\"" + std::to_string(row * (tile + gap) + tile / 2 + 5) + "\">" + code + "</text>";
      const auto value = found.find(code);
      if (value == found.end()) {
        html += "<g aria-hidden=\"true\" class=\"none\"><rect" + place + "/>" + letters + "</g>\n";
        continue;
      }
      const bool chosen = base.has("country", code);
      const std::string says = escaped(value->second->name) + " (" + code + "): " + grouped(value->second->count);
      html += "<a class=\"" + shade(value->second->count, most) + (chosen ? " chosen" : "") + "\" href=\"" +
              escaped(search_path(chosen ? base.without("country", code) : base.with("country", code))) + "\"><title>" + says +
              "</title><rect" + place + "/>" + letters + "</a>\n";
    }
  }
  return html + "</svg></div>\n<p class=\"quiet hint\">Each tile is a country, about where it lies; the stronger its colour, the more articles. At the bottom left: states that are no more.</p>\n";
}

}  // namespace chancery::web
