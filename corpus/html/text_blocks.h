// SPDX-License-Identifier: GPL-2.0-or-later
/// The paragraphs, headings and list items of a page, each with what tells prose from furniture.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/html_tree.h"

namespace chancery {

struct TextBlock {
  uint32_t node = 0;       ///< its first text
  uint32_t container = 0;  ///< the innermost element of blocks around it
  std::string text;        ///< one line
  size_t weight = 0;       ///< see text_weight
  size_t link_weight = 0;  ///< of it, within links
  bool heading = false;
  bool item = false;  ///< of a list

  bool mostly_link() const { return link_weight * 2 > weight; }
  /// Sentences, not a label: long, or with the punctuation of a sentence.
  bool is_prose() const;
};

/// How much text it is: letters and digits, those of Chinese, Japanese and Korean twice, as they
/// say more and have no spaces.
size_t text_weight(std::string_view text);

bool ends_sentence(std::string_view text);

/// All blocks of the page in order, but for those within nodes that `hidden` marks.
std::vector<TextBlock> text_blocks(const HtmlTree& page, const std::vector<bool>& hidden);

/// Whether the element begins a new line: p, div, li, h2 …
bool is_block_element(const HtmlNode& node);

}  // namespace chancery
