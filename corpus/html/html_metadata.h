// SPDX-License-Identifier: GPL-2.0-or-later
/// What a page of HTML says of its article: in JSON-LD, OpenGraph (ogp.me), Dublin Core, microdata
/// and the meta elements that news sites have in use, else where readers see it.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "corpus/html/html_tree.h"

namespace chancery {

struct HtmlMetadata {
  std::string title, byline, site, url, description;
  std::string language;            ///< as the page has it: "en-GB"
  std::vector<std::string> dates;  ///< the surest first; unread
  std::vector<std::string> subjects;
  std::vector<EditorTag> tags;
  std::string body;         ///< JSON-LD's articleBody; some sites give but its beginning there
  bool is_article = false;  ///< the page says that it is one
  /// The page says that it is a site's, or its address is that of a site's first page.
  bool is_website = false;
};

/// `address` is where the page was fetched from; may be empty.
HtmlMetadata read_html_metadata(const HtmlTree& page, const std::string& address);

}  // namespace chancery
