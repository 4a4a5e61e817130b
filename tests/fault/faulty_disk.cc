// SPDX-License-Identifier: GPL-2.0-or-later
/// A library for LD_PRELOAD: a disk on which the n-th operation that changes anything goes wrong.
///
/// What is written through C's stdio is not seen, for glibc does not call write() for it: of the
/// tables of an index that is built in one go the making of folders, the syncs and the renames are.
///
/// Only paths that begin with FAULT_PATH are concerned, and the folder it is in. At the first such
/// operation the program stops and serves: from descriptor FAULT_CONTROL it reads lines "FAULT N
/// SEED FILE", and for each forks a child that goes on with that fault and stderr in FILE; it
/// writes the child's number to FAULT_REPLY, and at its end its status as of waitpid and how many
/// operations there were. So a program starts once, however many faults are tried. FAULT is one of:
///   none    nothing goes wrong
///   once    operation N fails with EIO, those after it work
///   broken  N and all after it fail with EIO
///   full    from N on what takes room fails with ENOSPC, a write after half of it
///   short   from N on each write writes the half of what it should
///   kill    SIGKILL before N, or within it where it is a write and SEED is odd
///   power   the same, and what was not synced is lost: all of it, with a SEED but 0 some of it
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>

#include "tests/fault/unsynced.h"

