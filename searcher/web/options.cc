// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/options.h"

#include <boost/program_options.hpp>
#include <charconv>
#include <cstdlib>

#include "common/command_line.h"
#include "common/error.h"
#include "searcher/web/access.h"

namespace chancery::web {
namespace {

namespace po = boost::program_options;

constexpr const char* usage =
    R"(chancery-web: the reading room: a web page and a JSON API on an index.

Usage: chancery-web --db DB [OPTIONS]

)";

constexpr const char* epilogue = R"(
Then open http://127.0.0.1:8080/ in a browser. The API is described at
/api/openapi.json. SIGTERM and SIGINT end the program when the requests that it
has begun are answered.

The environment variable CHANCERY_DB stands for --db where that is not given.
Exit status: 0 ended by a signal; 2 usage, index or network error.
)";

void read_address(const std::string& text, WebOptions& options) {
  constexpr int highest_port = 65535;
  const size_t colon = text.rfind(':');
  const char* const end = text.data() + text.size();
  const char* const begin = colon == std::string::npos ? end : text.data() + colon + 1;
  const auto [stop, fault] = std::from_chars(begin, end, options.port);
  if (fault != std::errc() || stop != end || options.port < 0 || options.port > highest_port) {
    throw UsageError("--listen takes HOST:PORT, as in 127.0.0.1:8080, not '" + text + "'");
  }
  options.host = text.substr(0, colon);
  if (options.host.empty())
    throw UsageError("--listen: which host? 127.0.0.1 for this machine alone, 0.0.0.0 for all");
}

}  // namespace

std::optional<WebOptions> parse_web_options(int argc, const char* const* argv) {
  WebOptions options;
  std::string address;
  constexpr unsigned width = 80;
  po::options_description visible("Options", width);
  // clang-format off
  visible.add_options()("db", po::value(&options.db)->value_name("DB"), "folder of the index")(
      "listen", po::value(&address)->value_name("HOST:PORT"),
      "where to answer (127.0.0.1:8080); port 0: any that is free")(
      "token-file", po::value(&options.token_file)->value_name("FILE"),
      "ask for the token in its first line: as a bearer token, or as the password")(
      "quiet", po::bool_switch(&options.quiet), "no line on stderr for each request")(
      "help,h", "this text")("version", "version of the program and of its indexes");
  // clang-format on
  const auto values =
      read_command_line(argc, argv, {"chancery-web", usage, epilogue}, {visible, {}, ""});
  if (!values) return std::nullopt;
  if (const char* db = std::getenv("CHANCERY_DB"); db != nullptr && options.db.empty())
    options.db = db;
  if (options.db.empty())
    throw UsageError("which index? Name its folder: --db DB, or set CHANCERY_DB");
  if (!address.empty()) read_address(address, options);
  if (!is_loopback(options.host) && options.token_file.empty()) {
    throw UsageError(
        "'" + options.host +
        "' can be reached from elsewhere: give --token-file FILE, or listen on 127.0.0.1");
  }
  return options;
}

}  // namespace chancery::web
