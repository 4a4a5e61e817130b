// SPDX-License-Identifier: GPL-2.0-or-later
/// Any text as a date: what comes out is a day of the calendar.
#include <cstdlib>

#include "common/date.h"
#include "corpus/published_date.h"

namespace {

void check(const std::optional<chancery::Date>& date) {
  if (date && !chancery::make_date(date->year, date->month, date->day)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(chancery::parse_published_date(text));
  check(chancery::from_digits(text));
  if (const auto span = chancery::parse_date_span(text)) {
    check(span->first);
    check(span->last);
    if (span->last < span->first) std::abort();
  }
  return 0;
}
