// SPDX-License-Identifier: GPL-2.0-or-later
/// How all programs read their command lines: Boost.Program_options, nothing guessed, --help and
/// --version.
#pragma once

#include <boost/program_options.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// What a program says of itself.
struct ProgramHelp {
  std::string_view name;      ///< "chancery-indexer"
  std::string_view usage;     ///< above the list of options
  std::string_view epilogue;  ///< below it: examples, exit status
};

/// The options of a program.
struct ProgramOptions {
  /// Those in --help; `help` and `version` among them.
  boost::program_options::options_description visible;
  boost::program_options::options_description hidden;
  std::string positional;  ///< the option that takes what is none; empty: that is an error
  /// Looks at the words that are left, before all else, and takes away what it has understood.
  std::function<std::vector<boost::program_options::option>(std::vector<std::string>&)> style = {};
};

/// Fills the variables of `options`. Returns nothing where --help or --version was asked for and
/// has been printed. Throws UsageError for what is no option, lacks its value, or has one of the
/// wrong kind.
std::optional<boost::program_options::variables_map> read_command_line(
    int argc, const char* const* argv, const ProgramHelp& help, const ProgramOptions& options);

}  // namespace chancery
