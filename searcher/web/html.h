// SPDX-License-Identifier: GPL-2.0-or-later
/// Text that others wrote, made fit for HTML and XML; numbers and dates as people write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/results.h"

namespace chancery::web {

/// For an element's content or a quoted attribute: & < > " ' as entities; as U+FFFD what is no
/// UTF-8, control characters but line feeds, and the marks that reorder text, as on a terminal.
std::string escaped(std::string_view text);

/// Escaped, the matches within <mark>.
std::string marked(const std::vector<Fragment>& fragments);

/// "1 article", "12,345 articles".
std::string articles(size_t number);

/// The article's own, or what stands for it where it has none.
std::string headline(const Article& article);

/// "persons" -> "Persons". `word` begins with a letter from a to z.
std::string capitalised(std::string word);

/// "26 December 2018".
std::string written_out(const Date& date);

/// `url` where it is http or https; else empty, so that no link runs a script.
std::string web_address(const std::string& url);

/// `<a href="HREF" ATTRIBUTES>TEXT</a>`: href and text are escaped here, attributes are not.
std::string link(std::string_view href, std::string_view text, std::string_view attributes = {});

}  // namespace chancery::web
