// SPDX-License-Identifier: GPL-2.0-or-later
/// A stream of bytes with a name: what every reader reads from, be it a file, stdin or a part of
/// an archive.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace chancery {

class ByteSource {
 public:
  /// Writes up to `size` bytes to `out` and returns how many; 0 is the end. Throws ArticleError
  /// where the bytes behind it are broken.
  using Fill = std::function<size_t(char* out, size_t size)>;

  /// `name` is what users are told: "wire/1987.tar.gz:feb/03.xml".
  ByteSource(std::string name, Fill fill);
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  const std::string& name() const { return name_; }

  /// The next bytes, up to `size`, without taking them. Fewer only at the end.
  std::string_view peek(size_t size);

  /// Takes up to `size` bytes; 0 is the end.
  size_t read(char* out, size_t size);

  enum class Line { read, too_long, end };

  /// Takes the bytes up to the next '\n', which is not part of `line`. Of a line longer than
  /// `limit`, all is taken and none kept.
  Line read_line(std::string& line, size_t limit);

  /// Takes all that is left. Throws ArticleError if it is more than `limit` bytes.
  std::string read_all(size_t limit);

 private:
  bool fill_buffer();  // false at the end

  std::string name_;
  Fill fill_;
  std::string buffer_;
  size_t taken_ = 0;
  bool ended_ = false;
};

/// A source of the bytes of `text`.
std::unique_ptr<ByteSource> source_of_text(std::string name, std::string text);

/// One article, one line or one XML document is at most this large; what is larger is rejected.
inline constexpr size_t largest_item = size_t{64} << 20;

}  // namespace chancery
