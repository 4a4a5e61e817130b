// SPDX-License-Identifier: GPL-2.0-or-later
/// How much a person is in the news, by the offices held: whom a surname alone rather means.
#pragma once

#include "indexer/gazetteer/gazetteer.h"

namespace chancery {

/// Whom a surname alone rather means: who led a state, then who spoke for it, then who held another
/// office, then who made a career in a foreign service (role "US ambassador to Mali").
enum class Prominence { none, career, office, speaks, leads };
Prominence prominence_of(const KnownEntity& person);

}  // namespace chancery
