// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/place_tagger.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <set>

#include "common/fold.h"
#include "indexer/tagging/introduced_names.h"
#include "indexer/tagging/place_chooser.h"
#include "indexer/tagging/tag_list.h"

namespace chancery {
namespace {

// How much a mention says about what the article is about: headline, beginning, the rest.
constexpr double headline_weight = 6;
constexpr double beginning_weight = 6;
constexpr size_t beginning_words = 20;
constexpr size_t most_focus = 3;
constexpr double focus_share = 0.35;  // of the first country's weight

// An organisation that only the article itself makes known.
struct Unlisted {
  std::string key;
  std::string name;
};

// Whom an abbreviation stands for: one of the two.
struct Introduced {
  const KnownEntity* known = nullptr;
  const Unlisted* unlisted = nullptr;
};

struct Found {
  const TaggedText* text = nullptr;
  size_t first = 0;  // words [first, last)
  size_t last = 0;
  Meaning meaning;
  const Unlisted* unlisted = nullptr;  // then there is no meaning
  std::string name;                    // of a place elsewhere, as the well-known one is called
};

class Tagger {
 public:
  Tagger(const std::vector<TaggedText>& texts, const std::optional<Date>& date,
         const Gazetteer& gazetteer, std::vector<Mention>* mentions)
      : texts_(texts), date_(date), gazetteer_(gazetteer), mentions_(mentions) {}

  PlaceTags tag() {
    collect_names();
    for (const TaggedText& text : texts_) collect_introduced(text);
    collect_abbreviations();
    for (const Found& found : found_) count(found);
    PlaceTags tags{std::move(countries_.tags()), std::move(organisations_.tags()),
                   std::move(places_.tags())};
    std::stable_sort(tags.countries.begin(), tags.countries.end(),
                     [](const Tag& a, const Tag& b) { return a.mentions > b.mentions; });
    mark_focus(tags.countries);
    return tags;
  }

 private:
  void collect_names() {
    std::set<const KnownEntity*>
        companies;  // places after which companies of the article are called
    for (const TaggedText& text : texts_) {
      for (const NameMatch& match : text.names) {
        if (is_company(text, match)) companies.insert(match.entries.front().entity);
      }
    }
    std::vector<NameMention> mentions;
    for (const TaggedText& text : texts_) {
      for (const NameMatch& match : text.names) {
        const bool is_short_company = !match.entries.empty() &&
                                      companies.contains(match.entries.front().entity) &&
                                      !is_where(text, match);
        if (text.in_person[match.first] || is_company(text, match) || is_short_company ||
            is_ticker(text, match) || is_behind_article(text, match))
          continue;
        mentions.push_back({&text, &match});
      }
    }
    const PlaceChooser chooser(mentions, gazetteer_);
    for (const NameMention& mention : mentions) {
      Meaning meaning = chooser.meaning(mention);
      if (meaning.entity == nullptr && meaning.elsewhere.empty()) continue;
      const NameMatch& match = *mention.match;
      if (meaning.entity != nullptr && meaning.entity->kind == EntityKind::organisation &&
          meaning.entity->countries.empty()) {
        collect_countries_within(mention);
      }
      std::string name = meaning.entity == nullptr ? match.entries.front().entity->name : "";
      found_.push_back(
          {mention.text, match.first, match.last, std::move(meaning), nullptr, std::move(name)});
    }
  }

  // "Chinese Communist Party" speaks of China; "Organization of American States" not of the US.
  void collect_countries_within(const NameMention& mention) {
    const std::vector<Token>& tokens = mention.text->text.tokens;
    for (size_t first = mention.match->first; first < mention.match->last; ++first) {
      std::string phrase;
      for (size_t last = first + 1; last <= mention.match->last; ++last) {
        if (!phrase.empty()) phrase += ' ';
        phrase += tokens[last - 1].folded;
        const std::vector<NameEntry>* entries =
            phrase == "american" ? nullptr : gazetteer_.find(phrase);
        if (entries == nullptr || entries->front().entity == nullptr) continue;
        const KnownEntity* entity = entries->front().entity;
        if (entity->kind != EntityKind::country || entries->front().capitals_only) continue;
        found_.push_back({mention.text,
                          first,
                          last,
                          {entity, "", "within the name of an organisation"},
                          nullptr,
                          ""});
        first = last - 1;
        break;
      }
    }
  }

