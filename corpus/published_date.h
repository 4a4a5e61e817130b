// SPDX-License-Identifier: GPL-2.0-or-later
/// The day in the dates that news formats carry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/date.h"

namespace chancery {

/// The day as it is written, whatever time and zone stand behind it; nothing where there is no
/// such day, or where the order of day and month cannot be told ("03/04/2018").
///
/// - ISO 8601, also without separators and as NITF and NewsML write it: "2018-12-26T18:00:00Z",
///   "20181226T180000Z"; as day of the year or the week: "2018-360", "2018-W52-3";
/// - RFC 822, as in RSS: "Wed, 26 Dec 2018 10:00:00 +0300";
/// - English: "December 26, 2018", "26 December 2018", "26-FEB-1987 15:01", and as asctime has it;
/// - with the months of other languages (month_names.h): "26 de diciembre de 2018";
/// - numeric: "26.12.2018", "12/26/2018".
///
/// Two-digit years as RFC 2822, 4.3 has it: 00 to 49 are 20xx, others 19xx. A year or a month alone
/// gives no day.
std::optional<Date> parse_published_date(std::string_view text);

/// Gives the article the first of `texts` that is a day. Where none is, though one is not empty: no
/// date, and a note that says so.
void set_date(Article& article, const std::vector<std::string>& texts);

}  // namespace chancery
