// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/text_charts.h"

#include <algorithm>
#include <array>
#include <map>

#include "common/terminal.h"
#include "searcher/text_style.h"

namespace chancery {
namespace {

void draw_title(std::ostream& out, const Facet& facet, const OutputStyle& style) {
  out << '\n' << emphasised(std::string(name_of(facet.field)), Emphasis::bold, style);
  if (facet.distinct > facet.values.size()) {
    out << emphasised(
        "  (" + std::to_string(facet.values.size()) + " of " + with_thousands(facet.distinct) + ")",
        Emphasis::dim, style);
  }
  out << '\n';
}

// "▂": `count` of `most` in eighths; a count of 0 is a thin line.
std::string block(size_t count, size_t most) {
  constexpr std::array blocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (count == 0) return "·";
  return blocks[std::max<size_t>(1, (count * blocks.size() + most - 1) / most) - 1];
}

std::string four_digits(int year) {
  const std::string digits = std::to_string(year);
  return std::string(4 - std::min<size_t>(4, digits.size()), '0') + digits;
}

// Years that no article has stand between the others, so that the eye sees the time pass; many in a
// row as one: "1991–2017".
Facet with_empty_years(const Facet& years) {
  constexpr int most_single = 3;
  Facet filled = years;
  filled.values.clear();
  int expected = 0;
  for (const FacetValue& value : years.values) {
    const int year = std::stoi(value.key);
    const int missing = expected == 0 ? 0 : year - expected;
    if (missing > most_single) {
      const std::string span = four_digits(expected) + "–" + four_digits(year - 1);
      filled.values.push_back({span, span, 0});
    } else {
      for (int empty = expected; missing > 0 && empty < year; ++empty)
        filled.values.push_back({four_digits(empty), four_digits(empty), 0});
    }
    filled.values.push_back(value);
    expected = year + 1;
  }
  filled.distinct = filled.values.size();
  return filled;
}

// One line for each year (of months) or month (of days), a cell for each month or day.
void draw_lines(std::ostream& out, const Facet& timeline, size_t cells, const OutputStyle& style) {
  size_t most = 1;
  std::map<std::string, std::vector<size_t>> lines;
  for (const FacetValue& value : timeline.values) {
    const size_t hyphen = value.key.rfind('-');
    std::vector<size_t>& line =
        lines.try_emplace(value.key.substr(0, hyphen), cells, 0).first->second;
    line.at(std::stoul(value.key.substr(hyphen + 1)) - 1) = value.count;
    most = std::max(most, value.count);
  }
  for (const auto& [label, counts] : lines) {
    std::string cells_drawn;
    size_t sum = 0;
    for (const size_t count : counts) {
      cells_drawn += block(count, most);
      sum += count;
    }
    out << "  " << label << "  " << emphasised(cells_drawn, Emphasis::dim, style) << "  "
        << with_thousands(sum) << '\n';
  }
}

}  // namespace

void draw_bars(std::ostream& out, const Facet& facet, const OutputStyle& style) {
  if (facet.values.empty()) return;
  constexpr size_t bar_width = 24;
  constexpr size_t count_width = 7;
  draw_title(out, facet, style);
  size_t most = 1;
  size_t widest = 0;
  for (const FacetValue& value : facet.values) {
    most = std::max(most, value.count);
    widest = std::max(widest, columns_of(one_safe_line(value.name)));
  }
  for (const FacetValue& value : facet.values) {
    out << "  " << to_columns(one_safe_line(value.name), widest) << "  "
        << to_columns(with_thousands(value.count), count_width, true);
    std::string bar;
    const size_t length =
        value.count == 0 ? 0 : std::max<size_t>(1, value.count * bar_width / most);
    for (size_t i = 0; i < length; ++i) bar += "▇";
    if (!bar.empty()) out << "  " << emphasised(bar, Emphasis::dim, style);
    out << '\n';
  }
}

void draw_timeline(std::ostream& out, const Facet& timeline, const OutputStyle& style) {
  constexpr size_t months = 12;
  constexpr size_t days = 31;
  if (timeline.values.empty()) return;
  if (timeline.field == Field::year) return draw_bars(out, with_empty_years(timeline), style);
  draw_title(out, timeline, style);
  draw_lines(out, timeline, timeline.field == Field::month ? months : days, style);
}

void draw_cross(std::ostream& out, const Cross& cross, const OutputStyle& style) {
  if (cross.rows.empty() || cross.columns.empty()) return;
  constexpr size_t widest_row = 28;
  constexpr size_t cell = 13;  // with the blank before it
  size_t label = 0;
  for (const FacetValue& row : cross.rows)
    label = std::max(label, columns_of(one_safe_line(row.name)));
  label = std::min(label, widest_row);
  const size_t width = static_cast<size_t>(std::max(style.width, 30)) - 1;
  const size_t columns =
      std::min(cross.columns.size(), std::max<size_t>(1, (width - label - 2) / cell));
  std::map<std::pair<std::string, std::string>, size_t> counts;
  for (const CrossCount& one : cross.counts) counts[{one.row.key, one.column.key}] = one.count;

  out << '\n'
      << emphasised(std::string(name_of(cross.row_field)) + " with " +
                        std::string(name_of(cross.column_field)),
                    Emphasis::bold, style);
  out << "\n  " << std::string(label, ' ');
  for (size_t i = 0; i < columns; ++i)
    out << ' ' << to_columns(one_safe_line(cross.columns[i].name), cell - 1, true);
  out << '\n';
  for (const FacetValue& row : cross.rows) {
    out << "  " << to_columns(one_safe_line(row.name), label);
    for (size_t i = 0; i < columns; ++i) {
      const auto found = counts.find({row.key, cross.columns[i].key});
      out << ' '
          << to_columns(found == counts.end() ? "·" : with_thousands(found->second), cell - 1,
                        true);
    }
    out << '\n';
  }
}

}  // namespace chancery
