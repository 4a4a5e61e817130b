// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/annotated_text.h"

#include <algorithm>

#include "common/fold.h"
#include "common/line_wraps.h"
#include "common/words.h"

namespace chancery {
namespace {

// As it is between most words.
bool is_space(std::string_view between) { return between.size() == 1 && between.front() == ' '; }

// `new_line`: a line feed that does not only wrap a line is among what stands between.
Gap gap_between(std::string_view between, bool new_line) {
  if (new_line) return Gap::other;
  if (between.empty() || is_space(between)) return Gap::space;
  if (between == "-" || between == "\u2010" || between == "\u2011") return Gap::hyphen;
  const size_t first = between.find_first_not_of(" \n\r\t");
  if (first == std::string_view::npos) return Gap::space;
  const size_t last = between.find_last_not_of(" \n\r\t");
  if (first == last && between[first] == '.') return Gap::point;
  if (first == last && between[first] == ',') return Gap::comma;
  return Gap::other;
}

bool has_new_line(std::string_view text, size_t begin, size_t end, const LineWraps& wraps) {
  for (size_t at = begin; at < end; ++at) {
    if (text[at] == '\n' && !wraps.is_wrap(at)) return true;
  }
  return false;
}

// Whether a sentence may begin behind what stands between two words.
bool ends_sentence(std::string_view between) {
  if (is_space(between)) return false;
  return between.find_first_of(".?!:\"_*") != std::string_view::npos ||
         between.find("\u201C") != std::string_view::npos ||
         between.find("\u2014") != std::string_view::npos;
}

// "Lavrov", and "d'Estaing", where the capital stands behind an elided particle.
bool is_capitalised(std::string_view word) {
  if (begins_with_capital(word)) return true;
  for (const std::string_view apostrophe : {"'", "\u2019"}) {
    if (word.size() > 1 + apostrophe.size() && word.substr(1).starts_with(apostrophe)) {
      return begins_with_capital(word.substr(1 + apostrophe.size()));
    }
  }
  return false;
}

Casing casing_of(std::string_view text, const std::vector<Token>& tokens) {
  size_t letters = 0;
  size_t capitals = 0;
  size_t long_words = 0;
  size_t long_capital = 0;
  for (const Token& token : tokens) {
    if (!token.folded.empty() && token.folded[0] >= '0' && token.folded[0] <= '9') continue;
    ++letters;
    if (token.capitals) ++capitals;
    if (token.folded.size() < 4) continue;
    ++long_words;
    if (token.capital) ++long_capital;
  }
  if (letters >= 2 && capitals * 10 >= letters * 7) return Casing::upper;
  // Longer texts hold whole sentences: no headline has more than some twenty words, or ends in a
  // point.
  const size_t last = text.find_last_not_of(" \n");
  const bool sentence = last != std::string_view::npos && text[last] == '.';
  if (!sentence && long_words >= 3 && letters <= 30 && long_capital * 10 >= long_words * 7)
    return Casing::title;
  return Casing::sentence;
}

}  // namespace

AnnotatedText annotate(std::string_view text, const Gazetteer& gazetteer) {
  AnnotatedText annotated{text, {}, Casing::sentence};
  const std::vector<Word> words = split_words(text);
  annotated.tokens.reserve(words.size());
  const LineWraps wraps(text);
  uint32_t before = 0;
  bool new_line = true;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = text_of(text, words[i]);
    Token token;
    token.begin = words[i].begin;
    token.end = words[i].end;
    token.folded = fold_word(word);
    token.known = &gazetteer.word(token.folded);
    token.capital = is_capitalised(word);
    const size_t genitive = genitive_size(word);
    token.genitive = genitive > 0;
    token.capitals = token.capital && !has_small_letter(word.substr(0, word.size() - genitive));
    token.sentence_start = new_line ||
                           ends_sentence(text.substr(before, words[i].begin - before)) ||
                           (annotated.tokens.back().folded.size() > 1 && text[before - 1] == '.');
    const size_t next = i + 1 < words.size() ? words[i + 1].begin : text.size();
    new_line = i + 1 == words.size() || has_new_line(text, token.end, next, wraps);
    token.after = gap_between(text.substr(token.end, next - token.end), new_line);
    before = token.end;
    annotated.tokens.push_back(std::move(token));
  }
  annotated.casing = casing_of(text, annotated.tokens);
  return annotated;
}

}  // namespace chancery