  // "Delhi Petroleum Pty Ltd": a city's name before the words of a company.
  bool is_company(const TaggedText& text, const NameMatch& match) const {
    if (match.entries.empty() || match.entries.front().entity->kind != EntityKind::place)
      return false;
    const std::vector<Token>& tokens = text.text.tokens;
    const size_t most_words =
        text.text.casing == Casing::sentence ? 4 : 2;  // in headlines all words have capitals
    for (size_t at = match.last; at < std::min(tokens.size(), match.last + most_words); ++at) {
      if (tokens[at - 1].after != Gap::space || tokens[at - 1].genitive || !tokens[at].capital)
        return false;
      if (has_class(tokens[at].known->classes, WordClass::company)) return true;
    }
    return false;
  }

  // "in Sonora": the place, where "Sonora rejected it" is the company.
  static bool is_where(const TaggedText& text, const NameMatch& match) {
    constexpr std::array<std::string_view, 7> prepositions = {"in", "near", "from",   "at",
                                                              "to", "of",   "outside"};
    if (match.first == 0) return true;
    const Token& before = text.text.tokens[match.first - 1];
    return before.after == Gap::comma ||
           std::find(prepositions.begin(), prepositions.end(), before.folded) != prepositions.end();
  }

  // "Rockwell International <ROK>": as the exchange calls a company.
  static bool is_ticker(const TaggedText& text, const NameMatch& match) {
    const std::string_view all = text.text.text;
    const Token& token = text.text.tokens[match.first];
    return match.last == match.first + 1 && token.capitals && token.begin > 0 &&
           all[token.begin - 1] == '<' && all.substr(token.end).starts_with('>');
  }

  // "Ali al-Khalifa al-Sabah", who is not of the Sabah in Malaysia.
  static bool is_behind_article(const TaggedText& text, const NameMatch& match) {
    if (match.first == 0 || match.last != match.first + 1) return false;
    const Token& before = text.text.tokens[match.first - 1];
    return before.after == Gap::hyphen && (before.folded == "al" || before.folded == "el");
  }

  // What the article introduces with an abbreviation; of two with the same the first counts.
  void collect_introduced(const TaggedText& text) {
    for (const IntroducedName& introduced : find_introduced_names(text.text)) {
      if (text.in_person[introduced.first]) continue;
      Introduced by{organisation_at(text, introduced), nullptr};
      if (by.known == nullptr) {
        if (is_other_entity(text, introduced)) continue;
        const std::string name = tidy_surface(text.text, introduced.first, introduced.last);
        unlisted_.push_back({make_key(name), name});
        by.unlisted = &unlisted_.back();
        found_.push_back({&text,
                          introduced.first,
                          introduced.last,
                          {nullptr, "", "introduced with its abbreviation"},
                          by.unlisted,
                          ""});
      }
      introduced_.emplace(introduced.abbreviation, by);
    }
  }

  const KnownEntity* organisation_at(const TaggedText& text,
                                     const IntroducedName& introduced) const {
    for (const NameMatch& match : text.names) {
      if (match.last != introduced.last || match.entries.empty()) continue;
      if (match.entries.front().entity->kind == EntityKind::organisation)
        return match.entries.front().entity;
    }
    return nullptr;
  }

  // "United Arab Emirates (UAE)" is no organisation.
  static bool is_other_entity(const TaggedText& text, const IntroducedName& introduced) {
    return std::any_of(text.names.begin(), text.names.end(), [&](const NameMatch& match) {
      return match.first <= introduced.first && match.last >= introduced.last;
    });
  }

  // Those abbreviations, wherever they stand.
  void collect_abbreviations() {
    for (const TaggedText& text : texts_) {
      for (size_t at = 0; at < text.text.tokens.size(); ++at) {
        const Token& token = text.text.tokens[at];
        const auto by = token.capitals ? introduced_.find(token.folded) : introduced_.end();
        if (by == introduced_.end() || text.in_person[at] || is_in_name(text, at)) continue;
        found_.push_back({&text,
                          at,
                          at + 1,
                          {by->second.known, "", "an abbreviation that the article introduces"},
                          by->second.unlisted,
                          ""});
      }
    }
  }

