// SPDX-License-Identifier: GPL-2.0-or-later
/// Joins what the editors of an article say it speaks of with what was found in its text.
#pragma once

#include "common/article.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/tags.h"

namespace chancery {

/// Editors are trusted more than the text: their tags come first, are kept though the text does not
/// name them, and say that they are the editors' (by_editor). One that the text names too is one
/// tag.
void add_editor_tags(const Article& article, const Gazetteer& gazetteer, Tags& tags);

}  // namespace chancery
