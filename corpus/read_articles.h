// SPDX-License-Identifier: GPL-2.0-or-later
/// Finds every article in files, folders, archives and stdin.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/article.h"
#include "corpus/formats.h"

namespace chancery {

/// An input, or one item in it, that gave no article.
struct Reject {
  std::string source;  ///< file, or archive and member: "wire.tar.gz:feb/03.xml"
  std::string place;   ///< "line 12"; empty where it is the whole source
  std::string reason;
};

/// "wire.tar.gz:feb/03.xml, line 12: no headline and no text".
std::string to_line(const Reject& reject);

struct ReadingEvents {
  std::function<void(Article&&)> article;  ///< has an id, and a headline or a text
  std::function<void(const Reject&)> reject;
  /// An article that is given was mended: where and how.
  std::function<void(const Reject&)> mended;
  /// In a folder: a file of no known format.
  std::function<void(const std::string& name)> skipped;
  /// The source whose articles and rejects follow, and the format by which it is read. May be left
  /// empty.
  std::function<void(const std::string& name, const Format& format)> opened = {};
  /// Before and after all that comes of one file on disk, packed or not, or of stdin ("-"): `begin`
  /// returns false to pass the file over. May be left empty.
  std::function<bool(const std::string& path)> begin = {};
  std::function<void()> end = {};
  /// How many bytes of the file on disk are read by now. May be left empty.
  std::function<void(uint64_t bytes)> taken = {};
};

/// Reads `inputs` in their order, folders recursively in the order of the names, without hidden
/// files and without following links to folders. "-" is stdin. `format` nullptr: each file's format
/// is told by its content. A broken file or item is an event and never an exception; what the
/// events themselves throw passes through. Throws Error where an input does not exist.
void read_articles(const std::vector<std::string>& inputs, const Format* format,
                   const ReadingEvents& events);

}  // namespace chancery
