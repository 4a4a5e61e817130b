// SPDX-License-Identifier: GPL-2.0-or-later
/// The line that `chancery-indexer --tag` prints for an article. Keys are only ever added.
#pragma once

#include <string>

#include "common/article.h"
#include "indexer/tagging/mention.h"
#include "indexer/tagging/tags.h"

namespace chancery {

/// One JSON object without a line feed: id, title, date, source, language, persons, countries,
/// organisations, places. No date, no source: null. Example: see README.md.
/// With `mentions` (--explain) also these, each with: in ("title", "dateline" or "text"), begin and
/// end (characters of it), surface, kind, key, why; and score and weights where the model decided.
std::string tag_line(const Article& article, const Tags& tags,
                     const std::vector<Mention>* mentions = nullptr);

}  // namespace chancery
