// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/byte_source.h"

#include <algorithm>
#include <cstring>

#include "common/error.h"

namespace chancery {

constexpr size_t chunk = 64 << 10;

ByteSource::ByteSource(std::string name, Fill fill)
    : name_(std::move(name)), fill_(std::move(fill)) {}

bool ByteSource::fill_buffer() {
  if (ended_) return false;
  buffer_.erase(0, taken_);
  taken_ = 0;
  const size_t kept = buffer_.size();
  buffer_.resize(kept + chunk);
  size_t got = 0;
  try {
    got = fill_(buffer_.data() + kept, chunk);
  } catch (...) {
    buffer_.resize(kept);
    ended_ = true;
    throw;
  }
  buffer_.resize(kept + got);
  ended_ = got == 0;
  return !ended_;
}

std::string_view ByteSource::peek(size_t size) {
  while (buffer_.size() - taken_ < size && fill_buffer()) {
  }
  return std::string_view(buffer_).substr(taken_, size);
}

size_t ByteSource::read(char* out, size_t size) {
  if (taken_ == buffer_.size() && !fill_buffer()) return 0;
  const size_t count = std::min(size, buffer_.size() - taken_);
  std::memcpy(out, buffer_.data() + taken_, count);
  taken_ += count;
  return count;
}

ByteSource::Line ByteSource::read_line(std::string& line, size_t limit) {
  line.clear();
  bool too_long = false;
  for (bool any = false;; any = true) {
    if (taken_ == buffer_.size() && !fill_buffer()) {
      return !any ? Line::end : too_long ? Line::too_long : Line::read;
    }
    const size_t end = buffer_.find('\n', taken_);
    const size_t stop = end == std::string::npos ? buffer_.size() : end;
    too_long = too_long || line.size() + (stop - taken_) > limit;
    if (too_long) {
      line.clear();
    } else {
      line.append(buffer_, taken_, stop - taken_);
    }
    taken_ = end == std::string::npos ? stop : stop + 1;
    if (end != std::string::npos) return too_long ? Line::too_long : Line::read;
  }
}

std::string ByteSource::read_all(size_t limit) {
  std::string all;
  do {
    all.append(buffer_, taken_);
    taken_ = buffer_.size();
    if (all.size() > limit) {
      throw ArticleError("larger than " + std::to_string(limit >> 20) + " MiB in one piece");
    }
  } while (fill_buffer());
  return all;
}

std::unique_ptr<ByteSource> source_of_text(std::string name, std::string text) {
  return std::make_unique<ByteSource>(
      std::move(name), [text = std::move(text), at = size_t{0}](char* out, size_t size) mutable {
        const size_t count = std::min(size, text.size() - at);
        text.copy(out, count, at);
        at += count;
        return count;
      });
}

}  // namespace chancery
