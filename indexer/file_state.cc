// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/file_state.h"

#include <sys/stat.h>

#include <fstream>
#include <vector>

#include "common/schema.h"

namespace chancery {

std::optional<FileState> state_of_file(const std::string& path) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  FileState state;
  state.size = static_cast<uint64_t>(found.st_size);
  // Wraps for times that no clock has shown yet: it is compared, never shown.
  state.modified =
      static_cast<int64_t>(static_cast<uint64_t>(found.st_mtim.tv_sec) * 1'000'000'000U +
                           static_cast<uint64_t>(found.st_mtim.tv_nsec));
  return state;
}

std::string hash_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<char> buffer(256 << 10);
  std::string hashes;  // of the pieces; their hash is that of the file
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
    hashes += schema::stable_hash({buffer.data(), static_cast<size_t>(in.gcount())});
  }
  return in.eof() ? schema::stable_hash(hashes) : "";
}

}  // namespace chancery
