// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/cross_table.h"

#include <algorithm>
#include <map>
#include <span>

#include "searcher/text_style.h"
#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"

namespace chancery::web {
namespace {

constexpr size_t most_values = 8;  // rows and columns that one can take in

// By key of the row and of the column.
using Counts = std::map<std::pair<std::string_view, std::string_view>, size_t>;

std::span<const FacetValue> shown(const std::vector<FacetValue>& values) {
  return std::span(values).first(std::min(most_values, values.size()));
}

std::string choices(const Cross& cross, const Parameters& base) {
  const std::string now =
      std::string(name_of(cross.row_field)) + "," + std::string(name_of(cross.column_field));
  std::string html = "<p class=\"choices\">";
  for (const auto& [fields, label] : {std::pair("person,country", "Persons and countries"),
                                      std::pair("person,person", "Persons and persons"),
                                      std::pair("person,organisation", "Persons and organisations"),
                                      std::pair("country,country", "Countries and countries")}) {
    html += link(search_path(base.replaced("cross", fields)), label,
                 fields == now ? "aria-current=\"true\"" : "") +
            ' ';
  }
  return html + "</p>\n";
}

// The search narrowed to what has the value too. Two values of one filter mean either, unless they
// are persons who must all be there; so beside others the value goes into the query.
Parameters narrowed(const Parameters& asked, Field field, const std::string& key) {
  const std::string name(name_of(field));
  const size_t others = asked.all(name).size();
  if (others == 0 || (others == 1 && asked.has(name, key))) return asked.with(name, key);
  if (field == Field::person && (others == 1 || asked.get("all-persons") == "1")) {
    return asked.with(name, key).replaced("all-persons", "1");
  }
  const std::string value = name + ":" + key;
  const std::string query = asked.get("q");
  return asked.replaced("q", query.empty() ? value : "(" + query + ") AND " + value);
}

std::string cell(const Cross& cross, const FacetValue& row, const FacetValue& column,
                 const Counts& counts, const Parameters& asked) {
  constexpr size_t shades = 3;  // the fourth has no contrast with text
  constexpr size_t strongest = 5;
  const auto found = counts.find({row.key, column.key});
  if (found == counts.end()) return "<td class=\"nil\">·</td>";
  const auto by_count = [](const auto& a, const auto& b) { return a.second < b.second; };
  const size_t most = std::max_element(counts.begin(), counts.end(), by_count)->second;
  const size_t step = 1 + (found->second * (shades + 1) - 1) / most;
  const Parameters both =
      narrowed(narrowed(asked, cross.row_field, row.key), cross.column_field, column.key);
  return "<td class=\"shade" + std::to_string(step > shades ? strongest : step) + "\">" +
         link(search_path(both), with_thousands(found->second)) + "</td>";
}

}  // namespace

std::string cross_table(const Cross& cross, const Parameters& parameters) {
  const Parameters base = first_page(parameters);
  const Parameters asked = base.without("view").without("cross");
  const std::span<const FacetValue> rows = shown(cross.rows);
  const std::span<const FacetValue> columns = shown(cross.columns);
  const auto has = [](const auto& values, const FacetValue& value) {
    return std::any_of(values.begin(), values.end(),
                       [&](const FacetValue& one) { return one.key == value.key; });
  };
  Counts counts;
  for (const CrossCount& one : cross.counts) {
    if (has(rows, one.row) && has(columns, one.column))
      counts[{one.row.key, one.column.key}] = one.count;
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
    for (const FacetValue& column : columns) html += cell(cross, row, column, counts, asked);
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

}  // namespace chancery::web
