// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/timeline_chart.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"

namespace chancery::web {
namespace {

using namespace std::chrono;

constexpr int months_of_year = 12;

// Units of the chart.
constexpr double width = 1000;
constexpr double height = 110;  // of the highest bar
constexpr double label_height = 20;
constexpr double margin = 0.1;  // of a bar's room, on either side of it

// Years, months and days as numbers that follow one another, so that those without a hit show as
// gaps.
long number_of(Field unit, const std::string& key) {
  const auto span = parse_date_span(key);
  if (!span) return 0;
  const Date& date = span->first;
  if (unit == Field::year) return date.year;
  if (unit == Field::month) return date.year * months_of_year + date.month - 1;
  const sys_days day = year{date.year} / date.month / date.day;
  return day.time_since_epoch().count();
}

std::string two_digits(long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string key_of(Field unit, long number) {
  if (unit == Field::year) return std::to_string(number);
  if (unit == Field::month)
    return std::to_string(number / months_of_year) + "-" + two_digits(number % months_of_year + 1);
  const year_month_day day{sys_days{days{number}}};
  return std::to_string(static_cast<int>(day.year())) + "-" +
         two_digits(static_cast<unsigned>(day.month())) + "-" +
         two_digits(static_cast<unsigned>(day.day()));
}

// One number after the other, also where there is no hit. Of a long time without one, as between
// this century and a misprint of the next, only the ends, with nothing between them to say so.
std::vector<std::optional<long>> cells_of(const std::map<long, size_t>& counts) {
  constexpr long longest_gap = 40;
  constexpr long end_of_gap = 3;
  constexpr size_t most_cells = 400;
  std::vector<std::optional<long>> cells;
  for (const auto& [number, count] : counts) {
    long next = cells.empty() ? number : *cells.back() + 1;
    if (number - next > longest_gap) {
      for (const long behind = next + end_of_gap; next < behind; ++next) cells.emplace_back(next);
      cells.emplace_back(std::nullopt);
      next = number - end_of_gap;
    }
    for (; next <= number; ++next) cells.emplace_back(next);
  }
  if (cells.size() > most_cells) cells.erase(cells.begin(), cells.end() - most_cells);
  return cells;
}

// So that the labels are round: 1950, 1960; 1962-01, 1962-07.
long round_step(Field unit, long least) {
  constexpr std::array<long, 6> years = {1, 2, 5, 10, 20, 50};
  constexpr std::array<long, 6> months = {1, 2, 3, 6, 12, 24};
  for (const long step : unit == Field::month ? months : years) {
    if (step >= least) return step;
  }
  return least;
}

std::string attribute(const char* name, double value) {
  std::string digits = std::to_string(value);
  return std::string(" ") + name + "=\"" + digits.substr(0, digits.find('.') + 2) + '"';
}

std::string whole(double number) { return std::to_string(std::lround(number)); }

// The bar, and behind it a link over the whole height: low bars are to be hit, too.
std::string bar(double x, double step, const std::string& key, size_t count, size_t most,
                const Parameters& base) {
  constexpr double lowest = 2;
  const double high =
      std::max(lowest, height * static_cast<double>(count) / static_cast<double>(most));
  const std::string says = key + ": " + articles(count);
  return "<a href=\"" + escaped(search_path(base.with("date", key))) + "\" aria-label=\"" + says +
         "\" data-key=\"" + key + "\"><title>" + says + "</title><rect class=\"reach\"" +
         attribute("x", x) + " y=\"0\"" + attribute("width", step) + attribute("height", height) +
         "/><rect class=\"bar\"" + attribute("x", x + step * margin) +
         attribute("y", height - high) + attribute("width", step * (1 - 2 * margin)) +
         attribute("height", high) + "/></a>\n";
}

// Below the bars: round ones, with room between them.
class Labels {
 public:
  Labels(Field unit, double step)
      : width_(unit == Field::year    ? 45
               : unit == Field::month ? 70
                                      : 95),
        step_(step),
        every_(round_step(unit, static_cast<long>(std::ceil(width_ / step)))) {}

  std::string at(double x, long number, const std::string& key) {
    constexpr double needed = 0.8;  // of a label's width, at the right edge
    if (number % every_ != 0 || x < free_from_ || x + width_ * needed >= width) return {};
    free_from_ = x + width_;
    return "<text" + attribute("x", x + step_ * margin) +
           attribute("y", height + label_height - 3) + ">" + key + "</text>\n";
  }

 private:
  double width_;
  double step_;
  long every_;
  double free_from_ = 0;
};

}  // namespace

Field timeline_unit(const std::optional<DateSpan>& asked, const std::optional<DateSpan>& archive) {
  constexpr int most_months = 48;
  constexpr int most_day_months = 2;
  if (!archive) return Field::year;
  const Date first = asked ? std::max(asked->first, archive->first) : archive->first;
  const Date last = asked ? std::min(asked->last, archive->last) : archive->last;
  const int months = (last.year - first.year) * months_of_year + last.month - first.month + 1;
  return months > most_months ? Field::year : months > most_day_months ? Field::month : Field::day;
}

std::string timeline_chart(const Facet& timeline, const Parameters& parameters) {
  constexpr double widest_bar = 70;  // a few bars are no posters
  std::map<long, size_t> counts;
  size_t most = 1;
  for (const FacetValue& value : timeline.values) {
    counts[number_of(timeline.field, value.key)] = value.count;
    most = std::max(most, value.count);
  }
  if (counts.empty()) return "<p class=\"quiet\">No dated articles.</p>";
  const std::vector<std::optional<long>> cells = cells_of(counts);
  const double step = std::min(width / static_cast<double>(cells.size()), widest_bar);
  Labels labels(timeline.field, step);
  const std::string unit(name_of(timeline.field));
  const Parameters base = first_page(parameters).without("from").without("to").without("date");
  std::string html = "<div class=\"wide\"><svg class=\"timeline\" viewBox=\"0 0 " + whole(width) +
                     ' ' + whole(height + label_height) +
                     "\" role=\"group\" aria-label=\"Articles by " + unit + "\" data-unit=\"" +
                     unit + "\">\n";
  for (size_t i = 0; i < cells.size(); ++i) {
    const double x = static_cast<double>(i) * step;
    if (!cells[i]) {
      html += "<text class=\"gap\"" + attribute("x", x + step / 2) + attribute("y", height) +
              ">⋯</text>\n";
      continue;
    }
    const std::string key = key_of(timeline.field, *cells[i]);
    if (const auto found = counts.find(*cells[i]); found != counts.end())
      html += bar(x, step, key, found->second, most, base);
    html += labels.at(x, *cells[i], key);
  }
  return html + "</svg></div>\n<p class=\"quiet hint\">Choose a " + unit +
         " to narrow the search<span class=\"script-only\">, or draw over several</span>.</p>\n";
}

}  // namespace chancery::web
