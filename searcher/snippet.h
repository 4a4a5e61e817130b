// SPDX-License-Identifier: GPL-2.0-or-later
/// The part of an article that shows why it was found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/highlighter.h"
#include "searcher/results.h"

namespace chancery {

/// The sentences of `text` that together show the most of what `highlighter` looks for, in the
/// order of the text, up to about `length` characters; longer sentences are cut at words around
/// their matches. Without a match: the beginning. Fragments: the article's own text, matched and
/// other in turn, `gap` where something is left out before it; an empty one at the end where
/// something is after it.
std::vector<Fragment> make_snippet(std::string_view text, const std::string& language,
                                   Highlighter& highlighter, size_t length);

/// All of `text`, its matches apart.
std::vector<Fragment> highlight_all(std::string_view text, const std::string& language,
                                    Highlighter& highlighter);

}  // namespace chancery
