// SPDX-License-Identifier: GPL-2.0-or-later
/// The three ways in which Chancery fails; each says who catches it.
#pragma once

#include <stdexcept>

namespace chancery {

/// The command line or the query was not understood. Caught in run_main: message, where to find
/// help, status 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The program cannot go on: no index, locked, another schema, full disk. Caught in run_main:
/// message, status 2.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One input or one article in it is unusable. Caught where articles are read
/// (corpus/read_articles.cc) alone: reported with its file and place, and the next one follows.
struct ArticleError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace chancery
