// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/person_finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "indexer/tagging/name_context.h"
#include "indexer/tagging/person_features.h"
#include "indexer/tagging/prominence.h"

namespace chancery {
namespace {

// A name that the gazetteer has as it stands is a person's unless much speaks against it.
constexpr double known_name = 4;
// A surname by itself may look this little like a person's name if the article tells who bears it.
constexpr double least_single = -2.5;
// In a headline of capitals other things are as likely as a person: "CARTER HAWLEY TO MISS NOTE
// PAYMENT".
constexpr size_t words_of_headline = 30;
// "Bjorn Dahlie, Odd … and …": what stands beside a person in a list.
constexpr double beside_person = 2;

class Finder {
 public:
  Finder(const AnnotatedText& text, const std::vector<NameMatch>& names, const Gazetteer& gazetteer)
      : context_(text, names, gazetteer), tokens_(text.tokens), gazetteer_(gazetteer) {}

  std::vector<PersonMention> find() {
    const bool sentences = context_.text().casing == Casing::sentence;
    for (size_t at = sentences ? end_of_dateline() : 0; at < tokens_.size();) {
      const size_t end = sentences ? look_at_run(at) : look_for_known(at);
      at = std::max(end, at + 1);
    }
    add_neighbours();
    std::sort(mentions_.begin(), mentions_.end(),
              [](const PersonMention& a, const PersonMention& b) { return a.first < b.first; });
    return std::move(mentions_);
  }

 private:
  struct Scored {
    WordSpan name;
    double score = 0;
  };

  bool is_known(const WordSpan& name) const {
    const NameMatch* match = context_.match_at(name.first);
    return NameContext::is_person(match) && match->first == name.first && match->last == name.last;
  }

  // "DONG DANG, Vietnam, March 2 (Meridian) -": the capitals at the beginning name a place.
  size_t end_of_dateline() const {
    size_t end = 0;
    while (end < tokens_.size() && tokens_[end].capitals && tokens_[end].after != Gap::point) ++end;
    const bool is_dateline =
        end > 0 && end < tokens_.size() && end < 5 && tokens_[end - 1].after != Gap::space;
    return is_dateline ? end : 0;
  }

  // Where capitals say little: persons of the gazetteer, and in a text all of capitals surnames
  // behind a title and given names with a surname.
  size_t look_for_known(size_t at) {
    const NameMatch* match = context_.match_at(at);
    if (NameContext::is_person(match)) {
      add({match->first, match->last});
      return match->last;
    }
    if (match != nullptr || context_.text().casing != Casing::upper ||
        context_.title_at(at) != nullptr)
      return at + 1;
    const std::string* title = context_.title_before(at);
    const bool is_headline = tokens_.size() <= words_of_headline;
    if (!is_headline && is_given_and_surname(at)) return add({at, at + 2});
    if (title != nullptr && !(is_headline && *title == "courtesy") && is_surname_alone(at))
      return add({at, at + 1});
    return at + 1;
  }

  bool is_common(size_t at) const {
    return context_.is_class(at, WordClass::common) || context_.is_class(at, WordClass::function);
  }

  // "JOHN SMITH", but not "MARK WORDS" or "WARREN STREET".
  bool is_given_and_surname(size_t at) const {
    return at + 1 < tokens_.size() && tokens_[at].after == Gap::space &&
           context_.match_at(at + 1) == nullptr && context_.is_class(at, WordClass::given_name) &&
           context_.is_class(at + 1, WordClass::surname) && !is_common(at) && !is_common(at + 1) &&
           !context_.is_class(at + 1, WordClass::feature) && tokens_[at + 1].folded.size() > 2 &&
           !is_before_other_word({at, tokens_.size()}, at + 2);
  }

  // "AMBASSADOR MOYNIHAN", but not "PRESIDENT JOHN BROWNE".
  bool is_surname_alone(size_t at) const {
    const bool goes_on =
        at + 1 < tokens_.size() && tokens_[at].after == Gap::space && !is_common(at + 1);
    return gazetteer_.with_surname(tokens_[at].folded) != nullptr &&
           tokens_[at].folded.size() > 2 && !is_common(at) &&
           !(goes_on && context_.is_class(at, WordClass::given_name)) &&
           !context_.is_class(at, WordClass::saying);
  }

  size_t look_at_run(size_t at) {
    const WordSpan run{at, context_.run_end(at)};
    if (is_meeting_of_two(run)) {
      look_within({at, run.last - 1}, {at, run.last - 1});
      look_within({run.last - 1, run.last}, {run.last - 1, run.last});
    } else if (run.last > run.first) {
      look_within(run, run);
    }
    return run.last;
  }

  // "the Reagan-Gorbachev summit".
  bool is_meeting_of_two(const WordSpan& run) const {
    constexpr std::array<std::string_view, 7> meetings = {
        "summit", "talk", "talks", "meeting", "meetings", "conversation", "conversations"};
    return run.last > run.first + 1 && run.last < tokens_.size() &&
           tokens_[run.last - 2].after == Gap::hyphen &&
           std::find(meetings.begin(), meetings.end(), tokens_[run.last].folded) != meetings.end();
  }

