// SPDX-License-Identifier: GPL-2.0-or-later
/// Finds the names of the gazetteer in a text.
#pragma once

#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/annotated_text.h"

namespace chancery {

/// Words [first, last) of a text, which the gazetteer knows as these names.
struct NameMatch {
  size_t first = 0;
  size_t last = 0;
  std::vector<NameEntry> entries;  ///< none: a phrase to pass over
};

/// The matches from left to right, the longest at each place, none overlapping another. Names are
/// matched without regard to diacritics and apostrophes; they begin with a capital letter or with
/// a small particle before one ("al-Shabab").
std::vector<NameMatch> find_names(const AnnotatedText& text, const Gazetteer& gazetteer);

}  // namespace chancery
