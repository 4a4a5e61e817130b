// SPDX-License-Identifier: GPL-2.0-or-later
/// Which elements of a page say of themselves what they are: furniture (navigation, comments, share
/// bars …), or the article's body.
#pragma once

#include <string>
#include <vector>

#include "corpus/html/html_tree.h"

namespace chancery {

enum class Furniture {
  none,
  likely,   ///< by a name that bodies have too ("media", "widget"): where it has little prose
  named,    ///< by a name: unless most of the page's prose is in it
  certain,  ///< by its element: script, nav, form
};

Furniture furniture(const HtmlNode& node);

/// How sure the element is the article's body: 3 by itemprop, 2 by its name ("article-body"), 1 by
/// being <article> or <main>, else 0.
int body_hint(const HtmlNode& node);

}  // namespace chancery
