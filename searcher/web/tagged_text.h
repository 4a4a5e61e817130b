// SPDX-License-Identifier: GPL-2.0-or-later
/// An article's text with its tags where they are named.
#pragma once

#include <string>
#include <vector>

#include "searcher/results.h"

namespace chancery::web {

/// The text as HTML paragraphs: matches within <mark>, names of tags as links to a search for them,
/// with the tag's kind as their class. Where names overlap, the longer one counts.
std::string tagged_text(const std::vector<Fragment>& text, const std::vector<Tag>& tags);

}  // namespace chancery::web
