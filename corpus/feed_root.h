// SPDX-License-Identifier: GPL-2.0-or-later
/// How a feed is told by its root element, and gone through item by item.
#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "common/article.h"
#include "corpus/formats.h"

namespace chancery {

struct FeedRoot {
  std::string name;  ///< without prefix, in lower case: "rss", "rdf", "feed"
  std::string tag;   ///< as it stands, in lower case: with its namespaces
};

/// The first element in `head`, in UTF-8; empty for none.
FeedRoot feed_root(std::string_view head);

/// The name of the node without prefix, in lower case.
std::string folded_name(const pugi::xml_node& node);

using ItemReader = std::function<Article(const pugi::xml_node& item)>;

/// Gives all items called `name` to `sink`: those not well-formed with a note, those that are cut
/// short as rejects. `reader_for` is called with the feed's root, in it what stands before the
/// first item; it throws ArticleError where that is no such feed.
void read_feed(ByteSource& source, const ArticleSink& sink, std::string_view name,
               const std::function<ItemReader(const pugi::xml_node& root)>& reader_for);

}  // namespace chancery
