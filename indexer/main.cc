// SPDX-License-Identifier: GPL-2.0-or-later
/// chancery-indexer: see options.cc for what it takes and index_archive.cc for what it does.
#include "common/run_main.h"
#include "indexer/index_archive.h"
#include "indexer/options.h"

int main(int argc, char** argv) {
  return chancery::run_main("chancery-indexer", [&] {
    const auto options = chancery::parse_index_options(argc, argv);
    return options ? chancery::index_archive(*options) : 0;
  });
}
