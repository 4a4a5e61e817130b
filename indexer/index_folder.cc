// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>
#include <utility>

#include "common/error.h"
#include "indexer/failed_write.h"
#include "indexer/sync_folder.h"

namespace chancery {
namespace {

namespace fs = std::filesystem;

std::string canonical(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  std::error_code error;
  if (!fs::is_symlink(path, error)) return path;
  const fs::path real = fs::canonical(path, error);
  return error ? path : real.string();
}

// The process that has locked the file, by the kernel's list of locks; empty where that does not
// tell.
std::string holder_of(int descriptor) {
  struct stat file {};
  if (fstat(descriptor, &file) != 0) return {};
  const std::string inode = ":" + std::to_string(file.st_ino);
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    std::istringstream words(line);
    std::string number, kind, manner, mode, process, where;
    if (words >> number >> kind >> manner >> mode >> process >> where && kind == "FLOCK" &&
        where.ends_with(inode))
      return process;
  }
  return {};
}

// As Xapian names them, and shard_layout.
bool is_of_index(const fs::path& name) {
  return name == "XAPIANDB" || name.string().starts_with("shard-") ||
         name.extension() == ".glass" || name == "iamglass" || name == "flintlock" ||
         name == "v.tmp" || name == "v.rtmp";
}

// A writer that was stopped while it made the index left tables with nothing in them, and no file
// that says it is one. Xapian takes that for an index that it cannot read.
void remove_unmade(const std::string& path) {
  if (fs::exists(path + "/iamglass")) return;
  for (const auto& entry : fs::directory_iterator(path)) {
    if (entry.is_directory() && entry.path().filename().string().starts_with("shard-"))
      remove_unmade(entry.path().string());
    if (entry.path().extension() == ".glass" && entry.file_size() == 0) fs::remove(entry);
  }
}

}  // namespace

IndexFolder::IndexFolder(const std::string& path, unsigned lock_timeout) : path_(canonical(path)) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(lock_timeout);
  while (!lock()) {
    if (std::chrono::steady_clock::now() >= deadline) {
      const std::string holder = holder_of(descriptor_);
      close(descriptor_);
      throw Error("another process" + (holder.empty() ? "" : " (" + holder + ")") +
                  " is writing to the index '" + path_ +
                  "'; wait for it and try again, or let --lock-timeout wait");
    }
    close(descriptor_);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  recover();
  tell_of_failed_writes(path_, new_path());
}

IndexFolder::~IndexFolder() {
  if (made_) rmdir(path_.c_str());  // only if nothing got into it
  std::error_code error;
  fs::remove_all(new_path(), error);  // one that failed leaves its room to the old one
  close(descriptor_);
}

// The folder's lock goes with the process, and needs no file that could be left behind. A writer
// that was killed between its two renames left the index as DIR.replaced: then that is what must be
// locked.
bool IndexFolder::lock() {
  const std::string replaced_path = path_ + ".replaced";
  std::error_code error;
  const bool is_halfway = !fs::exists(path_, error) && fs::exists(replaced_path, error);
  const std::string locked = is_halfway ? replaced_path : path_;
  if (!is_halfway && mkdir(path_.c_str(), 0777) == 0) made_ = true;
  const int why = errno;
  if (made_) sync_parent(path_);
  descriptor_ = open(locked.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor_ < 0)
    throw Error("cannot open or make the index '" + path_ +
                "': " + std::strerror(errno == ENOENT ? why : errno));
  if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return false;
    return true;  // a file system without such locks: Xapian's own lock is left
  }
  // It may have been swapped for another one meanwhile.
  struct stat mine {
  }, now{};
  return fstat(descriptor_, &mine) == 0 && stat(locked.c_str(), &now) == 0 &&
         mine.st_ino == now.st_ino && mine.st_dev == now.st_dev;
}

// Under the lock: no other writer is at it. A swap that got halfway is taken back, so that what is
// locked is what is written to.
void IndexFolder::recover() const {
  const std::string replaced_path = path_ + ".replaced";
  std::error_code error;
  if (!fs::exists(path_)) fs::rename(replaced_path, path_);
  fs::remove_all(replaced_path, error);
  fs::remove_all(new_path(), error);
  remove_unmade(path_);
}

void IndexFolder::expect_nothing_else() const {
  for (const auto& entry : fs::directory_iterator(path_)) {
    if (is_of_index(entry.path().filename())) continue;
    throw Error("'" + path_ + "' has files that are no index's, as '" +
                entry.path().filename().string() +
                "', and a new index would take its whole place; name another folder");
  }
}

void IndexFolder::swap_in_new() {
  made_ = false;
  sync_folder(new_path());
  // The new one is locked before it is the index, so that no other writer is at it while the old
  // one goes.
  const int old_descriptor =
      std::exchange(descriptor_, open(new_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  flock(descriptor_, LOCK_EX | LOCK_NB);
  exchange();
  close(old_descriptor);
}

void IndexFolder::exchange() const {
  const std::string replaced_path = path_ + ".replaced";
  const auto swap = [this] {
    return renameat2(AT_FDCWD, new_path().c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) == 0;
  };
  // Without a moment in which there is none, where the file system can.
  if (swap()) {
    try {
      sync_parent(path_);
    } catch (...) {  // whatever it was: the old index goes back before it is told, so that a failed
                     // run changed nothing
      swap();
      throw;
    }
    fs::remove_all(new_path());
    return;
  }
  try {
    fs::rename(path_, replaced_path);
    fs::rename(new_path(), path_);
  } catch (const fs::filesystem_error& error) {
    std::error_code ignored;
    if (!fs::exists(path_, ignored)) fs::rename(replaced_path, path_, ignored);
    throw Error("cannot put the new index in the place of '" + path_ +
                "': " + error.code().message());
  }
  sync_parent(path_);
  fs::remove_all(replaced_path);
}

}  // namespace chancery
