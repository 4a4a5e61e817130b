// SPDX-License-Identifier: GPL-2.0-or-later
/// Addresses on the web: URI references, RFC 3986.
#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// Whether it begins with a scheme: "https://un.org/", "tag:x".
bool is_absolute(std::string_view address);

/// `reference` as seen from `base` (RFC 3986, section 5.2); as it is where `base` is not absolute.
/// Example: "http://a.org/news/index.html", "../2.html" -> "http://a.org/2.html".
std::string resolve_address(std::string_view base, std::string_view reference);

}  // namespace chancery