  static bool is_in_name(const TaggedText& text, size_t at) {
    return std::any_of(text.names.begin(), text.names.end(), [at](const NameMatch& match) {
      return match.first <= at && at < match.last;
    });
  }

  double weight_of(const Found& found) const {
    if (found.text == &texts_.front()) return headline_weight;
    return found.text != &texts_.back() || found.first < beginning_words ? beginning_weight : 1;
  }

  void count(const Found& found) {
    const std::string surface = tidy_surface(found.text->text, found.first, found.last);
    if (found.unlisted != nullptr) {
      organisations_.count(found.unlisted->key, surface).name = found.unlisted->name;
      note(found, EntityKind::organisation, found.unlisted->key);
    } else if (found.meaning.entity == nullptr) {
      Tag& tag = places_.count(make_key(found.name + " " + found.meaning.elsewhere), surface);
      tag.name = found.name;
      tag.known = true;
      tag.country = gazetteer_.state_at(found.meaning.elsewhere, date_);
      note(found, EntityKind::place, tag.key);
      count_country(found, found.meaning.elsewhere, surface);
    } else {
      count_known(found, *found.meaning.entity, surface);
    }
  }

  void count_known(const Found& found, const KnownEntity& entity, const std::string& surface) {
    if (entity.kind == EntityKind::place || entity.kind == EntityKind::organisation) {
      Tag& tag =
          (entity.kind == EntityKind::place ? places_ : organisations_).count(entity.key, surface);
      complete(tag, entity);
      if (entity.kind == EntityKind::place && entity.countries.size() == 1) {
        tag.country = gazetteer_.state_at(entity.countries.front(), date_);
      }
      note(found, entity.kind, entity.key);
    }
    if (entity.countries.size() == 1) count_country(found, entity.countries.front(), surface);
  }

  void count_country(const Found& found, const std::string& today, const std::string& surface) {
    const std::string& code = gazetteer_.state_at(today, date_);
    complete(countries_.count(code, surface), *gazetteer_.country(code));
    weights_[code] += weight_of(found);
    note(found, EntityKind::country, code);
  }

  static void complete(Tag& tag, const KnownEntity& entity) {
    if (tag.known) return;
    tag.name = entity.name;
    tag.aliases = entity.aliases;
    tag.known = true;
  }

  void note(const Found& found, EntityKind kind, const std::string& key) const {
    if (mentions_ == nullptr) return;
    const std::vector<Token>& tokens = found.text->text.tokens;
    mentions_->push_back({static_cast<size_t>(found.text - texts_.data()),
                          tokens[found.first].begin,
                          tokens[found.last - 1].end,
                          kind,
                          key,
                          found.meaning.why,
                          0,
                          {}});
  }

  void mark_focus(std::vector<Tag>& countries) const {
    std::vector<Tag*> by_weight;
    for (Tag& tag : countries) by_weight.push_back(&tag);
    std::stable_sort(by_weight.begin(), by_weight.end(), [this](const Tag* a, const Tag* b) {
      return weights_.at(a->key) > weights_.at(b->key);
    });
    for (size_t i = 0; i < by_weight.size() && i < most_focus; ++i) {
      by_weight[i]->focus =
          weights_.at(by_weight[i]->key) >= focus_share * weights_.at(by_weight[0]->key);
    }
  }

  const std::vector<TaggedText>& texts_;
  const std::optional<Date>& date_;
  const Gazetteer& gazetteer_;
  std::vector<Mention>* mentions_;
  std::vector<Found> found_;
  std::deque<Unlisted> unlisted_;  // grows while pointers into it are held
  std::map<std::string, Introduced, std::less<>> introduced_;  // by folded abbreviation
  TagList countries_{EntityKind::country};
  TagList organisations_{EntityKind::organisation};
  TagList places_{EntityKind::place};
  std::map<std::string, double> weights_;
};

}  // namespace

PlaceTags tag_places(const std::vector<TaggedText>& texts, const std::optional<Date>& date,
                     const Gazetteer& gazetteer, std::vector<Mention>* mentions) {
  return Tagger(texts, date, gazetteer, mentions).tag();
}

}  // namespace chancery
