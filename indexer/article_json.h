// SPDX-License-Identifier: GPL-2.0-or-later
/// An article as JSON that the reader of JSON Lines takes back.
#pragma once

#include <string>

#include "common/article.h"

namespace chancery {

/// One line without its end. What the editors say of persons, organisations and countries is among
/// the keywords; of a country by its code where there is one, else by name.
std::string article_line(const Article& article);

}  // namespace chancery
