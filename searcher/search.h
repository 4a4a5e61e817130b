// SPDX-License-Identifier: GPL-2.0-or-later
/// Answers requests from an index.
#pragma once

#include <optional>
#include <string>

#include "searcher/index.h"
#include "searcher/results.h"
#include "searcher/search_request.h"

namespace chancery {

/// Throws UsageError as build_query does, and for an `after` that is no cursor; TooSlow
/// (deadline.h) where the request has a time limit. Total and facet counts are exact; where nobody
/// wants them, the total is a guess, 0 only where nothing matches, and much less is looked at.
Results search(const SearchRequest& request, const Index& index);

/// The article of that id, what `request` asks for highlighted in it; nothing where there is none.
/// Throws UsageError as build_query does.
std::optional<ArticleView> view_article(const std::string& id, const SearchRequest& request,
                                        const Index& index);

}  // namespace chancery
