// SPDX-License-Identifier: GPL-2.0-or-later
/// Decides which of the places that share a name an article means.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/tagged_text.h"

namespace chancery {

/// A name of the gazetteer in one text of an article.
struct NameMention {
  const TaggedText* text = nullptr;
  const NameMatch* match = nullptr;
};

/// What a name means. A place that the gazetteer knows only as a namesake of a better-known one has
/// its country, and no entity.
struct Meaning {
  const KnownEntity* entity = nullptr;
  std::string elsewhere;  ///< "US" for the Paris of "Paris, Texas"
  std::string_view why;   ///< the rule that decided, a literal
};

/// What decides, the first first: the state named behind a comma ("Paris, Texas", "London, Ky.");
/// the place it is said to lie near ("Edmonton, south of Cairns"); for a name with namesakes
/// elsewhere, whether the article speaks of places in their country and not at all of the
/// well-known one's; which of the gazetteer's meanings lies in the country of which the article
/// speaks most. What is decided for one mention holds for all of that name.
class PlaceChooser {
 public:
  PlaceChooser(const std::vector<NameMention>& mentions, const Gazetteer& gazetteer);

  Meaning meaning(const NameMention& mention) const;

 private:
  void note_surroundings(const NameMention& mention);
  std::string country_near(const NameMention& mention) const;
  const KnownEntity* most_supported(const std::vector<const KnownEntity*>& candidates) const;
  std::string supported_namesake(const std::string& name, const KnownEntity& well_known) const;
  int support(const std::string& country) const;

  const Gazetteer& gazetteer_;
  std::map<std::string, std::string> decided_;  // country by folded name
  std::map<std::string, int> evidence_;         // clear mentions by country
  std::map<std::string, int> places_;           // of them, those of places
};

}  // namespace chancery
