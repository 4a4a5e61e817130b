// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace chancery {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

uint64_t size_of_file(const fs::path& path) {
  std::error_code error;
  const uint64_t size = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
  return error ? 0 : size;
}

uint64_t size_of_input(const std::string& input) {
  std::error_code error;
  uint64_t size = size_of_file(input);
  for (fs::recursive_directory_iterator at(input, error), end; !error && at != end;
       at.increment(error))
    size += size_of_file(at->path());
  return size;
}

}  // namespace

std::string progress_line(size_t articles, uint64_t text_bytes, double seconds, double share) {
  char line[100];
  int length = std::snprintf(line, sizeof line, "%zu articles, %.1f MB/s", articles,
                             static_cast<double>(text_bytes) / 1e6 / seconds);
  if (share > 0 && share < 1) {
    const auto left = static_cast<unsigned long>(seconds / share * (1 - share));
    std::snprintf(line + length, sizeof line - static_cast<size_t>(length), ", %lu:%02lu left",
                  left / 60, left % 60);
  }
  return line;
}

Progress::Progress(bool shown, const std::vector<std::string>& inputs)
    : shown_(shown), start_(Clock::now()), last_(start_) {
  if (!shown) return;
  for (const std::string& input : inputs) all_ += size_of_input(input);
}

Progress::~Progress() { clear(); }

void Progress::begin_file(const std::string& path) {
  if (!shown_) return;
  done_ += size_;
  taken_ = 0;
  size_ = size_of_file(path);
}

void Progress::pass_over(const std::string& path) {
  if (shown_) all_ -= std::min(all_, size_of_file(path));
}

void Progress::add_article(size_t text_bytes) {
  if (!shown_) return;
  ++articles_;
  text_bytes_ += text_bytes;
  const auto now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  visible_ = true;
  const double share =
      all_ == 0 ? 0 : static_cast<double>(done_ + taken_) / static_cast<double>(all_);
  std::fprintf(stderr, "\r\033[K%s ",
               progress_line(articles_, text_bytes_,
                             std::chrono::duration<double>(now - start_).count(), share)
                   .c_str());
}

void Progress::clear() {
  if (visible_) std::fputs("\r\033[K", stderr);
  visible_ = false;
}

}  // namespace chancery
