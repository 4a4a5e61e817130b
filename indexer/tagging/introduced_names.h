// SPDX-License-Identifier: GPL-2.0-or-later
/// Abbreviations that a text itself introduces: "the Movement for Democratic Change (MDC)".
#pragma once

#include <string>
#include <vector>

#include "indexer/tagging/annotated_text.h"

namespace chancery {

struct IntroducedName {
  size_t first = 0;          ///< words [first, last) are the name in full
  size_t last = 0;           ///< the word of the abbreviation, in brackets behind it
  std::string abbreviation;  ///< folded: "mdc"
};

/// Names of two words or more whose capitals are the letters of the capitals in brackets behind
/// them.
std::vector<IntroducedName> find_introduced_names(const AnnotatedText& text);

}  // namespace chancery
