// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/run_main.h"

#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <new>
#include <string>

#include "common/error.h"
#include "common/terminal.h"

namespace chancery {
namespace {

int report(std::string_view program, std::string_view message) {
  std::cout.flush();
  std::cerr << program << ": " << one_safe_line(message) << '\n';
  return 2;
}

}  // namespace

int run_main(std::string_view program, const std::function<int()>& body) {
  const std::string name(program);
  try {
    const int status = body();
    errno = 0;
    if (!std::cout.flush()) {
      const std::string why = errno != 0 ? std::strerror(errno) : "write failed";
      return report(program, "cannot write the answer to stdout: " + why);
    }
    return status;
  } catch (const UsageError& error) {
    report(program, error.what());
    std::cerr << "Try '" << name << " --help'.\n";
    return 2;
  } catch (const std::bad_alloc&) {
    return report(program, "out of memory");
  } catch (const std::exception& error) {
    return report(program, error.what());
  } catch (const Xapian::Error& error) {
    return report(program, "the index cannot be used: " + error.get_description());
  }
}

}  // namespace chancery
