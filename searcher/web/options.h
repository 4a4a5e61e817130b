// SPDX-License-Identifier: GPL-2.0-or-later
/// The command line of chancery-web.
#pragma once

#include <optional>
#include <string>

namespace chancery::web {

struct WebOptions {
  std::string db;
  std::string host = "127.0.0.1";
  int port = 8080;  ///< 0: any that is free
  std::string token_file;
  bool quiet = false;  ///< no access log
};

/// Nothing where --help or --version was asked for and has been answered on stdout. Throws
/// UsageError for what is not understood, and for listening beyond the loopback without a token.
std::optional<WebOptions> parse_web_options(int argc, const char* const* argv);

}  // namespace chancery::web
