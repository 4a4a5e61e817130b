// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fault/unsynced.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <random>

// All by system calls: the functions of these names are the ones that are made to fail.
namespace fault {
namespace {

std::string folder_of(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

std::string read_at(int descriptor, off_t offset, size_t size) {
  std::string bytes(size, '\0');
  const long got = syscall(SYS_pread64, descriptor, bytes.data(), size, offset);
  bytes.resize(got < 0 ? 0 : static_cast<size_t>(got));
  return bytes;
}

off_t size_of(int descriptor) {
  struct stat found {};
  return fstat(descriptor, &found) == 0 ? found.st_size : 0;
}

void put(int descriptor, const std::string& bytes, off_t offset) {
  syscall(SYS_pwrite64, descriptor, bytes.data(), bytes.size(), offset);
}
void set_size(int descriptor, off_t size) { syscall(SYS_ftruncate, descriptor, size); }
void rename_by_force(const std::string& from, const std::string& to, unsigned flags) {
  syscall(SYS_renameat2, AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags);
}

}  // namespace

std::string path_of(int descriptor) {
  char path[4096];
  const ssize_t size =
      readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), path, sizeof path);
  return size < 0 ? "" : std::string(path, static_cast<size_t>(size));
}

Unsynced::File& Unsynced::file(int descriptor) {
  struct stat found {};
  fstat(descriptor, &found);
  File& file = files_[{found.st_dev, found.st_ino}];
  if (file.descriptor < 0) {
    const std::string self = "/proc/self/fd/" + std::to_string(descriptor);
    file.descriptor =
        static_cast<int>(syscall(SYS_openat, AT_FDCWD, self.c_str(), O_RDWR | O_CLOEXEC, 0));
  }
  return file;
}

void Unsynced::writes(int descriptor, const void* bytes, size_t size, off_t offset) {
  File& written = file(descriptor);
  written.changes.push_back({offset,
                             read_at(written.descriptor, offset, size),
                             {static_cast<const char*>(bytes), size},
                             size_of(written.descriptor),
                             false});
}

void Unsynced::truncates(int descriptor, off_t length) {
  File& cut = file(descriptor);
  const off_t size = size_of(cut.descriptor);
  const size_t lost = size > length ? static_cast<size_t>(size - length) : 0;
  cut.changes.push_back({length, read_at(cut.descriptor, length, lost), {}, size, true});
}

void Unsynced::makes(const std::string& path) {
  names_.push_back({NameChange::made, folder_of(path), path, {}, {}});
}

void Unsynced::renames(const std::string& from, const std::string& to, bool exchanges) {
  NameChange change{
      exchanges ? NameChange::exchanged : NameChange::renamed, folder_of(to), from, to, {}};
  if (!exchanges) {
    const std::string kept = std::string(std::getenv("FAULT_KEPT")) + "/" +
                             std::to_string(getpid()) + "-" + std::to_string(++kept_);
    if (syscall(SYS_linkat, AT_FDCWD, to.c_str(), AT_FDCWD, kept.c_str(), 0) == 0)
      change.kept = kept;
  }
  names_.push_back(std::move(change));
}

void Unsynced::synced(int descriptor) {
  file(descriptor).changes.clear();
  const std::string path = path_of(descriptor);
  std::erase_if(names_, [&path](const NameChange& change) { return change.folder == path; });
}

void Unsynced::take_back(const NameChange& change) {
  switch (change.what) {
    case NameChange::made: {  // out of the way, with all that is in it
      const std::string lost = std::string(std::getenv("FAULT_KEPT")) + "/lost-" +
                               std::to_string(getpid()) + "-" + std::to_string(++kept_);
      rename_by_force(change.path, lost, 0);
      break;
    }
    case NameChange::renamed:
      rename_by_force(change.to, change.path, 0);
      if (!change.kept.empty()) rename_by_force(change.kept, change.to, 0);
      break;
    case NameChange::exchanged: rename_by_force(change.path, change.to, RENAME_EXCHANGE); break;
  }
}

void Unsynced::lose(unsigned seed) {
  std::minstd_rand random(seed);
  const size_t names_that_stay = seed == 0 || names_.empty() ? 0 : random() % (names_.size() + 1);
  for (size_t i = names_.size(); i-- > names_that_stay;) take_back(names_[i]);
  for (const auto& [id, file] : files_) {
    for (size_t i = file.changes.size(); i-- > 0;) {
      const Change& change = file.changes[i];
      if (change.is_truncation) set_size(file.descriptor, change.size_before);
      put(file.descriptor, change.before, change.offset);
      if (!change.is_truncation) set_size(file.descriptor, change.size_before);
    }
    if (seed == 0) continue;
    for (const Change& change : file.changes) {
      if (random() % 2 == 0) continue;
      if (change.is_truncation) {
        set_size(file.descriptor, change.offset);
      } else {
        put(file.descriptor, change.after, change.offset);
      }
    }
  }
}

}  // namespace fault