  // The best name among words [part) of the run, then what stands before and behind it.
  void look_within(const WordSpan& run, const WordSpan& part) {
    if (part.first >= part.last) return;
    const std::optional<Scored> best = best_of(run, candidate_full_names(context_, part));
    if (best && best->score > 0) {
      const size_t last = add(best->name, best->score, run);
      look_within(run, {part.first, best->name.first});
      look_within(run, {last, part.last});
    } else if (is_sound_single(part)) {
      add(part);
    } else if (const size_t head = head_of_government(part); head < part.last) {
      add({head, head + 1});
    } else if (best && best->score + beside_person > 0) {
      doubtful_.push_back(best->name);
    } else if (const auto single = best_of(run, candidate_single_names(context_, part));
               single && single->score > least_single) {
      add(single->name, single->score, run);
    }
  }

  std::optional<Scored> best_of(const WordSpan& run, const std::vector<WordSpan>& names) {
    std::optional<Scored> best;
    for (const WordSpan& name : names) {
      collect_features(context_, run, name, features_);
      double score = gazetteer_.person_model().score(features_);
      if (is_known(name) && !is_before_other_word(run, name.last)) score += known_name;
      if (!best || score > best->score) best = Scored{name, score};
    }
    return best;
  }

  // "Ronald Reagan Building", "Baker International": the name is part of something else's.
  bool is_before_other_word(const WordSpan& run, size_t at) const {
    return at < run.last && context_.tokens()[at - 1].after == Gap::space &&
           (context_.is_class(at, WordClass::feature) ||
            context_.is_class(at, WordClass::organisation));
  }

  // One word: behind a title, as the gazetteer has it, or of a ruler ("Juan Carlos II").
  bool is_sound_single(const WordSpan& part) const {
    size_t words = 0;
    while (part.first + words < part.last &&
           !context_.is_class(part.first + words, WordClass::suffix))
      ++words;
    if (is_known(part)) return true;
    if (words != 1) return false;
    const WordClasses classes = context_.classes(part.first);
    const bool may_be_name =
        has_class(classes, WordClass::given_name) || has_class(classes, WordClass::surname);
    const bool other_word = has_class(classes, WordClass::function) ||
                            has_class(classes, WordClass::organisation) ||
                            has_class(classes, WordClass::feature) ||
                            (has_class(classes, WordClass::common) && !may_be_name);
    if (context_.title_before(part.first) != nullptr || is_bracketed_behind_title(part)) {
      return !other_word && tokens_[part.first].folded.size() > 1;
    }
    return part.last > part.first + 1 && has_class(classes, WordClass::given_name);
  }

  // "the Clinton Administration": the word of the part before the government, of one who has led
  // one; the part's end where there is none.
  size_t head_of_government(const WordSpan& part) const {
    for (size_t at = part.first; at < part.last; ++at) {
      if (!leads_named_behind(at) || context_.match_at(at) != nullptr || is_common(at)) continue;
      const auto* namesakes = gazetteer_.with_surname(tokens_[at].folded);
      if (namesakes != nullptr &&
          std::any_of(namesakes->begin(), namesakes->end(), [](const KnownEntity* person) {
            return prominence_of(*person) == Prominence::leads;
          })) {
        return at;
      }
    }
    return part.last;
  }

  bool leads_named_behind(size_t at) const {
    if (at + 1 >= tokens_.size() || tokens_[at].after != Gap::space || tokens_[at].genitive)
      return false;
    const std::string& behind = tokens_[at + 1].folded;
    return behind == "administration" || behind == "government" || behind == "cabinet";
  }

  // "the Under Secretary of State (Herter)".
  bool is_bracketed_behind_title(const WordSpan& part) const {
    const std::string_view text = context_.text().text;
    const Token& token = tokens_[part.first];
    return part.last == part.first + 1 && token.begin > 0 &&
           text.substr(token.begin - 1, 1) == "(" && text.substr(token.end).starts_with(")") &&
           title_near(part.first) < part.first;
  }

  // The last word of the nearest title before, at most some words away; `at` where there is none.
  size_t title_near(size_t at) const {
    constexpr size_t reach = 12;
    for (size_t i = at; i-- > 0 && at - i <= reach;) {
      if (context_.title_at(i) != nullptr) return i;
    }
    return at;
  }

  void note_title(PersonMention& mention, size_t first) const {
    size_t last = first;
    if (context_.title_before(first) != nullptr) {
      last = first - 1;
    } else if (is_bracketed_behind_title({mention.first, mention.last})) {
      last = title_near(first);
    } else {
      if (head_of_government({mention.first, mention.last}) == first) {
        mention.title =
            tokens_[mention.last].folded == "administration" ? "president" : "prime minister";
      }
      return;
    }
    mention.courtesy = *context_.title_at(last) == "courtesy";
    size_t begin = last;
    while (begin > 0 && context_.title_at(begin - 1) == context_.title_at(last) &&
           tokens_[begin - 1].after == Gap::space)
      --begin;
    for (size_t i = begin; i <= last; ++i)
      mention.title += (mention.title.empty() ? "" : " ") + tokens_[i].folded;
  }

