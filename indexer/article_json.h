// SPDX-License-Identifier: GPL-2.0-or-later
/// An article as JSON that the reader of JSON Lines takes back.
#pragma once

#include <string>

#include "common/article.h"

namespace chancery {

/// One line without its end. The editors' tags are among the keywords.
std::string article_line(const Article& article);

}  // namespace chancery
