// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/facet_list.h"

#include <algorithm>

#include "searcher/text_style.h"
#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"

namespace chancery::web {
namespace {

constexpr size_t usual_values = 8;

std::string plural_of(Field field) {
  return field == Field::country ? "countries" : std::string(name_of(field)) + "s";
}

std::string item(const std::string& field, const FacetValue& value, const Parameters& base) {
  const bool chosen = base.has(field, value.key);
  std::string html = chosen ? "<li class=\"chosen\">" : "<li>";
  html +=
      link(search_path(chosen ? base.without(field, value.key) : base.with(field, value.key)),
           value.name, chosen ? "aria-current=\"true\" title=\"In force: click to remove\"" : "");
  html += "<span class=\"count\">" + with_thousands(value.count) + "</span>";
  html += "<a class=\"not\" href=\"" +
          escaped(search_path(base.without(field, value.key).with("not-" + field, value.key))) +
          "\" aria-label=\"Leave out " + escaped(value.name) +
          "\" title=\"Leave out\">−</a></li>\n";
  return html;
}

}  // namespace

std::string facet_lists(const std::vector<Facet>& facets, const Parameters& parameters) {
  const Parameters base = first_page(parameters);
  std::string html;
  for (const Facet& facet : facets) {
    const std::string field(name_of(facet.field));
    // One source or one language for all tells nothing.
    const bool sundry = facet.field == Field::source || facet.field == Field::language ||
                        facet.field == Field::subject;
    if (facet.values.empty() ||
        (sundry && facet.values.size() < 2 && parameters.get(field).empty()))
      continue;
    const bool all = parameters.get("more") == field;
    html += "<section class=\"facet\" id=\"facet-" + field + "\" aria-labelledby=\"h-" + field +
            "\">\n<h2 id=\"h-" + field + "\">" + capitalised(plural_of(facet.field)) +
            "</h2>\n<ul>\n";
    for (size_t i = 0; i < std::min(facet.values.size(), all ? most_listed_values : usual_values);
         ++i)
      html += item(field, facet.values[i], base);
    html += "</ul>\n";
    if (facet.values.size() > usual_values) {
      const std::string path =
          search_path(all ? base.without("more") : base.replaced("more", field)) + "#facet-" +
          field;
      html += "<p class=\"more\">" + link(path, all ? "Fewer" : "More " + plural_of(facet.field)) +
              "</p>\n";
    }
    html += "</section>\n";
  }
  return html;
}

}  // namespace chancery::web
