// SPDX-License-Identifier: GPL-2.0-or-later
/// The command line of chancery-searcher: what was typed, turned into what is meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/output_style.h"
#include "searcher/search_request.h"

namespace chancery {

struct SearchOptions {
  std::vector<std::string> db;  ///< folders, stub files and servers
  ServerPolicy servers;
  SearchRequest request;
  OutputStyle style;
  bool count = false;    ///< --count: the number alone
  std::string resolve;   ///< --resolve NAME
  std::string article;   ///< --article ID
  std::string complete;  ///< --complete FIELD:PREFIX, which the shells' completions ask
  std::string batch;     ///< --batch FILE: a query a line
};

/// Nothing where --help or --version was asked for and has been answered on stdout. Throws
/// UsageError for what is not understood.
std::optional<SearchOptions> parse_search_options(int argc, const char* const* argv);

}  // namespace chancery
