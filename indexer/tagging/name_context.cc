// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/name_context.h"

#include <algorithm>

namespace chancery {
namespace {

bool has_digit(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// No name is so long. The parts of a run are all weighed, and the rest again for each name found in
// it.
constexpr size_t longest_run = 60;

}  // namespace

NameContext::NameContext(const AnnotatedText& text, const std::vector<NameMatch>& names,
                         const Gazetteer& gazetteer)
    : text_(text), gazetteer_(gazetteer) {
  classes_.reserve(tokens().size());
  for (const Token& token : tokens()) {
    const bool counts = token.capital || token.folded.size() <= 4;
    classes_.push_back(counts ? token.known->classes : 0);
  }
  mark_matches(names);
  mark_titles();
  note_uses();
}

void NameContext::mark_matches(const std::vector<NameMatch>& names) {
  match_at_.assign(tokens().size(), nullptr);
  for (const NameMatch& match : names) {
    for (size_t i = match.first; i < match.last; ++i) match_at_[i] = &match;
  }
}

// The longest title at each place. A name of the gazetteer that is longer goes before ("General
// Assembly").
void NameContext::mark_titles() {
  title_at_.assign(tokens().size(), nullptr);
  for (size_t at = 0; at < tokens().size();) {
    size_t best_end = at;
    const std::string* best = nullptr;
    std::string phrase;
    const size_t longest = tokens()[at].known->longest_title;
    for (size_t end = at; end < tokens().size() && end - at < longest; ++end) {
      if (end > at && !tokens()[end].known->goes_on_title) break;
      if (!phrase.empty()) phrase += ' ';
      phrase += tokens()[end].folded;
      if (const std::string* kind = gazetteer_.title(phrase);
          kind != nullptr && !tokens()[end].genitive) {
        best = kind;
        best_end = end + 1;
      }
      const Gap gap = tokens()[end].after;
      if (gap != Gap::space && gap != Gap::hyphen && gap != Gap::point) break;
    }
    const NameMatch* match = match_at_[at];
    const bool part_of_name = match != nullptr && match->last - at > best_end - at;
    for (size_t i = at; i < best_end && !part_of_name; ++i) title_at_[i] = best;
    at = std::max(best_end, at + 1);
  }
}

void NameContext::note_uses() {
  uses_.reserve(tokens().size() / 3);
  for (size_t i = 0; i < tokens().size(); ++i) {
    const Token& token = tokens()[i];
    if (!token.capital && token.folded.size() < 3) continue;
    Use& use = uses_[token.folded];
    if (!token.capital) {
      use.small = true;
      continue;
    }
    ++use.capital;
    const std::string* title = title_before(i);
    use.courtesy = use.courtesy || (title != nullptr && *title == "courtesy");
  }
}

const NameContext::Use& NameContext::use(const std::string& folded_word) const {
  static const Use none;
  const auto found = uses_.find(folded_word);
  return found == uses_.end() ? none : found->second;
}

bool NameContext::is_person(const NameMatch* match) {
  return match != nullptr &&
         std::any_of(match->entries.begin(), match->entries.end(), [](const NameEntry& entry) {
           return entry.entity->kind == EntityKind::person;
         });
}

bool NameContext::names_country(size_t at) const {
  if (at >= tokens().size() || match_at_[at] == nullptr) return false;
  return std::any_of(
      match_at_[at]->entries.begin(), match_at_[at]->entries.end(),
      [](const NameEntry& entry) { return entry.entity->kind == EntityKind::country; });
}

const std::string* NameContext::title_before(size_t at) const {
  if (at == 0 || title_at_[at - 1] == nullptr) return nullptr;
  const Gap gap = tokens()[at - 1].after;
  return gap == Gap::space || gap == Gap::point ? title_at_[at - 1] : nullptr;
}

bool NameContext::is_initial(size_t at) const {
  const Token& token = tokens()[at];
  return token.capital && (token.folded.size() == 1 ||
                           (token.capitals && token.folded.size() <= 3 &&
                            text_.surface(at, at + 1).find('.') != std::string_view::npos));
}

bool NameContext::ends_name(size_t at) const {
  return tokens()[at].capital ||
         (at > 0 && tokens()[at - 1].capital && tokens()[at - 1].after == Gap::hyphen);
}

bool NameContext::goes_on(size_t at) const {
  if (at + 1 >= tokens().size() || tokens()[at].genitive) return false;
  const Gap gap = tokens()[at].after;
  if (gap == Gap::point) return tokens()[at].folded.size() == 1;
  return gap == Gap::space || gap == Gap::hyphen;
}

bool NameContext::may_be_in_run(size_t at) const {
  return tokens()[at].capital && title_at_[at] == nullptr &&
         (!is_class(at, WordClass::calendar) || is_given_month(at)) &&
         !has_digit(tokens()[at].folded);
}

// "April Glaspie", "Jan Eliasson": a month before a word with a capital.
bool NameContext::is_given_month(size_t at) const {
  return is_class(at, WordClass::given_name) && at + 1 < tokens().size() &&
         tokens()[at].after == Gap::space && tokens()[at + 1].capital &&
         !is_class(at + 1, WordClass::calendar);
}

// A place's or country's name of one word that may be part of a person's: a given name before
// another word ("Virginia Raggi"), or behind one ("Michael Jordan", "Mr Jordan").
bool NameContext::goes_through_match(size_t run, size_t at) const {
  const NameMatch& match = *match_at_[at];
  if (match.last != match.first + 1 || match.entries.empty()) return false;
  const NameUse use = match.entries.front().use;
  if (use == NameUse::adjective || use == NameUse::inhabitant) return false;
  if (at > run)
    return is_class(run, WordClass::given_name) && tokens()[run].after == Gap::space &&
           at == run + 1;
  const std::string* title = title_before(at);
  if (title != nullptr && *title == "courtesy") return true;
  return (title != nullptr || is_class(at, WordClass::given_name)) &&
         tokens()[at].after == Gap::space && at + 1 < tokens().size() && may_be_in_run(at + 1) &&
         match_at_[at + 1] == nullptr;
}

// "Ban Ki-moon": the small second half of a given name behind a family name.
bool NameContext::is_second_half(size_t run, size_t at) const {
  return at > run + 1 && !tokens()[at].capital && tokens()[at - 1].after == Gap::hyphen &&
         tokens()[at - 1].capital && is_class(run, WordClass::family_name_first);
}

size_t NameContext::run_end(size_t at) const {
  size_t end = at;
  while (end < tokens().size() && end - at < longest_run) {
    const NameMatch* match = match_at_[end];
    if (is_person(match) && match->first == end) {
      end = match->last;
    } else if (match != nullptr && !is_person(match) && !goes_through_match(at, end)) {
      break;
    } else if (may_be_in_run(end) || is_second_half(at, end)) {
      ++end;
    } else if (is_class(end, WordClass::particle) && !tokens()[end].capital && goes_on(end) &&
               (end > at || title_before(at) != nullptr) &&
               (may_be_in_run(end + 1) || is_class(end + 1, WordClass::particle)) &&
               match_at_[end + 1] == nullptr) {
      ++end;
    } else {
      break;
    }
    if (!goes_on(end - 1)) break;
  }
  while (end > at && !ends_name(end - 1)) --end;
  return end;
}

}  // namespace chancery
