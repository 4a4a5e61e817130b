// SPDX-License-Identifier: GPL-2.0-or-later
/// From a JSON object, as crawlers, exports and programming interfaces write articles, to the
/// article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "corpus/json_text.h"

namespace chancery {

/// The article in `object`, whose keys are known by the names of the trade: "headline", "webTitle",
/// "bodyText", "published_at" …, at its top or in a part of it ("fields", "_source", "attributes").
/// Throws ArticleError where it has neither headline nor text.
Article article_from_json(const nlohmann::json& object);

/// Whether an object with these keys at its top is an article.
bool are_keys_of_article(const std::vector<std::string>& keys);

}  // namespace chancery
