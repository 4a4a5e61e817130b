// SPDX-License-Identifier: GPL-2.0-or-later
/// Where an article in the index comes from, so that a later run knows what it need not do again.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace chancery {

struct Origin {
  std::string content_hash;             ///< empty: unknown, so it is never the same
  std::vector<std::string> file_terms;  ///< schema::file_term of each file that holds it
};

/// A hash of all that the readers gave of the article.
std::string content_hash(const Article& article);

}  // namespace chancery
