// SPDX-License-Identifier: GPL-2.0-or-later
/// What is asked of the web server and what it answers: plain values, no HTTP library behind them.
#pragma once

#include <string>

#include "searcher/web/parameters.h"

namespace chancery::web {

struct Question {
  std::string method;  ///< "GET"
  std::string path;    ///< decoded: "/api/article/A 1"
  Parameters parameters;
  std::string host;           ///< header Host
  std::string authorization;  ///< header Authorization
  std::string known_tag;      ///< header If-None-Match
};

struct Answer {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::string tag{};     ///< ETag; empty for what is not to be kept
  bool lasting = false;  ///< may be used again without asking
};

}  // namespace chancery::web
