// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/failed_write.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <iostream>

#include "common/terminal.h"

namespace chancery {
namespace {

std::string index_path;
std::string unfinished_path;

[[noreturn]] void end() {
  const int why = errno;
  if (std::current_exception())
    std::abort();  // nothing of Xapian's: it would be told of as an exception
  std::error_code error;
  std::filesystem::remove_all(unfinished_path, error);
  std::cerr << "chancery-indexer: "
            << one_safe_line("cannot write the index '" + index_path + "': " + std::strerror(why))
            << std::endl;
  _exit(2);
}

}  // namespace

void tell_of_failed_writes(const std::string& index, const std::string& unfinished) {
  index_path = index;
  unfinished_path = unfinished;
  std::set_terminate(end);
}

}  // namespace chancery
