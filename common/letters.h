// SPDX-License-Identifier: GPL-2.0-or-later
/// What splitting and folding need to know of a character, in tables that compile_letters.cc has
/// made of ICU's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace chancery {

/// `alone`: of a script that is written without spaces. Marks are letters.
enum class LetterKind : uint8_t { other, letter, digit, alone };

namespace letters {

inline constexpr size_t points = 0x110000;
inline constexpr size_t block_size = 256;
inline constexpr unsigned kind_bits = 3;
inline constexpr unsigned capital_bit = 4;
inline constexpr unsigned small_bit = 8;
inline constexpr unsigned key_bit = 16;

// Of each block of characters the number of the block that has their traits, and of that which has
// the numbers of their folded forms: 0 for those that stay as they are, else the bytes of
// fold_texts from fold_ends[number - 1] to fold_ends[number].
extern const uint16_t traits_block_of[];
extern const uint8_t traits_blocks[];
extern const uint16_t folds_block_of[];
extern const uint16_t folds_blocks[];
extern const uint8_t fold_texts[];
extern const uint32_t fold_ends[];

inline unsigned traits_of(char32_t c) {
  return c < points ? traits_blocks[traits_block_of[c / block_size] * block_size + c % block_size]
                    : 0;
}

}  // namespace letters

inline LetterKind letter_kind(char32_t c) {
  return static_cast<LetterKind>(letters::traits_of(c) & letters::kind_bits);
}
inline bool is_capital(char32_t c) { return (letters::traits_of(c) & letters::capital_bit) != 0; }
inline bool is_small(char32_t c) { return (letters::traits_of(c) & letters::small_bit) != 0; }

/// A letter, a digit or a mark: what the key of a name is made of.
inline bool is_of_key(char32_t c) { return (letters::traits_of(c) & letters::key_bit) != 0; }

/// Marks that a reader may leave out: combining diacritics, Hebrew points, Arabic harakat.
constexpr bool is_optional_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7) ||
         (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 || c == 0x00AD;
}

/// Appends the character decomposed, without optional marks, in small letters. "Ｅ" -> "e", "ǰ" ->
/// "j", "ﬁ" -> "fi".
void append_folded_letter(std::string& out, char32_t c);

}  // namespace chancery
