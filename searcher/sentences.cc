// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/sentences.h"

#include <algorithm>
#include <array>

#include "common/line_wraps.h"

namespace chancery {
namespace {

constexpr std::array<std::string_view, 34> abbreviations = {
    "Mr",  "Mrs", "Ms",   "Dr",  "Prof", "St",  "Gen", "Lt",  "Col", "Maj", "Capt", "Sgt",
    "Sen", "Rep", "Gov",  "Adm", "Rev",  "Hon", "Jan", "Feb", "Mar", "Apr", "Jun",  "Jul",
    "Aug", "Sep", "Sept", "Oct", "Nov",  "Dec", "No",  "vs",  "Inc", "Brig"};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Whether the point at `at` belongs to the word before it.
bool is_abbreviation(std::string_view text, size_t at) {
  size_t start = at;
  while (start > 0 && !is_blank(text[start - 1]) && text[start - 1] != '(') --start;
  const std::string_view word = text.substr(start, at - start);
  const bool initials = word.size() == 1 || (word.size() > 1 && word[word.size() - 2] == '.');
  return initials ||
         std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end();
}

// Quotes and brackets that close behind the end of a sentence.
size_t skip_closing(std::string_view text, size_t at) {
  for (;;) {
    if (at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == ')')) {
      ++at;
    } else if (text.substr(at).starts_with("\u201D") || text.substr(at).starts_with("\u2019")) {
      at += 3;
    } else {
      return at;
    }
  }
}

// The end of the mark that ends a sentence at `at`; 0 where there is none.
size_t end_of_mark(std::string_view text, size_t at) {
  const char c = text[at];
  const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
  if (is_ascii && c != '.' && c != '!' && c != '?') return 0;
  if (c == '!' || c == '?' || (c == '.' && !is_abbreviation(text, at))) {
    const size_t end = skip_closing(text, at + 1);
    return end == text.size() || is_blank(text[end]) ? end : 0;
  }
  if (is_ascii) return 0;
  for (const std::string_view mark : {"\u3002", "\uFF01", "\uFF1F"}) {
    if (text.substr(at).starts_with(mark)) return at + mark.size();
  }
  return 0;
}

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text) {
  std::vector<Sentence> sentences;
  const LineWraps wraps(text);
  size_t begin = 0;
  const auto finish = [&](size_t end) {
    size_t first = begin;
    while (first < end && is_blank(text[first])) ++first;
    size_t last = end;
    while (last > first && is_blank(text[last - 1])) --last;
    if (last > first)
      sentences.push_back({static_cast<uint32_t>(first), static_cast<uint32_t>(last)});
    begin = end;
  };
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '\n' && !wraps.is_wrap(at)) {
      finish(++at);
    } else if (const size_t end = end_of_mark(text, at)) {
      finish(end);
      at = end;
    } else {
      ++at;
    }
  }
  finish(text.size());
  return sentences;
}

}  // namespace chancery
