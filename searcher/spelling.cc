// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/spelling.h"

#include <algorithm>

#include "common/text_analysis.h"
#include "common/utf8.h"
#include "common/words.h"
#include "searcher/edit_distance.h"

namespace chancery {
namespace {

// Names of so few letters are all near to one another: Li, Le, Lee.
constexpr size_t shortest_name = 4;

// How often a word of any language of the index stands in articles.
size_t frequency(const Index& index, std::vector<TextAnalysis>& analyses, const std::string& word) {
  Xapian::doccount most = 0;
  for (TextAnalysis& analysis : analyses)
    most = std::max(most, index.database().get_termfreq(analysis.term(word)));
  return most;
}

}  // namespace

std::string similar_word(const Index& index, std::string_view word) {
  const std::string folded = fold_word(word);
  if (folded.size() < shortest_name) return {};
  size_t first_letter = 0;
  decode_utf8(folded, first_letter);
  std::vector<TextAnalysis> analyses;
  for (const std::string& language : index.languages()) analyses.emplace_back(language);
  size_t nearest = folded.size() < 6 ? 1 : 2;
  size_t most_frequent = 0;
  std::string best;
  for (const std::string& other : index.words_with(folded.substr(0, first_letter))) {
    const size_t distance = edit_distance(folded, other, nearest);
    if (distance > nearest) continue;
    const size_t frequent = frequency(index, analyses, other);
    if (frequent == 0 || (distance == nearest && frequent <= most_frequent)) continue;
    nearest = distance;
    most_frequent = frequent;
    best = other;
  }
  return best;
}

std::vector<std::string> name_variants(const Index& index, std::string_view word) {
  constexpr size_t most_persons = 5;
  std::vector<std::string> variants;
  const std::string folded = fold_phrase(word);
  if (folded.size() < shortest_name || folded.find(' ') != std::string::npos) return variants;
  size_t persons = 0;
  for (const std::string& key : index.keys_named(Field::person, folded)) {
    if (index.count(Field::person, key) == 0 || ++persons > most_persons) continue;
    NameRecord record = index.names(Field::person, key);
    record.aliases.push_back(record.name);
    for (const std::string& alias : record.aliases) {
      const std::string name = fold_phrase(alias);
      const std::string last = name.substr(name.rfind(' ') + 1);
      // A third of the letters: Gaddafi, Qaddafi, Kadhafi; Gorbachev, Gorbachov; not Deng, Peng.
      const size_t most = std::max(last.size(), folded.size()) / 3;
      if (last == folded || last.size() < shortest_name || edit_distance(folded, last, most) > most)
        continue;
      if (std::find(variants.begin(), variants.end(), last) == variants.end())
        variants.push_back(last);
    }
  }
  return variants;
}

}  // namespace chancery
