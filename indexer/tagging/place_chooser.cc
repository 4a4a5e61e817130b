// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/place_chooser.h"

#include <algorithm>
#include <array>

namespace chancery {
namespace {

// A capital's namesake must have so much more of the article for it than a small town's.
constexpr int support_against_city = 1;
constexpr int support_against_capital = 4;

std::vector<const KnownEntity*> meanings(const NameMatch& match) {
  std::vector<const KnownEntity*> entities;
  for (const NameEntry& entry : match.entries) {
    if (entry.entity->kind != EntityKind::person) entities.push_back(entry.entity);
  }
  return entities;
}

bool is_place(const KnownEntity& entity) { return entity.kind == EntityKind::place; }

// "GENEVA, March 3 -": written where the well-known place is, unless a state stands behind it.
bool is_dateline(const NameMention& mention) {
  return mention.match->first == 0 && mention.text->text.tokens.front().capitals;
}

std::string only_country(const KnownEntity& entity) {
  return entity.countries.size() == 1 ? entity.countries.front() : std::string();
}

std::string folded_name(const NameMention& mention) {
  std::string name;
  for (size_t i = mention.match->first; i < mention.match->last; ++i) {
    if (!name.empty()) name += ' ';
    name += mention.text->text.tokens[i].folded;
  }
  return name;
}

const KnownEntity* in_country(const std::vector<const KnownEntity*>& candidates,
                              const std::string& country) {
  for (const KnownEntity* candidate : candidates) {
    if (is_place(*candidate) && only_country(*candidate) == country) return candidate;
  }
  return nullptr;
}

// The name that begins at the word: names are in order.
const NameMatch* match_from(const NameMention& mention, size_t word) {
  const std::vector<NameMatch>& names = mention.text->names;
  const auto at =
      std::lower_bound(names.begin(), names.end(), word,
                       [](const NameMatch& match, size_t first) { return match.first < first; });
  return at != names.end() && at->first == word ? &*at : nullptr;
}

}  // namespace

PlaceChooser::PlaceChooser(const std::vector<NameMention>& mentions, const Gazetteer& gazetteer)
    : gazetteer_(gazetteer) {
  for (const NameMention& mention : mentions) note_surroundings(mention);
  for (const NameMention& mention : mentions) {
    const std::vector<const KnownEntity*> candidates = meanings(*mention.match);
    const std::string name = folded_name(mention);
    if (candidates.size() != 1 || decided_.contains(name)) continue;
    if (gazetteer_.namesakes(name) != nullptr && !is_dateline(mention)) continue;
    for (const std::string& country : candidates.front()->countries) {
      ++evidence_[country];
      if (is_place(*candidates.front())) ++places_[country];
    }
  }
}

void PlaceChooser::note_surroundings(const NameMention& mention) {
  const std::vector<const KnownEntity*> candidates = meanings(*mention.match);
  if (!std::any_of(candidates.begin(), candidates.end(),
                   [](const KnownEntity* e) { return e->kind != EntityKind::organisation; }))
    return;
  const std::vector<Token>& tokens = mention.text->text.tokens;
  const size_t end = mention.match->last;
  if (end >= tokens.size()) return;
  if (tokens[end - 1].after == Gap::comma) {
    if (const NameMatch* state = match_from(mention, end)) {
      for (const NameEntry& entry : state->entries) {
        if (entry.entity->place != PlaceKind::state) continue;
        decided_[folded_name(mention)] = only_country(*entry.entity);
        ++evidence_[only_country(*entry.entity)];
        ++places_[only_country(*entry.entity)];
      }
    }
  }
  const bool clear = std::any_of(candidates.begin(), candidates.end(), [](const KnownEntity* e) {
    return e->kind == EntityKind::country || e->place == PlaceKind::state ||
           e->place == PlaceKind::seat;
  });
  if (clear) return;
  const std::string near = country_near(mention);
  if (!near.empty()) decided_.emplace(folded_name(mention), near);
}

// "X, south of Cairns", "X, just outside Cairns", "X near Cairns": the country of Cairns.
std::string PlaceChooser::country_near(const NameMention& mention) const {
  constexpr std::array<std::string_view, 10> directions = {
      "north",     "south",     "east",      "west",    "northeast",
      "northwest", "southeast", "southwest", "outside", "near"};
  const std::vector<Token>& tokens = mention.text->text.tokens;
  size_t at = mention.match->last;
  const Gap gap = tokens[at - 1].after;
  if (gap != Gap::comma && gap != Gap::space) return {};
  if (at < tokens.size() && tokens[at].folded == "just") ++at;
  if (at + 1 >= tokens.size() ||
      std::find(directions.begin(), directions.end(), tokens[at].folded) == directions.end())
    return {};
  ++at;
  if (tokens[at].folded == "of") ++at;
  const NameMatch* other = match_from(mention, at);
  if (other == nullptr || other->entries.size() != 1 || !is_place(*other->entries.front().entity))
    return {};
  return only_country(*other->entries.front().entity);
}

int PlaceChooser::support(const std::string& country) const {
  const auto found = evidence_.find(country);
  return found == evidence_.end() ? 0 : found->second;
}

// Among equals a country goes before a place, a capital before another, and the gazetteer's order
// decides last.
const KnownEntity* PlaceChooser::most_supported(
    const std::vector<const KnownEntity*>& candidates) const {
  const auto rank = [this](const KnownEntity* entity) {
    int most = 0;
    for (const std::string& code : entity->countries) most = std::max(most, support(code));
    return std::pair(most, entity->kind == EntityKind::country   ? 2
                           : entity->place == PlaceKind::capital ? 1
                                                                 : 0);
  };
  return *std::max_element(
      candidates.begin(), candidates.end(),
      [&rank](const KnownEntity* a, const KnownEntity* b) { return rank(a) < rank(b); });
}

std::string PlaceChooser::supported_namesake(const std::string& name,
                                             const KnownEntity& well_known) const {
  const std::vector<std::string>* countries = gazetteer_.namesakes(name);
  if (countries == nullptr || !is_place(well_known) || support(only_country(well_known)) > 0)
    return {};
  const auto places_in = [this](const std::string& country) {
    const auto found = places_.find(country);
    return found == places_.end() ? 0 : found->second;
  };
  const auto best = std::max_element(
      countries->begin(), countries->end(),
      [&](const std::string& a, const std::string& b) { return places_in(a) < places_in(b); });
  const int least =
      well_known.place == PlaceKind::capital ? support_against_capital : support_against_city;
  return places_in(*best) >= least ? *best : std::string();
}

Meaning PlaceChooser::meaning(const NameMention& mention) const {
  const std::vector<const KnownEntity*> candidates = meanings(*mention.match);
  if (candidates.empty()) return {};
  const std::string name = folded_name(mention);
  if (const auto decided = decided_.find(name); decided != decided_.end()) {
    const KnownEntity* here = in_country(candidates, decided->second);
    return {here, here != nullptr ? "" : decided->second,
            "the state named behind it, or what it is said to lie near"};
  }
  const bool clear = candidates.size() == 1;
  const KnownEntity* best = clear ? candidates.front() : most_supported(candidates);
  const std::string namesake = supported_namesake(name, *best);
  if (!namesake.empty())
    return {nullptr, namesake, "a namesake: the article speaks of places there"};
  return {
      best, "",
      clear ? "name in the gazetteer" : "of several of that name, in the country spoken of most"};
}

}  // namespace chancery
