// SPDX-License-Identifier: GPL-2.0-or-later
/// The concepts that a NewsML-G2 item says that it speaks of.
#pragma once

#include "common/article.h"
#include "corpus/xml/xml.h"

namespace chancery {

/// Adds the subjects and keywords of `content_meta` to the article: persons, organisations, places
/// and countries as editors' tags, the rest as subjects. What a concept is called is also looked
/// for among the asserts of `item`. The article's language is set.
void add_concepts(const pugi::xml_node& item, const pugi::xml_node& content_meta, Article& article);

}  // namespace chancery
