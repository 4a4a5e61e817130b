// SPDX-License-Identifier: GPL-2.0-or-later
/// The page of one article.
#pragma once

#include "searcher/index.h"
#include "searcher/web/answer.h"

namespace chancery::web {

/// Its text with the tags and what `parameters` ask for, its tags by kind, and articles that are
/// like it; status 404 where no article has the id. Throws UsageError as read_search_request does.
Answer article_page(const std::string& id, const Parameters& parameters, const Index& index);

}  // namespace chancery::web
