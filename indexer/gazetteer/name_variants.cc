// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/gazetteer/name_variants.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/words.h"

namespace chancery {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 32> particles = {
    "al", "el",  "ul",    "as",  "ash", "ar",  "az", "bin", "ibn", "ben", "bint",
    "de", "del", "della", "der", "den", "di",  "da", "do",  "dos", "das", "du",
    "la", "le",  "los",   "las", "van", "von", "zu", "y",   "e",   "ter"};
constexpr std::array<std::string_view, 2> generations = {"jr", "sr"};
constexpr std::array<std::string_view, 18> numerals = {
    "i", "ii", "iii", "iv",   "v",   "vi", "vii", "viii",  "ix",
    "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xviii", "xxiii"};

template <class List>
bool is_one_of(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// In this order. What stands for one sound in different languages' romanisations becomes one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 40> sounds = {{
    {"aye", "ae"}, {"oye", "oe"}, {"oy", "oi"}, {"tsch", "ch"}, {"tch", "ch"}, {"sch", "sh"},
    {"dzh", "j"},  {"dj", "d"},   {"zh", "j"},  {"kh", "h"},    {"ph", "f"},   {"gh", "g"},
    {"dh", "d"},   {"th", "t"},   {"ck", "k"},  {"ks", "x"},    {"q", "k"},    {"w", "v"},
    {"tz", "ts"},  {"oe", "o"},   {"ue", "u"},  {"ae", "a"},    {"aa", "a"},   {"ee", "i"},
    {"oo", "u"},   {"ou", "u"},   {"iye", "e"}, {"yi", "i"},    {"iy", "i"},   {"yy", "i"},
    {"ii", "i"},   {"ij", "i"},   {"ye", "e"},  {"yo", "o"},    {"iu", "yu"},  {"ju", "yu"},
    {"ia", "ya"},  {"ja", "ya"},  {"ey", "ei"}, {"ay", "ai"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> endings = {
    {{"off", "ov"}, {"eff", "ev"}, {"iev", "ev"}, {"ych", "ich"}, {"y", "i"}, {"ah", "a"}}};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string by_rules(std::string word) {
  if (word.size() < 3) return word;
  for (const auto& [from, to] : sounds) replace_all(word, from, to);
  for (const auto& [from, to] : endings) {
    if (word.size() > from.size() + 1 && word.ends_with(from))
      word.replace(word.size() - from.size(), from.size(), to);
  }
  word.erase(std::unique(word.begin(), word.end()), word.end());
  return word;
}

bool is_full(const std::string& word) { return !is_initial(word); }

std::string joined(const Words& words, size_t from) {
  std::string text;
  for (size_t i = from; i < words.size(); ++i) text += words[i];
  return text;
}

// "II" of Elizabeth II, "Jr" of Martin Luther King Jr; empty where there is none.
std::string take_generation(Words& words) {
  if (words.size() < 2 ||
      (!is_one_of(numerals, words.back()) && !is_one_of(generations, words.back())))
    return {};
  std::string generation = words.back();
  words.pop_back();
  return generation;
}

// A generation may be left out behind a full name, not behind a ruler's one word.
bool may_be_one_generation(const Words& a, const std::string& of_a, const Words& b,
                           const std::string& of_b) {
  if (of_a == of_b) return true;
  return (of_a.empty() || of_b.empty()) && a.size() > 1 && b.size() > 1;
}

class Comparison {
 public:
  explicit Comparison(const Spellings& spellings) : spellings_(spellings) {}

  bool is_one_person(Words a, Words b) const {
    const std::string generation_of_a = take_generation(a);
    const std::string generation_of_b = take_generation(b);
    if (!may_be_one_generation(a, generation_of_a, b, generation_of_b) || a.empty() || b.empty())
      return false;
    if (a.size() == 1 || b.size() == 1) return a.size() == b.size() && alike(a[0], b[0]);
    return same_ends(a, b) || same_but_joined(a, b) || same_without_first(a, b) ||
           same_with_less(a, b);
  }

 private:
  bool alike(const std::string& a, const std::string& b) const {
    return spellings_.key(a) == spellings_.key(b);
  }

  bool alike_or_initial(const std::string& a, const std::string& b) const {
    return alike(a, b) || ((is_initial(a) || is_initial(b)) && a[0] == b[0]);
  }

  // First and last word, and the middle ones as far as both have them.
  bool same_ends(const Words& a, const Words& b) const {
    if (!alike_or_initial(a.front(), b.front()) || !alike(a.back(), b.back())) return false;
    if (is_initial(a.front()) && is_initial(b.front()) && a.size() != b.size()) return false;
    const size_t middles = std::min(a.size(), b.size());
    for (size_t i = 1; i + 1 < middles; ++i) {
      if (!alike_or_initial(a[i], b[i])) return false;
    }
    return true;
  }

  // "Kim Jong-un", "Kim Jongun"; "Abd al-Karim", "Abdulkarim".
  bool same_but_joined(const Words& a, const Words& b) const {
    return (alike(a.front(), b.front()) && alike(joined(a, 1), joined(b, 1))) ||
           alike(joined(a, 0), joined(b, 0));
  }

  // "Mohammad Javad Zarif", "Javad Zarif": that first name is often left out.
  bool same_without_first(const Words& a, const Words& b) const {
    const Words& longer = a.size() > b.size() ? a : b;
    const Words& shorter = a.size() > b.size() ? b : a;
    if (longer.size() != shorter.size() + 1 || shorter.size() < 2 ||
        !alike(longer.front(), "mohammed"))
      return false;
    return same_ends(Words(longer.begin() + 1, longer.end()), shorter);
  }

  // Spanish and Portuguese names: the second surname left out ("Carlos Salinas de Gortari"), or the
  // second given name
  // ("Andrés Manuel López Obrador"), or both.
  bool same_with_less(const Words& a, const Words& b) const {
    const Words& longer = a.size() > b.size() ? a : b;
    const Words& shorter = a.size() > b.size() ? b : a;
    if (longer.size() < 3 || longer.size() > 4 || longer.size() == shorter.size()) return false;
    if (!std::all_of(longer.begin(), longer.end(), is_full) ||
        !std::all_of(shorter.begin(), shorter.end(), is_full))
      return false;
    const bool starts_so = std::equal(shorter.begin(), shorter.end(), longer.begin(),
                                      [this](const auto& x, const auto& y) { return alike(x, y); });
    if (starts_so || longer.size() == 3) return starts_so;
    if (!alike(longer[0], shorter[0]) || !alike(longer[2], shorter[1])) return false;
    return shorter.size() == 2 || alike(longer[3], shorter[2]);
  }

  const Spellings& spellings_;
};

}  // namespace

void Spellings::add(const std::vector<std::string>& words) {
  for (const std::string& word : words) keys_.emplace(fold_word(word), fold_word(words.front()));
}

std::string Spellings::key(const std::string& folded_word) const {
  const auto found = keys_.find(folded_word);
  return found == keys_.end() ? by_rules(folded_word) : found->second;
}

const std::string& Spellings::usual(const std::string& folded_word) const {
  const auto found = keys_.find(folded_word);
  return found == keys_.end() ? folded_word : found->second;
}

std::string key_of_unlisted(const Words& words, const Spellings& spellings) {
  std::string key;
  for (const std::string& word : words) {
    if (is_initial(word) && words.size() > 1) continue;
    key += (key.empty() ? "" : "-") + spellings.usual(word);
  }
  return key;
}

bool is_initial(const std::string& word) { return word.size() == 1; }

std::string in_usual_order(std::string_view name) {
  const size_t comma = name.find(", ");
  if (comma == std::string_view::npos || name.find(", ", comma + 2) != std::string_view::npos)
    return std::string(name);
  const std::string behind = fold_phrase(name.substr(comma + 2));
  if (is_one_of(generations, behind) || is_one_of(numerals, behind)) return std::string(name);
  return std::string(name.substr(comma + 2)).append(" ").append(name.substr(0, comma));
}

std::vector<std::string> name_words(std::string_view name) {
  const std::string usual = in_usual_order(name);
  Words words;
  for (const Word& word : split_words(usual)) {
    std::string folded = fold_word(text_of(usual, word));
    if (!words.empty() && is_one_of(particles, folded)) continue;
    // "J.B." is two initials.
    if (text_of(usual, word).find('.') != std::string_view::npos) {
      for (const char letter : folded) words.emplace_back(1, letter);
    } else {
      words.push_back(std::move(folded));
    }
  }
  return words;
}

bool are_variants(const Words& one, const Words& other, const Spellings& spellings) {
  return Comparison(spellings).is_one_person(one, other);
}

std::string variant_key(const Words& words, const Spellings& spellings) {
  Words bare = words;
  take_generation(bare);
  return bare.empty() ? std::string() : spellings.key(bare.back());
}

}  // namespace chancery
