// SPDX-License-Identifier: GPL-2.0-or-later
/// Tells the line feeds of hard-wrapped text from those that end a paragraph.
#pragma once

#include <cstddef>
#include <string_view>

namespace chancery {

/// Tells the wraps of one text, which must outlive it.
class LineWraps {
 public:
  explicit LineWraps(std::string_view text);

  /// Whether the line feed at `at` only wraps a line: all lines of the text are short, this one is
  /// nearly full, and what follows is no empty line, nor indented behind the end of a sentence.
  bool is_wrap(size_t at) const;

 private:
  std::string_view text_;
  bool wrapped_ = true;
};

}  // namespace chancery
