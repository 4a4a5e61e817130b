// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "common/error.h"

namespace chancery {

void sync_file(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool is_synced = descriptor >= 0 && fsync(descriptor) == 0;
  const int why = errno;
  if (descriptor >= 0) close(descriptor);
  if (!is_synced) throw Error("cannot bring '" + path + "' to the disk: " + std::strerror(why));
}

void sync_folder(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;  // a folder that cannot be read cannot be synced; its files are
  const int why = fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  if (why == EIO || why == ENOSPC)
    throw Error("cannot bring the folder '" + path + "' to the disk: " + std::strerror(why));
}

void sync_parent(const std::string& path) {
  const std::string parent = std::filesystem::path(path).parent_path().string();
  sync_folder(parent.empty() ? "." : parent);
}

}  // namespace chancery
