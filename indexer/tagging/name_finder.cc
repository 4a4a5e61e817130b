// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/name_finder.h"

namespace chancery {
namespace {

// A name goes on over a space or hyphen, and over the point of an abbreviation ("St. Petersburg").
bool goes_on(const Token& token) {
  return token.after == Gap::space || token.after == Gap::hyphen ||
         (token.after == Gap::point && token.folded.size() <= 3);
}

bool may_begin(const std::vector<Token>& tokens, size_t at) {
  const Token& token = tokens[at];
  if (token.capital) return true;
  return token.folded.size() <= 4 && at + 1 < tokens.size() && tokens[at + 1].capital &&
         goes_on(token) && has_class(token.known->classes, WordClass::particle);
}

// With a capitalised word, a number ("Group of 77"), or the small half of one with a hyphen ("Moon
// Jae-in").
bool may_end(const std::vector<Token>& tokens, size_t at) {
  const char first = tokens[at].folded.empty() ? ' ' : tokens[at].folded.front();
  return tokens[at].capital || (first >= '0' && first <= '9') ||
         (at > 1 && tokens[at - 1].capital && tokens[at - 1].after == Gap::hyphen);
}

// In a text all of capitals "US" and "WHO" are mostly words: only longer abbreviations, and those
// with points, are names there.
bool abbreviation_holds(const AnnotatedText& text, size_t first, size_t last) {
  const std::string_view surface = text.surface(first, last);
  for (size_t i = first; i < last; ++i) {
    if (!text.tokens[i].capitals) return false;
  }
  return text.casing != Casing::upper || surface.size() > 3 ||
         surface.find('.') != std::string_view::npos;
}

// "Edmonton, Ky.", "CAMBRIDGE, Mass, March 5": the comma before, and the point or a comma.
bool is_abbreviation_behind_name(const AnnotatedText& text, size_t first, size_t last) {
  const std::string_view behind = text.text.substr(text.tokens[last - 1].end);
  return first > 0 && text.tokens[first - 1].after == Gap::comma &&
         (behind.starts_with('.') || behind.starts_with(','));
}

// "Anglo-American talks" are of two countries, "Anglo American" with a space is a company.
bool is_of_two_countries(const std::vector<Token>& tokens, size_t first, size_t last,
                         const Gazetteer& gazetteer) {
  if (last < first + 2 || tokens[last - 2].after != Gap::hyphen) return false;
  const std::vector<NameEntry>* entries = gazetteer.find(tokens[last - 1].folded);
  return entries != nullptr && entries->front().use == NameUse::adjective;
}

bool is_company(const NameEntry& entry) {
  return entry.entity != nullptr && entry.entity->kind == EntityKind::organisation &&
         entry.entity->role == "company";
}

NameMatch longest_at(const AnnotatedText& text, size_t first, const Gazetteer& gazetteer) {
  const std::vector<Token>& tokens = text.tokens;
  NameMatch best{first, first, {}};
  const size_t longest = tokens[first].known->longest_name;
  std::string phrase;
  for (size_t last = first; last < tokens.size() && last - first < longest;) {
    if (last > first && !tokens[last].known->goes_on_name) break;
    if (!phrase.empty()) phrase += ' ';
    phrase += tokens[last].folded;
    ++last;
    if (const std::vector<NameEntry>* entries = gazetteer.find(phrase)) {
      NameMatch match{first, last, {}};
      bool passed_over = false;
      const bool may_be_name = may_end(tokens, last - 1);
      for (const NameEntry& entry : *entries) {
        if (entry.entity != nullptr && !may_be_name) continue;
        if (entry.capitals_only && !abbreviation_holds(text, first, last)) continue;
        if (is_company(entry) && is_of_two_countries(tokens, first, last, gazetteer)) continue;
        if (entry.with_point && !is_abbreviation_behind_name(text, first, last)) continue;
        if (entry.entity == nullptr) {
          passed_over = true;
        } else {
          match.entries.push_back(entry);
        }
      }
      if (passed_over || !match.entries.empty()) best = std::move(match);
    }
    if (!goes_on(tokens[last - 1])) break;
  }
  return best;
}

}  // namespace

std::vector<NameMatch> find_names(const AnnotatedText& text, const Gazetteer& gazetteer) {
  std::vector<NameMatch> matches;
  for (size_t at = 0; at < text.tokens.size();) {
    if (may_begin(text.tokens, at)) {
      NameMatch match = longest_at(text, at, gazetteer);
      if (match.last > at) {
        at = match.last;
        matches.push_back(std::move(match));
        continue;
      }
    }
    ++at;
  }
  return matches;
}

}  // namespace chancery
