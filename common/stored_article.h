// SPDX-License-Identifier: GPL-2.0-or-later
/// What the index keeps of an article in its document data: the text, and its tags.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/entity.h"

namespace chancery {

struct StoredArticle {
  Article article;  ///< its notes are not kept
  /// Without names and aliases: those are kept once, in the index's metadata.
  std::vector<Tag> tags;
};

/// Without tags, which pack_tag appends. `language` stands in the place of the article's.
std::string pack_article(const Article& article, std::string_view language);
void pack_tag(std::string& packed, const Tag& tag);

/// Throws Error where `packed` is none that these made.
StoredArticle unpack_stored_article(std::string_view packed);

/// The article's id alone.
std::string_view stored_id(std::string_view packed);

}  // namespace chancery
