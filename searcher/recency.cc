// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/recency.h"

#include <chrono>
#include <cmath>

#include "common/schema.h"

namespace chancery {
namespace {

// About what two rare words add: enough to bring last week's article before last year's better
// match.
constexpr double full_weight = 8;

long day_number(const Date& date) {
  using namespace std::chrono;
  const sys_days day = year{date.year} / month{static_cast<unsigned>(date.month)} /
                       std::chrono::day{static_cast<unsigned>(date.day)};
  return day.time_since_epoch().count();
}

// A day so long after the newest one, that is, before it.
double weight_of(long after, double days) {
  constexpr double most_halvings = 60;  // what is left then is nothing to any score
  const double doublings = static_cast<double>(after) / days;
  return doublings < -most_halvings ? 0 : full_weight * std::exp2(doublings);
}

class RecencySource : public Xapian::ValuePostingSource {
 public:
  RecencySource(long newest, double days)
      : ValuePostingSource(schema::date_slot), newest_(newest), days_(days) {}

  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(full_weight);
  }

  double get_weight() const override {
    const auto date = from_digits(get_value());
    return date ? weight_of(day_number(*date) - newest_, days_) : 0;
  }

  RecencySource* clone() const override { return new RecencySource(newest_, days_); }

 private:
  long newest_;
  double days_;
};

// The same as a table of all days, which a stock server knows how to use.
Xapian::ValueMapPostingSource* table_of_days(const DateSpan& dates, double days) {
  using namespace std::chrono;
  auto table = new Xapian::ValueMapPostingSource(schema::date_slot);
  table->set_default_weight(0);
  const long newest = day_number(dates.last);
  for (long day = newest; day >= day_number(dates.first); --day) {
    const double weight = weight_of(day - newest, days);
    if (weight == 0) break;
    const year_month_day date{sys_days{std::chrono::days{day}}};
    table->add_mapping(to_digits({int{date.year()}, static_cast<int>(unsigned{date.month()}),
                                  static_cast<int>(unsigned{date.day()})}),
                       weight);
  }
  return table;
}

}  // namespace

Xapian::Query recency_query(const Index& index, double days) {
  const auto dates = index.dates();
  if (!dates) return Xapian::Query::MatchNothing;
  if (index.has_servers()) return Xapian::Query(table_of_days(*dates, days)->release());
  return Xapian::Query((new RecencySource(day_number(dates->last), days))->release());
}

}  // namespace chancery
