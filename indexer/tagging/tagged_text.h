// SPDX-License-Identifier: GPL-2.0-or-later
/// One text of an article with what was found in it.
#pragma once

#include <vector>

#include "indexer/tagging/annotated_text.h"
#include "indexer/tagging/name_finder.h"
#include "indexer/tagging/person_finder.h"

namespace chancery {

/// Of an article the headline, the dateline and the body, in this order.
struct TaggedText {
  AnnotatedText text;
  std::vector<NameMatch> names;
  std::vector<PersonMention> persons;
  std::vector<bool> in_person;  ///< by word: part of a person's name
};

}  // namespace chancery
