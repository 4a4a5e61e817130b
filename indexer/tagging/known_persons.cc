// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/known_persons.h"

#include <algorithm>
#include <tuple>

#include "indexer/tagging/prominence.h"

namespace chancery {
namespace {

// Before they come into office persons are rarely in the news; long after their death they still
// are.
constexpr int years_before = 6;
constexpr int years_after = 200;
// Where nothing but a surname points at them, they must be in the news about that time.
constexpr int years_around = 3;
// "Mr Sisco" who has no namesake may be on the way to the office for which the gazetteer has him.
constexpr int years_rising = 10;

// "boris", "n", "yeltsin" -> "boris yeltsin"
std::string without_initials(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (is_initial(word) && words.size() > 2) continue;
    joined += (joined.empty() ? "" : " ") + word;
  }
  return joined;
}

// How far the office is not that of the title: 0 for the same, 1 for one of the kind, 2 for
// another.
int title_distance(const std::string& role, const std::string& title) {
  if (title.empty()) return 2;
  if (role.find(title) != std::string::npos) return 0;
  return role.find(title.substr(title.rfind(' ') + 1)) != std::string::npos ? 1 : 2;
}

}  // namespace

KnownPersons::KnownPersons(const std::vector<TaggedText>& texts, const std::optional<Date>& date,
                           const Gazetteer& gazetteer)
    : date_(date), gazetteer_(gazetteer) {
  for (const TaggedText& text : texts) {
    for (const NameMatch& match : text.names) {
      for (const NameEntry& entry : match.entries) {
        if (entry.entity->kind == EntityKind::person) continue;
        for (const std::string& code : entry.entity->countries)
          countries_.insert(gazetteer.state_at(code, date));
      }
    }
  }
}

KnownPersons::Candidates KnownPersons::called(const std::string& folded) const {
  Candidates persons;
  if (const auto* entries = gazetteer_.find(folded)) {
    for (const NameEntry& entry : *entries) {
      if (entry.entity != nullptr && entry.entity->kind == EntityKind::person)
        persons.push_back(entry.entity);
    }
  }
  return persons;
}

KnownPersons::Candidates KnownPersons::with_variant_of(
    const std::vector<std::string>& words) const {
  Candidates persons;
  const Candidates* alike = gazetteer_.with_variant(variant_key(words, gazetteer_.spellings()));
  if (alike == nullptr) return persons;
  for (const KnownEntity* person : *alike) {
    const auto is_variant = [&](const std::string& name) {
      return are_variants(name_words(name), words, gazetteer_.spellings());
    };
    if (is_variant(person->name) ||
        std::any_of(person->aliases.begin(), person->aliases.end(), is_variant)) {
      persons.push_back(person);
    }
  }
  return persons;
}

bool KnownPersons::is_near(const KnownEntity& person, int before, int after) const {
  if (!date_ || person.years.empty()) return true;
  return std::any_of(person.years.begin(), person.years.end(), [&](const YearSpan& span) {
    return date_->year >= span.first - before && date_->year <= span.last + after;
  });
}

// Years between the date and the person's time in the news.
int KnownPersons::distance(const KnownEntity& person) const {
  int least = 1000;
  for (const YearSpan& span : person.years) {
    if (!date_ || span.contains(date_->year)) return 0;
    least = std::min(least,
                     date_->year < span.first ? span.first - date_->year : date_->year - span.last);
  }
  return person.years.empty() ? 0 : least;
}

bool KnownPersons::serves(const KnownEntity& person, const std::string& country) const {
  return std::any_of(
      person.countries.begin(), person.countries.end(), [&](const std::string& code) {
        return code == country ||
               gazetteer_.state_at(code, date_) == gazetteer_.state_at(country, date_);
      });
}

bool KnownPersons::is_of_article(const KnownEntity& person) const {
  return person.countries.empty() ||
         std::any_of(person.countries.begin(), person.countries.end(),
                     [this](const std::string& code) {
                       return countries_.contains(gazetteer_.state_at(code, date_));
                     });
}

KnownPersons::Candidates KnownPersons::ranked(const Candidates& candidates,
                                              const PersonMention& mention, int before,
                                              int after) const {
  Candidates near;
  for (const KnownEntity* candidate : candidates) {
    if (is_near(*candidate, before, after) && !contradict(candidate->sex, mention.sex_by_title))
      near.push_back(candidate);
  }
  const auto rank = [&](const KnownEntity* person) {
    const bool here = !mention.country_hint.empty() && serves(*person, mention.country_hint);
    return std::tuple(here ? 0 : 1,
                      mention.courtesy ? 2 : title_distance(person->role, mention.title),
                      distance(*person), is_of_article(*person) ? 0 : 1,
                      -static_cast<int>(prominence_of(*person)));
  };
  std::stable_sort(near.begin(), near.end(), [&rank](const KnownEntity* a, const KnownEntity* b) {
    return rank(a) < rank(b);
  });
  return near;
}

const KnownEntity* KnownPersons::with_full_name(const PersonMention& mention) const {
  Candidates candidates = mention.known;
  if (candidates.empty()) candidates = called(without_initials(mention.words));
  if (candidates.empty() && mention.words.size() > 2)
    candidates = called(mention.words.front() + " " + mention.words.back());
  if (candidates.empty()) candidates = with_variant_of(mention.words);
  const Candidates best = ranked(candidates, mention, years_before, years_after);
  return best.empty() ? nullptr : best.front();
}

const KnownEntity* KnownPersons::with_mononym(const PersonMention& mention) const {
  const Candidates best = ranked(mention.known, mention, years_around, years_after);
  return best.empty() ? nullptr : best.front();
}

const KnownEntity* KnownPersons::with_surname(const PersonMention& mention) const {
  const Candidates* namesakes = gazetteer_.with_surname(mention.words.front());
  if (namesakes == nullptr) return nullptr;
  const bool office = !mention.title.empty() && !mention.courtesy;
  Candidates candidates;
  for (const KnownEntity* person : *namesakes) {
    if (!mention.country_hint.empty() && !serves(*person, mention.country_hint)) continue;
    const bool is_alone = namesakes->size() == 1 && prominence_of(*person) == Prominence::leads &&
                          distance(*person) == 0;
    if (office || is_of_article(*person) || is_alone) candidates.push_back(person);
  }
  Candidates best = ranked(candidates, mention, years_around, years_around);
  if (best.empty() && candidates.size() == 1 && mention.courtesy)
    best = ranked(candidates, mention, years_rising, years_around);
  if (best.empty()) return nullptr;
  const bool clear = office || best.size() == 1 || distance(*best[1]) > distance(*best[0]) ||
                     prominence_of(*best[0]) > prominence_of(*best[1]);
  return clear ? best.front() : nullptr;
}

}  // namespace chancery
