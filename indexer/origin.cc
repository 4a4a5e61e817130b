// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/origin.h"

#include "common/schema.h"
#include "common/stored_article.h"

namespace chancery {

std::string content_hash(const Article& article) {
  return schema::stable_hash(pack_article(article, article.language));
}

}  // namespace chancery
