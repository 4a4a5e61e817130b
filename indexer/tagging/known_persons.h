// SPDX-License-Identifier: GPL-2.0-or-later
/// Which person of the gazetteer a mention in an article means.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/date.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/tagged_text.h"

namespace chancery {

/// Namesakes are told apart by the country named beside the title, by the title and the office, by
/// their years in the news against the article's date, and by the countries of which the article
/// speaks.
class KnownPersons {
 public:
  /// All must outlive this. `texts` need their names alone.
  KnownPersons(const std::vector<TaggedText>& texts, const std::optional<Date>& date,
               const Gazetteer& gazetteer);

  /// The person with that full name, spelled or abbreviated in another way as well; nullptr for
  /// none.
  const KnownEntity* with_full_name(const PersonMention& mention) const;

  /// The person who goes by that one word alone ("Stalin"); nullptr for none.
  const KnownEntity* with_mononym(const PersonMention& mention) const;

  /// The person with that surname; nullptr where there is none, or where it may be one as well as
  /// another. With no more than a courtesy title, or none, only persons of countries of which the
  /// article speaks, and who are in the news about its date.
  const KnownEntity* with_surname(const PersonMention& mention) const;

 private:
  using Candidates = std::vector<const KnownEntity*>;

  Candidates called(const std::string& folded) const;
  Candidates with_variant_of(const std::vector<std::string>& words) const;
  bool is_near(const KnownEntity& person, int before, int after) const;
  int distance(const KnownEntity& person) const;
  bool serves(const KnownEntity& person, const std::string& country) const;
  bool is_of_article(const KnownEntity& person) const;
  /// The best first.
  Candidates ranked(const Candidates& candidates, const PersonMention& mention, int before,
                    int after) const;

  const std::optional<Date>& date_;
  const Gazetteer& gazetteer_;
  std::set<std::string> countries_;  // of which the article speaks
};

}  // namespace chancery
