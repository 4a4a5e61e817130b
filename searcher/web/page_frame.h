// SPDX-License-Identifier: GPL-2.0-or-later
/// What all pages have around their content.
#pragma once

#include <string>

#include "searcher/web/parameters.h"

namespace chancery::web {

/// A whole document. `title` is text, `content` HTML with one <main id="main">, `head` HTML too.
std::string page_frame(const std::string& title, const std::string& content,
                       const std::string& head = {});

/// The search page with those parameters: "/?q=peace".
std::string search_path(const Parameters& parameters);

/// The same search from its first hit on: what a link that changes the search leads to.
Parameters first_page(const Parameters& parameters);

}  // namespace chancery::web
