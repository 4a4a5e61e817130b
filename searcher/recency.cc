// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/recency.h"

#include <chrono>
#include <cmath>

#include "common/schema.h"

namespace chancery {
namespace {

// About what two rare words add: enough to bring last week's article before last year's better match.
constexpr double full_weight = 8;

long day_number(const Date& date) {
  using namespace std::chrono;
  const sys_days day = year{date.year} / month{static_cast<unsigned>(date.month)} / std::chrono::day{static_cast<unsigned>(date.day)};
  return day.time_since_epoch().count();
}

class RecencySource : public Xapian::ValuePostingSource {
 public:
  RecencySource(long newest, double days) : ValuePostingSource(schema::date_slot), newest_(newest), days_(days) {}

  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(full_weight);
  }

  double get_weight() const override {
    const auto date = from_digits(get_value());
    return date ? full_weight * std::exp2(static_cast<double>(day_number(*date) - newest_) / days_) : 0;
  }

  RecencySource* clone() const override { return new RecencySource(newest_, days_); }

 private:
  long newest_;
  double days_;
};

}  // namespace

Xapian::Query recency_query(const Index& index, double days) {
  const auto dates = index.dates();
  if (!dates) return Xapian::Query::MatchNothing;
  return Xapian::Query((new RecencySource(day_number(dates->last), days))->release());
}

}  // namespace chancery
