// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/cross_table.h"

#include <algorithm>
#include <map>

#include "searcher/text_style.h"
#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"

namespace chancery::web {
namespace {

std::string choices(const Cross& cross, const Parameters& base) {
  const std::string now = std::string(name_of(cross.row_field)) + "," + std::string(name_of(cross.column_field));
  std::string html = "<p class=\"choices\">";
  for (const auto& [fields, label] : {std::pair("person,country", "Persons and countries"), std::pair("person,person", "Persons and persons"),
                                      std::pair("person,organisation", "Persons and organisations"), std::pair("country,country", "Countries and countries")}) {
    html += link(search_path(base.replaced("cross", fields)), label, fields == now ? "aria-current=\"true\"" : "") + ' ';
  }
  return html + "</p>\n";
}

Parameters with_both(const Cross& cross, const FacetValue& row, const FacetValue& column, const Parameters& base) {
  const std::string row_name(name_of(cross.row_field));
  const std::string column_name(name_of(cross.column_field));
  Parameters both = base.replaced(row_name, row.key);
  if (row_name != column_name) return both.replaced(column_name, column.key);
  if (cross.row_field == Field::person) return both.with(row_name, column.key).replaced("all-persons", "1");
  // Two values of one filter would mean either: the second goes into the query, which means both.
  const std::string quoted = row_name + ":" + column.key;
  return both.replaced("q", base.get("q").empty() ? quoted : "(" + base.get("q") + ") AND " + quoted);
}

}  // namespace

std::string cross_table(const Cross& cross, const Parameters& parameters) {
  constexpr size_t most_values = 8;  // rows and columns that one can take in
  constexpr size_t shades = 3;       // the fourth has no contrast with text
  const Parameters base = first_page(parameters);
  const Parameters narrowed = base.without("view").without("cross");
  std::map<std::pair<std::string, std::string>, size_t> counts;
  size_t most = 1;
  const std::vector<FacetValue> rows(
      cross.rows.begin(),
      cross.rows.begin() + static_cast<ptrdiff_t>(std::min(most_values, cross.rows.size())));
  const std::vector<FacetValue> columns(
      cross.columns.begin(),
      cross.columns.begin() + static_cast<ptrdiff_t>(std::min(most_values, cross.columns.size())));
  const auto is_shown = [](const std::vector<FacetValue>& values, const FacetValue& value) {
    return std::any_of(values.begin(), values.end(),
                       [&](const FacetValue& one) { return one.key == value.key; });
  };
  for (const CrossCount& one : cross.counts) {
    if (!is_shown(rows, one.row) || !is_shown(columns, one.column)) continue;
    counts[{one.row.key, one.column.key}] = one.count;
    most = std::max(most, one.count);
  }
  std::string html = choices(cross, base);
  if (counts.empty()) return html + "<p class=\"quiet\">No two of them appear together.</p>";
  html +=
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Who appears with "
      "whom\"><table class=\"cross\"><thead><tr><td></td>";
  for (const FacetValue& column : columns)
    html += "<th scope=\"col\">" + escaped(column.name) + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (const FacetValue& row : rows) {
    html += "<tr><th scope=\"row\">" + escaped(row.name) + "</th>";
    for (const FacetValue& column : columns) {
      const auto found = counts.find({row.key, column.key});
      if (found == counts.end()) {
        html += "<td class=\"nil\">·</td>";
        continue;
      }
      const size_t step = 1 + (found->second * (shades + 1) - 1) / most;
      const size_t shade = step > shades ? 5 : step;
      html += "<td class=\"shade" + std::to_string(shade) + "\">" +
              link(search_path(with_both(cross, row, column, narrowed)), with_thousands(found->second)) +
              "</td>";
    }
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

}  // namespace chancery::web
