// SPDX-License-Identifier: GPL-2.0-or-later
/// Where the sentences of a text are.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace chancery {

/// Bytes [begin, end) of a text, without blanks around.
struct Sentence {
  uint32_t begin = 0;
  uint32_t end = 0;
};

/// The sentences of `text`. One ends at . ! ? … (or their Chinese forms) before a blank, but not
/// behind an abbreviation ("Mr.", "U.S.", "J."), and at the end of a paragraph. A line feed within
/// a sentence of hard-wrapped text is no end.
std::vector<Sentence> split_sentences(std::string_view text);

}  // namespace chancery
