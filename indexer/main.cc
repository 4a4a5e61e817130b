// SPDX-License-Identifier: GPL-2.0-or-later
/// chancery-indexer: options.cc says what it takes, index_archive.cc what it mostly does.
#include <malloc.h>

#include <csignal>
#include <iostream>

#include "common/run_main.h"
#include "indexer/check_index.h"
#include "indexer/export_index.h"
#include "indexer/index_archive.h"
#include "indexer/index_stats.h"
#include "indexer/options.h"

namespace {

int run(const chancery::IndexOptions& options) {
  if (options.check) return chancery::check_index(options.db, std::cout) ? 0 : 1;
  if (options.stats) {
    chancery::print_index_stats(options.db, std::cout);
    return 0;
  }
  if (!options.export_file.empty()) {
    chancery::export_index(options.db, options.export_file);
    return 0;
  }
  return chancery::index_archive(options);
}

}  // namespace

int main(int argc, char** argv) {
  // Articles are made by one thread and freed by another: without its lists of small free blocks,
  // glibc need not put them all together again whenever a large one is freed, which took a
  // twentieth of the time.
  mallopt(M_MXFAST, 0);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may grow no more is an error like a full disk
  return chancery::run_main("chancery-indexer", [&] {
    const auto options = chancery::parse_index_options(argc, argv);
    return options ? run(*options) : 0;
  });
}
