// SPDX-License-Identifier: GPL-2.0-or-later
/// What a page's JSON-LD says of its article, in the vocabulary of schema.org
/// (schema.org/NewsArticle).
#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace chancery {

struct JsonLdArticle {
  bool found = false;  ///< an object whose type is an article's
  std::string headline, description, date, changed, publisher, url, language, body;
  std::vector<std::string> authors;
  std::vector<std::string> subjects;
  std::vector<EditorTag> tags;
};

/// The article within the texts of a page's scripts of type application/ld+json, which are often
/// broken: with trailing commas, bare line feeds in strings, or comments around them. What cannot
/// be read is as if it were not there.
JsonLdArticle read_json_ld(const std::vector<std::string>& scripts);

}  // namespace chancery
