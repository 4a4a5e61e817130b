// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/letters.h"

#include "common/utf8.h"

namespace chancery {

void append_folded_letter(std::string& out, char32_t c) {
  using namespace letters;
  const size_t number =
      c < points ? folds_blocks[folds_block_of[c / block_size] * block_size + c % block_size] : 0;
  if (number == 0) {
    append_utf8(out, c);
    return;
  }
  for (uint32_t at = fold_ends[number - 1]; at < fold_ends[number]; ++at)
    out += static_cast<char>(fold_texts[at]);
}

}  // namespace chancery
