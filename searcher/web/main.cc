// SPDX-License-Identifier: GPL-2.0-or-later
/// chancery-web: see options.cc for what it takes, server.cc for how it is reached, router.cc for
/// what it answers.
#include "common/run_main.h"
#include "searcher/web/options.h"
#include "searcher/web/server.h"

int main(int argc, char** argv) {
  return chancery::run_main("chancery-web", [&] {
    if (const auto options = chancery::web::parse_web_options(argc, argv))
      chancery::web::serve(*options);
    return 0;
  });
}
