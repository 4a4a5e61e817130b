// SPDX-License-Identifier: GPL-2.0-or-later
/// Whether "03/04/2018" is the third of April or the fourth of March.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace chancery {

enum class DayOrder { unknown, day_first, month_first };

/// What the numeric dates in `text` tell by those that can be only one: "26/12/2018".
DayOrder day_order_in(std::string_view text);

/// In which order `language` ("de", "en-US", "en_GB") writes day and month in figures.
DayOrder day_order(std::string_view language);

/// As set_date of published_date.h; a date that can be read two ways is read in this order, where
/// it is unknown with the day first and a note.
void set_date(Article& article, const std::vector<std::string>& texts, DayOrder order);

}  // namespace chancery
