// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/snippet.h"

#include <algorithm>
#include <set>

#include "common/words.h"
#include "searcher/sentences.h"

namespace chancery {
namespace {

// A stretch of text that may be shown, and the matches [first, last) within it.
struct Piece {
  size_t begin = 0;
  size_t end = 0;
  size_t first = 0;
  size_t last = 0;
};

// How much of what is asked for the piece would add to what is shown already.
double gain(const Piece& piece, const std::vector<Match>& matches, const std::set<size_t>& shown) {
  std::set<size_t> here;
  double sum = 0;
  for (size_t i = piece.first; i < piece.last; ++i) {
    const bool is_new =
        !shown.contains(matches[i].pattern) && here.insert(matches[i].pattern).second;
    sum += is_new ? 1 : shown.contains(matches[i].pattern) ? 0 : 0.05;
  }
  return sum;
}

// The matches of [begin, end); `from` is where the search for them starts.
Piece with_matches(size_t begin, size_t end, const std::vector<Match>& matches, size_t from) {
  Piece piece{begin, end, from, from};
  while (piece.first < matches.size() && matches[piece.first].begin < begin) ++piece.first;
  piece.last = piece.first;
  while (piece.last < matches.size() && matches[piece.last].end <= end) ++piece.last;
  return piece;
}

class Chooser {
 public:
  Chooser(std::string_view text, size_t length, std::vector<Word> words, std::vector<Match> matches)
      : text_(text), length_(length), words_(std::move(words)), matches_(std::move(matches)) {}

