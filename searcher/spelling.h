// SPDX-License-Identifier: GPL-2.0-or-later
/// Other spellings of a word, from what the index holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/index.h"

namespace chancery {

/// The word of the articles that `word` is most likely a slip of: one or two letters away, with the
/// same first letter; of several the most frequent. Folded; empty where none is near.
/// Example: "negociations" -> "negotiations".
std::string similar_word(const Index& index, std::string_view word);

/// How else a person's name that is this one word is spelled in the index: "Zelensky" ->
/// "zelenskyy", "zelenskiy". Other names of the same person are none: "Volodymyr".
std::vector<std::string> name_variants(const Index& index, std::string_view word);

}  // namespace chancery
