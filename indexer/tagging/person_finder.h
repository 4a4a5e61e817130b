// SPDX-License-Identifier: GPL-2.0-or-later
/// Finds mentions of persons in a text: names of the gazetteer, and names that no list knows but
/// their surroundings give away.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/annotated_text.h"
#include "indexer/tagging/name_finder.h"

namespace chancery {

struct PersonMention {
  size_t first = 0;  ///< words [first, last) of the text
  size_t last = 0;
  std::vector<std::string> words;         ///< of the name, folded, without Jr and III
  std::vector<const KnownEntity*> known;  ///< whom the gazetteer has under just this name
  std::string country_hint;               ///< "RU" before "Russian Foreign Minister Lavrov"
  char sex_by_title = 'u';                ///< "Mr", "Mrs"
  char sex_by_given_name = 'u';
  /// The title before it, folded: "foreign minister", "mr"; also of "the Under Secretary (Herter)",
  /// and "president" of "the Clinton Administration".
  std::string title;
  bool courtesy = false;      ///< the title is one that all bear: "mr"
  bool abbreviation = false;  ///< "BA": all its letters are capitals
  size_t run_first = 0;       ///< the run of words in which it was found
  size_t run_last = 0;
  double score = 0;  ///< by PersonModel: how sure it is a person's name
};

/// The mentions from left to right, none overlapping another: of full names, and of single names
/// behind a title or in the gazetteer by themselves. A surname alone is not found here: who bears
/// it, the whole article tells (person_tagger.h). Where capitals say little only names of the
/// gazetteer are found; in a text all of capitals also a given name with a surname, and a surname
/// behind a title.
std::vector<PersonMention> find_persons(const AnnotatedText& text,
                                        const std::vector<NameMatch>& names,
                                        const Gazetteer& gazetteer);

/// The features of a mention found by its score and their weights, the weightiest first.
std::vector<std::pair<std::string, double>> weigh(const AnnotatedText& text,
                                                  const std::vector<NameMatch>& names,
                                                  const Gazetteer& gazetteer,
                                                  const PersonMention& mention);

}  // namespace chancery
