// SPDX-License-Identifier: GPL-2.0-or-later
/// The date of an article where no markup gives it: as readers see it, and in the page's address.
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"
#include "corpus/day_order.h"

namespace chancery {

/// The first date in a short text, in the words of the languages that news is mostly written in:
/// "sexta-feira, 22 de outubro de 2010 às 20:13", "5 октября 2018 г.", "2018年10月5日",
/// "25.09.2018".
std::optional<Date> visible_date(std::string_view text, DayOrder order);

/// The date in an address: "…/2019/11/18/…", "…/2019-11-18-…", "…/2019/nov/18/…", "…-20191118…".
std::optional<Date> date_in_url(std::string_view url);

}  // namespace chancery