  std::vector<Piece> choose() {
    split();
    std::vector<Piece> chosen;
    std::set<size_t> shown;
    size_t used = 0;
    while (!pieces_.empty()) {
      const auto best =
          std::max_element(pieces_.begin(), pieces_.end(), [&](const Piece& a, const Piece& b) {
            return gain(a, matches_, shown) < gain(b, matches_, shown);  // the first of equals
          });
      if (gain(*best, matches_, shown) < 1) break;
      if (!chosen.empty() && used + (best->end - best->begin) > length_) break;
      for (size_t i = best->first; i < best->last; ++i) shown.insert(matches_[i].pattern);
      used += best->end - best->begin;
      chosen.push_back(*best);
      pieces_.erase(best);
    }
    if (chosen.empty() && !sentences_.empty()) {
      chosen.push_back(beginning());
      used = chosen.front().end - chosen.front().begin;
    }
    std::sort(chosen.begin(), chosen.end(),
              [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
    add_context(chosen, used);
    return chosen;
  }

  const std::vector<Match>& matches() const { return matches_; }

 private:
  void split() {
    size_t from = 0;
    for (const Sentence& sentence : split_sentences(text_)) {
      const Piece piece = with_matches(sentence.begin, sentence.end, matches_, from);
      from = piece.first;
      sentences_.push_back(piece);
      if (piece.last == piece.first) continue;
      if (piece.end - piece.begin <= length_) {
        pieces_.push_back(piece);
      } else {
        cut(piece);
      }
    }
  }

  // A long sentence: a window of words around each match, as wide as may be shown.
  void cut(const Piece& sentence) {
    for (size_t i = sentence.first; i < sentence.last; ++i) {
      const size_t lead = std::min(length_ / 4, matches_[i].begin - sentence.begin);
      const size_t wanted = std::min(matches_[i].begin - lead, sentence.end - length_);
      const size_t begin = wanted == sentence.begin ? wanted : word_from(wanted);
      const size_t end = begin + length_ >= sentence.end
                             ? sentence.end
                             : word_until(begin + length_, matches_[i].end);
      pieces_.push_back(with_matches(begin, end, matches_, sentence.first));
      while (i + 1 < sentence.last && matches_[i + 1].end <= end) ++i;
    }
  }

  // The begin of the first word at or behind `at`; the end of the last word before it.
  size_t word_from(size_t at) const {
    const auto word = std::lower_bound(words_.begin(), words_.end(), at,
                                       [](const Word& w, size_t place) { return w.begin < place; });
    return word == words_.end() ? at : word->begin;
  }
  size_t word_until(size_t at, size_t least) const {
    const auto word = std::upper_bound(words_.begin(), words_.end(), at,
                                       [](size_t place, const Word& w) { return place < w.end; });
    return word == words_.begin() ? least : std::max<size_t>(least, std::prev(word)->end);
  }

  Piece beginning() const {
    const Piece& first = sentences_.front();
    const size_t end = first.end - first.begin <= length_
                           ? first.end
                           : word_until(first.begin + length_, first.begin + 1);
    return {first.begin, end, 0, 0};
  }

  // Whole sentences behind the last piece, as long as there is room.
  void add_context(std::vector<Piece>& chosen, size_t used) {
    if (chosen.size() != 1) return;
    for (const Piece& sentence : sentences_) {
      if (sentence.begin < chosen.back().end) continue;
      if (used + (sentence.end - sentence.begin) > length_) return;
      used += sentence.end - sentence.begin;
      chosen.push_back(sentence);
    }
  }

  std::string_view text_;
  size_t length_;
  std::vector<Word> words_;
  std::vector<Match> matches_;
  std::vector<Piece> sentences_;
  std::vector<Piece> pieces_;  // those with a match
};

size_t characters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// Fragments of one text, put together from left to right.
class Fragments {
 public:
  explicit Fragments(std::string_view text) : text_(text) {}

  // The bytes up to `end`; text that goes on from the fragment before becomes part of it.
  void add(size_t end, bool match) {
    if (end <= at_) return;
    const std::string_view piece = text_.substr(at_, end - at_);
    if (!gap_ && !list_.empty() && !match && !list_.back().match) {
      list_.back().text += piece;
    } else {
      list_.push_back({std::string(piece), match, gap_, offset_});
    }
    gap_ = false;
    offset_ += characters(piece);
    at_ = end;
  }

  // Goes on at byte `begin`: what lies between is left out, unless it is blank.
  void skip_to(size_t begin) {
    const std::string_view between = text_.substr(at_, begin - at_);
    if (only_blanks(between) && !list_.empty()) return add(begin, false);
    gap_ = gap_ || !only_blanks(between);
    offset_ += characters(between);
    at_ = begin;
  }

  std::vector<Fragment> take() { return std::move(list_); }
  std::vector<Fragment> take_cut() {
    if (!list_.empty() && !only_blanks(text_.substr(at_)))
      list_.push_back({"", false, true, offset_});
    return std::move(list_);
  }

 private:
  static bool only_blanks(std::string_view text) {
    return text.find_first_not_of(" \n\r\t") == std::string_view::npos;
  }

  std::string_view text_;
  std::vector<Fragment> list_;
  size_t at_ = 0;
  size_t offset_ = 0;
  bool gap_ = false;
};

}  // namespace

std::vector<Fragment> make_snippet(std::string_view text, const std::string& language,
                                   Highlighter& highlighter, size_t length) {
  std::vector<Word> words = split_words(text);
  std::vector<Match> matches = highlighter.find(text, words, language);
  Chooser chooser(text, length, std::move(words), std::move(matches));
  Fragments fragments(text);
  for (const Piece& piece : chooser.choose()) {
    fragments.skip_to(piece.begin);
    for (size_t i = piece.first; i < piece.last; ++i) {
      fragments.add(chooser.matches()[i].begin, false);
      fragments.add(chooser.matches()[i].end, true);
    }
    fragments.add(piece.end, false);
  }
  return fragments.take_cut();
}

std::vector<Fragment> highlight_all(std::string_view text, const std::string& language,
                                    Highlighter& highlighter) {
  Fragments fragments(text);
  for (const Match& match : highlighter.find(text, split_words(text), language)) {
    fragments.add(match.begin, false);
    fragments.add(match.end, true);
  }
  fragments.add(text.size(), false);
  return fragments.take();
}

}  // namespace chancery
