// SPDX-License-Identifier: GPL-2.0-or-later
/// Articles that are like another one, for --like.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "searcher/index.h"

namespace chancery {

struct SimilarArticles {
  Xapian::Query query;
  std::vector<std::pair<Field, std::string>> shared;  ///< persons and organisations of the article
};

/// Articles with the words that set this one apart, and with its persons, organisations and places;
/// without itself. Throws UsageError where no article has the id.
SimilarArticles similar_articles(const Index& index, const std::string& id);

}  // namespace chancery
