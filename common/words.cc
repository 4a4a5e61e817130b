// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/words.h"

#include <array>

#include "common/fold.h"
#include "common/letters.h"
#include "common/utf8.h"

namespace chancery {
namespace {

using Kind = LetterKind;

constexpr std::array<Kind, 128> ascii_kinds = [] {
  std::array<Kind, 128> kinds{};
  for (char c = 'a'; c <= 'z'; ++c) kinds[static_cast<size_t>(c)] = Kind::letter;
  for (char c = 'A'; c <= 'Z'; ++c) kinds[static_cast<size_t>(c)] = Kind::letter;
  for (char c = '0'; c <= '9'; ++c) kinds[static_cast<size_t>(c)] = Kind::digit;
  return kinds;
}();

Kind kind_of(char32_t c) { return c < ascii_kinds.size() ? ascii_kinds[c] : letter_kind(c); }

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018; }

// The characters of a text, one decoded ahead.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) { step(); }
  bool at_end() const { return begin_ >= text_.size(); }
  char32_t character() const { return character_; }
  Kind kind() const { return kind_; }
  size_t begin() const { return begin_; }
  void step() {
    begin_ = next_;
    if (begin_ >= text_.size()) return;
    const auto byte = static_cast<unsigned char>(text_[next_]);
    if (byte < 0x80) {
      character_ = byte;
      ++next_;
    } else {
      character_ = decode_utf8(text_, next_);
    }
    kind_ = kind_of(character_);
  }
  Kind next_kind() const {
    if (next_ >= text_.size()) return Kind::other;
    size_t at = next_;
    return kind_of(decode_utf8(text_, at));
  }

 private:
  std::string_view text_;
  size_t begin_ = 0;
  size_t next_ = 0;
  char32_t character_ = 0;
  Kind kind_ = Kind::other;
};

// Whether the character at the cursor, which is no letter or digit, joins what stands around it.
bool joins(const Cursor& cursor, Kind before) {
  const char32_t c = cursor.character();
  const Kind after = cursor.next_kind();
  if (before == Kind::letter && after == Kind::letter) return is_apostrophe(c) || c == '&';
  if (before == Kind::digit && after == Kind::digit) return c == '.' || c == ',';
  return false;
}

// "U.S." and "a.m.": one letter and a point, at least twice. Returns the end, or `at` if it is
// none.
size_t abbreviation_end(std::string_view text, size_t at) {
  size_t end = at;
  int letters = 0;
  while (end + 1 < text.size() && static_cast<unsigned char>(text[end]) < 0x80 &&
         kind_of(static_cast<unsigned char>(text[end])) == Kind::letter && text[end + 1] == '.') {
    end += 2;
    ++letters;
  }
  const bool goes_on =
      end < text.size() && (static_cast<unsigned char>(text[end]) >= 0x80 ||
                            kind_of(static_cast<unsigned char>(text[end])) != Kind::other);
  return letters >= 2 && !goes_on ? end : at;
}

}  // namespace

std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / 6);
  Cursor cursor(text);
  while (!cursor.at_end()) {
    const size_t begin = cursor.begin();
    if (cursor.kind() == Kind::other) {
      cursor.step();
      continue;
    }
    if (cursor.kind() == Kind::alone) {
      cursor.step();
    } else if (const size_t end = abbreviation_end(text, begin); end != begin) {
      while (!cursor.at_end() && cursor.begin() < end) cursor.step();
    } else {
      Kind before = cursor.kind();
      cursor.step();
      while (!cursor.at_end() && (cursor.kind() == Kind::letter || cursor.kind() == Kind::digit ||
                                  joins(cursor, before))) {
        before = cursor.kind();
        cursor.step();
      }
    }
    words.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(cursor.begin())});
  }
  return words;
}

size_t genitive_size(std::string_view word) {
  if (!word.ends_with('s') && !word.ends_with('S')) return 0;
  for (const std::string_view apostrophe : {"'", "\u2019"}) {
    const size_t size = apostrophe.size() + 1;
    if (word.size() > size && word.substr(0, word.size() - 1).ends_with(apostrophe)) return size;
  }
  return 0;
}

std::string fold_word(std::string_view word) {
  word.remove_suffix(genitive_size(word));
  std::string folded = fold(word);
  const bool number = !folded.empty() && folded[0] >= '0' && folded[0] <= '9';
  if (folded.find(number ? ',' : '.') != std::string::npos) std::erase(folded, number ? ',' : '.');
  return folded;
}

std::string fold_phrase(std::string_view text) {
  std::string folded;
  for (const Word& word : split_words(text)) {
    if (!folded.empty()) folded += ' ';
    folded += fold_word(text_of(text, word));
  }
  return folded;
}

}  // namespace chancery
