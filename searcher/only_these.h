// SPDX-License-Identifier: GPL-2.0-or-later
/// A filter that leaves nothing but the articles of an answer.
#pragma once

#include <xapian.h>

namespace chancery {

/// To be searched in the database that `articles` came from, which must not be one of several.
Xapian::Query only_these(const Xapian::MSet& articles);

}  // namespace chancery
