// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/command_line.h"

#include <iostream>

#include "common/error.h"
#include "common/schema.h"

namespace chancery {
namespace {

namespace po = boost::program_options;

po::variables_map parse(int argc, const char* const* argv, const ProgramOptions& options) {
  namespace style = po::command_line_style;
  po::options_description all;
  all.add(options.visible).add(options.hidden);
  po::positional_options_description positional;
  if (!options.positional.empty()) positional.add(options.positional.c_str(), -1);
  po::command_line_parser parser(argc, argv);
  parser.options(all).positional(positional).style(style::default_style & ~style::allow_guessing);
  if (options.style) parser.extra_style_parser(options.style);
  po::variables_map values;
  try {
    po::store(parser.run(), values);
    po::notify(values);
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  return values;
}

}  // namespace

std::optional<po::variables_map> read_command_line(int argc, const char* const* argv,
                                                   const ProgramHelp& help,
                                                   const ProgramOptions& options) {
  po::variables_map values = parse(argc, argv, options);
  if (values.contains("help")) {
    std::cout << help.usage << options.visible << help.epilogue;
    return std::nullopt;
  }
  if (values.contains("version")) {
    std::cout << help.name << " " CHANCERY_VERSION " (index schema " << schema::version << ")\n";
    return std::nullopt;
  }
  return values;
}

}  // namespace chancery
