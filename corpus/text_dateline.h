// SPDX-License-Identifier: GPL-2.0-or-later
/// The dateline that agencies run into the text: "MOSCOW, Dec 26 (Reuters) - The president …".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"

namespace chancery {

struct RunInDateline {
  std::string dateline;  ///< "MOSCOW, Dec 26"
  std::string agency;    ///< "Reuters"; may be empty
};

/// The dateline at the beginning of `text`. Without an agency in brackets (or between slashes, as
/// TASS has it) the place must be in capitals: "LONDON - …"; nothing where there is none.
std::optional<RunInDateline> run_in_dateline(std::string_view text);

/// Gives the article what the dateline in its text tells, as far as nothing else told: dateline,
/// source, and the day, whose year may be that of a copyright line ("(c) Copyright Thomson Reuters
/// 2018").
void take_run_in_dateline(Article& article);

}  // namespace chancery
