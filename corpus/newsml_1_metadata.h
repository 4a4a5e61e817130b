// SPDX-License-Identifier: GPL-2.0-or-later
/// The metadata of a NewsML 1.x component: who published it, and what it speaks of.
#pragma once

#include "common/article.h"
#include "corpus/xml/xml.h"

namespace chancery {

/// Adds source, subjects and editors' tags of the NewsComponent `component`, of those around it and
/// those within it that hold its parts. What codes stand for is looked for in the topics of the
/// NewsItem and of `head`, what stands before the items. The article's language is set.
void add_metadata(const pugi::xml_node& component, const pugi::xml_node& head, Article& article);

}  // namespace chancery
