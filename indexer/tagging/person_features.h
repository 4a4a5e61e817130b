// SPDX-License-Identifier: GPL-2.0-or-later
/// What speaks for and against words [first, last) of a run being a person's name.
#pragma once

#include <vector>

#include "indexer/gazetteer/person_model.h"
#include "indexer/tagging/name_context.h"

namespace chancery {

/// Words [first, last) of a text.
struct WordSpan {
  size_t first = 0;
  size_t last = 0;
  bool operator==(const WordSpan&) const = default;
};

/// The parts of a run, as NameContext::run_end gives it, that may be a full name: two to six words,
/// capitals at both ends (a particle may begin one behind a title).
std::vector<WordSpan> candidate_full_names(const NameContext& context, const WordSpan& run);

/// The words of a run that may be a name by themselves.
std::vector<WordSpan> candidate_single_names(const NameContext& context, const WordSpan& run);

/// The features of a candidate, for PersonModel: the classes of its words, their endings, what
/// stands before and behind, and how the text uses the words elsewhere. Replaces what is in `out`.
void collect_features(const NameContext& context, const WordSpan& run, const WordSpan& name,
                      std::vector<Feature>& out);

}  // namespace chancery
