// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/export_index.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "common/error.h"
#include "indexer/article_json.h"
#include "indexer/stored_index.h"
#include "indexer/sync_folder.h"

namespace chancery {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& file) {
  throw Error("cannot write the export '" + file + "': " + std::strerror(errno));
}

void write_articles(const std::string& path, std::ostream& out, const std::string& file) {
  read_stored_articles(path, [&](Article&& article, Origin&&) {
    out << article_line(article) << '\n';
    if (!out) fail(file);
  });
  if (!out.flush()) fail(file);
}

// `written` is the file or what is to become it.
void write_file(const std::string& path, const std::string& written, const std::string& file) {
  std::ofstream out(written, std::ios::binary);
  if (!out) fail(file);
  write_articles(path, out, file);
  out.close();
  if (!out) fail(file);
}

}  // namespace

void export_index(const std::string& path, const std::string& file) {
  if (file == "-") {
    write_articles(path, std::cout, "stdout");
    return;
  }
  // A device or a pipe is written to, never replaced; a link leads to what is replaced.
  std::error_code error;
  if (fs::exists(file, error) && !fs::is_regular_file(file, error)) {
    write_file(path, file, file);
    return;
  }
  const fs::path real = fs::weakly_canonical(file, error);
  const std::string target = error ? file : real.string();
  const std::string part = target + ".part";
  try {
    write_file(path, part, file);
    sync_file(part);
    if (std::rename(part.c_str(), target.c_str()) != 0) fail(file);
  } catch (...) {  // not handled here: only cleaned up
    std::remove(part.c_str());
    throw;
  }
}

}  // namespace chancery