  // Where one name of a list is a person's, so are those beside it that may well be.
  void add_neighbours() {
    std::vector<bool> begins(tokens_.size() + 1);
    std::vector<bool> ends(tokens_.size() + 1);
    for (const PersonMention& mention : mentions_) {
      if (mention.score < 0) continue;
      begins[mention.first] = true;
      ends[mention.last] = true;
    }
    const auto comma_before = [this](size_t at) { return tokens_[at - 1].after == Gap::comma; };
    for (const WordSpan& name : doubtful_) {
      const auto [first, last] = name;
      const bool behind_one =
          first > 1 && (ends[first] ? comma_before(first)
                                    : tokens_[first - 1].folded == "and" && ends[first - 1]);
      const bool before_one =
          last < tokens_.size() &&
          (begins[last] ? comma_before(last) : tokens_[last].folded == "and" && begins[last + 1]);
      if (!behind_one && !before_one) continue;
      add(name);
      begins[first] = true;
      ends[last] = true;
    }
  }

  // Returns the end of the mention, Jr and III included.
  size_t add(WordSpan name, double score = 0, const WordSpan& run = {}) {
    PersonMention mention;
    mention.first = name.first;
    const bool regnal =
        name.last == name.first + 2 && context_.is_class(name.first + 1, WordClass::suffix);
    for (size_t i = name.first; i < name.last; ++i) {
      const bool suffix = i > name.first && context_.is_class(i, WordClass::suffix) && !regnal;
      if (!suffix) mention.words.push_back(tokens_[i].folded);
    }
    while (name.last < tokens_.size() && context_.goes_on(name.last - 1) &&
           context_.is_class(name.last, WordClass::suffix) && tokens_[name.last].capital) {
      ++name.last;
    }
    mention.last = name.last;
    if (is_known(name)) {
      for (const NameEntry& entry : context_.match_at(name.first)->entries) {
        if (entry.entity->kind == EntityKind::person) mention.known.push_back(entry.entity);
      }
    }
    mention.score = score;
    mention.run_first = run.first;
    mention.run_last = run.last;
    mention.abbreviation = name.last == name.first + 1 && tokens_[name.first].capitals &&
                           tokens_[name.first].folded.size() <= 4;
    note_title(mention, name.first);
    mention.country_hint = country_before(name.first);
    mention.sex_by_title = sex_by_title(name.first);
    mention.sex_by_given_name = gazetteer_.sex_of_given_name(tokens_[name.first].folded);
    mentions_.push_back(std::move(mention));
    return name.last;
  }

  // "Russian Foreign Minister Lavrov": the country named just before name and title.
  std::string country_before(size_t first) const {
    size_t at = first;
    while (at > 0 && context_.title_at(at - 1) != nullptr) --at;
    if (at == 0 || at == first || context_.match_at(at - 1) == nullptr) return {};
    for (const NameEntry& entry : context_.match_at(at - 1)->entries) {
      if (entry.entity->kind == EntityKind::country) return entry.entity->key;
    }
    return {};
  }

  char sex_by_title(size_t first) const {
    if (context_.title_before(first) == nullptr) return 'u';
    const std::string& title = tokens_[first - 1].folded;
    for (const std::string_view word :
         {"mrs", "ms", "miss", "madame", "madam", "lady", "queen", "princess", "baroness", "dame",
          "spokeswoman", "chairwoman", "congresswoman"}) {
      if (title == word) return 'f';
    }
    for (const std::string_view word : {"mr", "sir", "lord", "king", "prince", "spokesman",
                                        "chairman", "emir", "sultan", "pope", "congressman"}) {
      if (title == word) return 'm';
    }
    return 'u';
  }

  NameContext context_;
  const std::vector<Token>& tokens_;
  const Gazetteer& gazetteer_;
  std::vector<Feature> features_;
  std::vector<PersonMention> mentions_;
  std::vector<WordSpan> doubtful_;  // nearly persons
};

}  // namespace

std::vector<PersonMention> find_persons(const AnnotatedText& text,
                                        const std::vector<NameMatch>& names,
                                        const Gazetteer& gazetteer) {
  return Finder(text, names, gazetteer).find();
}

std::vector<std::pair<std::string, double>> weigh(const AnnotatedText& text,
                                                  const std::vector<NameMatch>& names,
                                                  const Gazetteer& gazetteer,
                                                  const PersonMention& mention) {
  const NameContext context(text, names, gazetteer);
  std::vector<Feature> features;
  collect_features(context, {mention.run_first, mention.run_last}, {mention.first, mention.last},
                   features);
  std::vector<std::pair<std::string, double>> weights;
  for (const Feature& feature : features) {
    if (const float weight = gazetteer.person_model().weight(feature); weight != 0)
      weights.emplace_back(feature.name(), weight);
  }
  std::sort(weights.begin(), weights.end(),
            [](const auto& a, const auto& b) { return std::abs(a.second) > std::abs(b.second); });
  return weights;
}

}  // namespace chancery
