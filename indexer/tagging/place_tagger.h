// SPDX-License-Identifier: GPL-2.0-or-later
/// The countries, places and organisations of an article, from the names found in it.
#pragma once

#include <optional>
#include <vector>

#include "common/date.h"
#include "common/entity.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/mention.h"
#include "indexer/tagging/tagged_text.h"

namespace chancery {

struct PlaceTags {
  std::vector<Tag> countries;  ///< the most mentioned first; `focus` on at most three
  std::vector<Tag> organisations;
  std::vector<Tag> places;
};

/// A country counts as mentioned by its name, adjective, inhabitants, capital, places, seats of
/// power and organs of state; the state is the one of the article's day ("Moscow", 1987: SU). Names
/// within persons' names (in_person) do not count. What two countries share ("Georgia", "Congo")
/// goes to the one that the rest of the article speaks of. An abbreviation that the article itself
/// introduces, "the Movement for Democratic Change (MDC)", is the organisation's, be it in the
/// gazetteer or not. `mentions`, if given, receives each mention.
PlaceTags tag_places(const std::vector<TaggedText>& texts, const std::optional<Date>& date,
                     const Gazetteer& gazetteer, std::vector<Mention>* mentions = nullptr);

}  // namespace chancery
