// SPDX-License-Identifier: GPL-2.0-or-later
/// The table of article formats. A new format is one new file that defines a Format, and its line
/// here and in formats.cc.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "corpus/byte_source.h"

namespace chancery {

/// Where a reader puts what it finds.
struct ArticleSink {
  std::function<void(Article&&)> article;
  /// An item that is no usable article; reading goes on behind it. `place` is where in the source
  /// it stands ("line 12", "item 3"), or empty where it is the whole source.
  std::function<void(const std::string& place, const std::string& reason)> reject;
};

/// How much of a source is looked at to tell what it is.
inline constexpr size_t head_size = 64 << 10;

struct Format {
  std::string_view name;  ///< as --format takes it
  std::string_view what;  ///< for the help: "NITF 3.x, one article per file"
  /// Whether a source that starts with `head` (up to head_size) is of this format.
  bool (*recognise)(std::string_view head);
  /// Reads all articles. Throws ArticleError where the source as a whole cannot be read.
  void (*read)(ByteSource& source, const ArticleSink& sink);
};

extern const Format atom, factiva, html, json_lines, lexis, newsml_1, newsml_g2, ninjs, nitf,
    plain_text, reuters_sgml, rss, tei, warc;

/// All formats, in the order in which they are tried.
const std::vector<const Format*>& formats();

/// The format of that name; nullptr where there is none.
const Format* format_named(std::string_view name);

/// The first format that recognises `head`; nullptr where none does.
const Format* recognise_format(std::string_view head);

}  // namespace chancery
