// SPDX-License-Identifier: GPL-2.0-or-later
/// The hits of a search as an RSS 2.0 feed, so that a search becomes an alert.
#pragma once

#include <ostream>
#include <string>

#include "searcher/results.h"

namespace chancery::web {

/// `base`: the server's address, without a slash at its end. `query`: the parameters of the page
/// that shows the same search. Always well-formed.
void render_rss(std::ostream& out, const Results& results, const std::string& base,
                const std::string& query);

}  // namespace chancery::web
