// SPDX-License-Identifier: GPL-2.0-or-later
/// From an article to who and what it speaks of.
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/mention.h"
#include "indexer/tagging/tags.h"

namespace chancery {

/// Tags headline, dateline and body, and joins what the editors say (editor_tags.h); byline and
/// source are not the article's subject. May be called from several threads with one gazetteer.
/// `mentions`, if given, receives each mention with the rule behind it, in the order of the
/// article.
Tags tag_article(const Article& article, const Gazetteer& gazetteer,
                 std::vector<Mention>* mentions = nullptr);

}  // namespace chancery
