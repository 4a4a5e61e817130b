// SPDX-License-Identifier: GPL-2.0-or-later
/// NITF within another format: NewsML and ninjs carry articles as NITF.
#pragma once

#include "common/article.h"
#include "corpus/xml/xml.h"

namespace chancery {

/// Gives `article` what its element <nitf> has and `article` does not have yet; subjects and tags
/// are added.
void add_nitf(const pugi::xml_node& root, Article& article);

}  // namespace chancery
