// SPDX-License-Identifier: GPL-2.0-or-later
/// Build tool: writes what letters.h answers from as C++ tables, taken from ICU. So the programs
/// that only search do not load ICU, whose 33 MB are a tenth of the time of a short search.
/// usage: compile_letters OUT.cc
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "common/letters.h"
#include "common/utf8.h"

namespace {

using namespace chancery;

bool is_mark(UChar32 c) {
  const int8_t type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

LetterKind kind_of_point(UChar32 c) {
  if (u_isdigit(c)) return LetterKind::digit;
  if (!is_mark(c) && !u_isalnum(c)) return LetterKind::other;
  constexpr UChar32 first_without_spaces = 0x0E00;
  if (c < first_without_spaces) return LetterKind::letter;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return uscript_breaksBetweenLetters(script) ? LetterKind::alone : LetterKind::letter;
}

unsigned traits_of(UChar32 c) {
  unsigned traits = static_cast<unsigned>(kind_of_point(c));
  if (u_isUUppercase(c)) traits |= letters::capital_bit;
  if (u_isULowercase(c)) traits |= letters::small_bit;
  if (u_isalnum(c) || is_mark(c)) traits |= letters::key_bit;
  return traits;
}

bool is_hangul(UChar32 c) { return c >= 0xAC00 && c <= 0xD7A3; }

// Decomposed, without marks, in small letters. A syllable of Hangul is one letter to its readers.
std::string folded_point(const UNormalizer2* nfkd, UChar32 c) {
  std::array<UChar, 32> parts{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t count = is_hangul(c)
                            ? -1
                            : unorm2_getDecomposition(nfkd, c, parts.data(),
                                                      static_cast<int32_t>(parts.size()), &status);
  std::string folded;
  const auto append_small = [&folded](UChar32 letter) {
    append_utf8(folded, static_cast<char32_t>(u_foldCase(letter, U_FOLD_CASE_DEFAULT)));
  };
  if (count < 0 || U_FAILURE(status)) {
    append_small(c);
    return folded;
  }
  for (int32_t i = 0; i < count;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, count, part);
    if (!is_optional_mark(static_cast<char32_t>(part))) append_small(part);
  }
  return folded;
}

void write_array(std::ostream& out, const char* type, const char* name,
                 const std::vector<unsigned>& numbers) {
  constexpr size_t in_a_row = 24;
  out << "const " << type << ' ' << name << '[' << numbers.size() << "] = {";
  for (size_t i = 0; i < numbers.size(); ++i)
    out << (i % in_a_row == 0 ? "\n" : "") << numbers[i] << ',';
  out << "};\n";
}

// In blocks, those that are alike once.
void write_table(std::ostream& out, const char* type, const std::string& name,
                 const std::vector<unsigned>& of_points) {
  std::map<std::vector<unsigned>, unsigned> known;
  std::vector<unsigned> block_of;
  std::vector<unsigned> blocks;
  for (size_t first = 0; first < of_points.size(); first += letters::block_size) {
    const auto begin = of_points.begin() + static_cast<ptrdiff_t>(first);
    const std::vector<unsigned> block(begin, begin + letters::block_size);
    const auto [at, is_new] = known.emplace(block, static_cast<unsigned>(known.size()));
    if (is_new) blocks.insert(blocks.end(), block.begin(), block.end());
    block_of.push_back(at->second);
  }
  write_array(out, "uint16_t", (name + "_block_of").c_str(), block_of);
  write_array(out, type, (name + "_blocks").c_str(), blocks);
}

void compile(std::ostream& out) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const nfkd = unorm2_getNFKDInstance(&status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  std::map<std::string, unsigned> numbers;
  std::vector<unsigned> traits, folds, texts, ends = {0};
  for (UChar32 c = 0; c < static_cast<UChar32>(letters::points); ++c) {
    traits.push_back(traits_of(c));
    std::string itself;
    append_utf8(itself, static_cast<char32_t>(c));
    const std::string folded = folded_point(nfkd, c);
    if (folded == itself) {
      folds.push_back(0);
      continue;
    }
    const auto [at, is_new] = numbers.emplace(folded, static_cast<unsigned>(numbers.size() + 1));
    if (is_new) {
      for (const char byte : folded) texts.push_back(static_cast<unsigned char>(byte));
      ends.push_back(static_cast<unsigned>(texts.size()));
    }
    folds.push_back(at->second);
  }
  out << "#include \"common/letters.h\"\nnamespace chancery::letters {\n";
  write_table(out, "uint8_t", "traits", traits);
  write_table(out, "uint16_t", "folds", folds);
  write_array(out, "uint8_t", "fold_texts", texts);
  write_array(out, "uint32_t", "fold_ends", ends);
  out << "}\n";
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw std::runtime_error("usage: compile_letters OUT.cc");
    std::ofstream out(argv[1], std::ios::binary);
    compile(out);
    if (!out.flush()) throw std::runtime_error(std::string(argv[1]) + ": cannot be written");
  } catch (const std::exception& error) {
    std::cerr << "compile_letters: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
