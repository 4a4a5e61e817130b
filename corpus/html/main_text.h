// SPDX-License-Identifier: GPL-2.0-or-later
/// The article within a page: without navigation, teasers, comments, captions and the like.
#pragma once

#include <string>
#include <string_view>

#include "corpus/html/html_tree.h"

namespace chancery {

struct MainText {
  std::string text;  ///< paragraphs, headings and list items, parted by '\n'
  size_t prose = 0;  ///< how much of it is sentences: the sum of text_weight
};

/// `title` is the article's headline: where it stands again at the beginning of the body it is left
/// out.
MainText main_text(const HtmlTree& page, std::string_view title);

}  // namespace chancery