namespace {

struct Fault {
  std::string kind = "none";
  unsigned long at = 0;
  unsigned seed = 0;
};

enum class Operation { write, make, other };  // the first two take room

Fault fault;
unsigned long* operations = nullptr;  // shared with the server
bool is_serving = true;
std::mutex mutex;

// Never destroyed: the program writes until its very end.
fault::Unsynced& unsynced() {
  static auto* made = new fault::Unsynced;
  return *made;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

std::string absolute(const char* path) {
  if (*path == '/') return path;
  char folder[4096];
  return std::string(getcwd(folder, sizeof folder) == nullptr ? "" : folder) + "/" + path;
}

[[noreturn]] void stop() {
  if (fault.kind == "power") unsynced().lose(fault.seed);
  kill(getpid(), SIGKILL);
  _exit(0);
}

// Returns in the child, before any thread was started and with no lock held.
void serve() {
  is_serving = false;
  const char* control = std::getenv("FAULT_CONTROL");
  if (control == nullptr) return;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  FILE* in = fdopen(std::atoi(control), "r");
  const int out = std::atoi(std::getenv("FAULT_REPLY"));
  operations = static_cast<unsigned long*>(
      mmap(nullptr, sizeof *operations, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  char kind[16], file[4096];
  unsigned long at = 0;
  unsigned seed = 0;
  while (std::fscanf(in, "%15s %lu %u %4095s", kind, &at, &seed, file) == 4) {
    *operations = 0;
    const pid_t child = fork();
    if (child == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      fault = {kind, at, seed};
      if (fault.kind == "power")
        std::atexit([] { stop(); });  // a program that has ended may lose it too
      close(fileno(in));
      close(out);
      const int errors = creat(file, 0666);
      dup2(errors, STDERR_FILENO);
      close(errors);
      return;
    }
    dprintf(out, "%d\n", child);
    int status = 0;
    waitpid(child, &status, 0);
    dprintf(out, "%d %lu\n", status, *operations);
  }
  _exit(0);
}

bool is_concerned(const std::string& path) {
  static const char* wanted = std::getenv("FAULT_PATH");
  if (wanted == nullptr) return false;
  const std::string prefix = wanted;
  if (!path.starts_with(prefix) && path != prefix.substr(0, prefix.rfind('/'))) return false;
  if (is_serving) serve();
  return true;
}

enum class Outcome { works, fails, half };

// The next operation: does it work? Sets errno where it fails.
Outcome next_operation(Operation operation) {
  if (operations == nullptr) return Outcome::works;
  const unsigned long number = ++*operations;
  if (fault.kind == "none" || number < fault.at) return Outcome::works;
  if (fault.kind == "kill" || fault.kind == "power") {
    if (operation == Operation::write && fault.seed % 2 == 1) return Outcome::half;
    stop();
  }
  if (fault.kind == "short") return operation == Operation::write ? Outcome::half : Outcome::works;
  if (fault.kind == "full") {
    if (operation == Operation::write && number == fault.at) return Outcome::half;
    errno = ENOSPC;
    return operation == Operation::other ? Outcome::works : Outcome::fails;
  }
  if (fault.kind == "once" && number > fault.at) return Outcome::works;
  errno = EIO;
  return Outcome::fails;
}

bool dies() { return fault.kind == "kill" || fault.kind == "power"; }

ssize_t write_at(int descriptor, const void* bytes, size_t size, off_t offset, bool moves) {
  static const auto real_write = next<ssize_t (*)(int, const void*, size_t)>("write");
  static const auto real_pwrite = next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
  const auto write_really = [&](size_t some) {
    return moves ? real_write(descriptor, bytes, some)
                 : real_pwrite(descriptor, bytes, some, offset);
  };
  if (!is_concerned(fault::path_of(descriptor))) return write_really(size);
  const std::lock_guard lock(mutex);
  const Outcome outcome = next_operation(Operation::write);
  if (outcome == Outcome::fails) return -1;
  const size_t some = outcome == Outcome::half ? (size + 1) / 2 : size;
  unsynced().writes(descriptor, bytes, some, moves ? lseek(descriptor, 0, SEEK_CUR) : offset);
  const ssize_t written = write_really(some);
  if (outcome == Outcome::half && dies()) stop();
  return written;
}

int opened(const char* path, int flags, mode_t mode) {
  static const auto real = next<int (*)(const char*, int, ...)>("open");
  const bool changes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
  const std::string name = changes ? absolute(path) : "";
  if (!changes || !is_concerned(name)) return real(path, flags, mode);
  const std::lock_guard lock(mutex);
  const bool is_new = access(path, F_OK) != 0;
  if (next_operation(is_new ? Operation::make : Operation::other) == Outcome::fails) return -1;
  const int descriptor = real(path, flags & ~O_TRUNC, mode);
  if (descriptor < 0) return descriptor;
  if (is_new) unsynced().makes(name);
  if ((flags & O_TRUNC) != 0) {
    unsynced().truncates(descriptor, 0);
    static const auto real_truncate = next<int (*)(int, off_t)>("ftruncate");
    real_truncate(descriptor, 0);
  }
  return descriptor;
}

int synced(const char* which, int descriptor) {
  const auto real = next<int (*)(int)>(which);
  if (!is_concerned(fault::path_of(descriptor))) return real(descriptor);
  const std::lock_guard lock(mutex);
  if (next_operation(Operation::other) == Outcome::fails) return -1;
  unsynced().synced(descriptor);
  return 0;  // the disk is not bothered: what counts is that it was asked
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  return opened(path, flags, mode);
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
  return write_at(descriptor, bytes, size, 0, true);
}
ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
  return write_at(descriptor, bytes, size, offset, false);
}

ssize_t writev(int descriptor, const iovec* pieces, int count) {
  std::string bytes;
  for (int i = 0; i < count; ++i)
    bytes.append(static_cast<const char*>(pieces[i].iov_base), pieces[i].iov_len);
  return write_at(descriptor, bytes.data(), bytes.size(), 0, true);
}

int fsync(int descriptor) { return synced("fsync", descriptor); }
int fdatasync(int descriptor) { return synced("fdatasync", descriptor); }

int ftruncate(int descriptor, off_t length) noexcept {
  static const auto real = next<int (*)(int, off_t)>("ftruncate");
  if (!is_concerned(fault::path_of(descriptor))) return real(descriptor, length);
  const std::lock_guard lock(mutex);
  if (next_operation(Operation::other) == Outcome::fails) return -1;
  unsynced().truncates(descriptor, length);
  return real(descriptor, length);
}

int mkdir(const char* path, mode_t mode) noexcept {
  static const auto real = next<int (*)(const char*, mode_t)>("mkdir");
  if (!is_concerned(absolute(path))) return real(path, mode);
  const std::lock_guard lock(mutex);
  const bool is_new = access(path, F_OK) != 0;
  if (next_operation(is_new ? Operation::make : Operation::other) == Outcome::fails) return -1;
  if (is_new) unsynced().makes(absolute(path));
  return real(path, mode);
}

int rename(const char* from, const char* to) noexcept {
  static const auto real = next<int (*)(const char*, const char*)>("rename");
  if (!is_concerned(absolute(to))) return real(from, to);
  const std::lock_guard lock(mutex);
  if (next_operation(Operation::other) == Outcome::fails) return -1;
  unsynced().renames(absolute(from), absolute(to), false);
  return real(from, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  static const auto real = next<int (*)(int, const char*, int, const char*, unsigned)>("renameat2");
  if (!is_concerned(absolute(to))) return real(from_folder, from, to_folder, to, flags);
  const std::lock_guard lock(mutex);
  if (next_operation(Operation::other) == Outcome::fails) return -1;
  unsynced().renames(absolute(from), absolute(to), (flags & RENAME_EXCHANGE) != 0);
  return real(from_folder, from, to_folder, to, flags);
}

}  // extern "C"
