// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/read_file.h"

#include <array>
#include <fstream>

#include "common/error.h"

namespace chancery {

std::string read_file(const std::string& what, const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text;
  std::array<char, 1 << 16> buffer;
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)
    text.append(buffer.data(), static_cast<size_t>(in.gcount()));
  if (!in.eof()) throw Error(what + " '" + path + "' cannot be read");
  return text;
}

}  // namespace chancery
