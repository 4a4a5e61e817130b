// SPDX-License-Identifier: GPL-2.0-or-later
/// An article out of the bytes of a web page, wherever they were kept.
#pragma once

#include <optional>
#include <string>

#include "common/article.h"

namespace chancery {

struct WebPage {
  std::string bytes;
  std::string encoding;  ///< as the server named it; empty where it did not
  std::string address;   ///< where it was fetched from; may be empty
};

/// Nothing where the page is surely no article but a site's first page or a list of articles.
/// Throws ArticleError where the page is beyond the limits of HtmlTree.
std::optional<Article> read_web_page(WebPage page);

/// Whether a text begins as a page of HTML does, XHTML included.
bool starts_as_html(std::string_view head);

}  // namespace chancery
