// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/person_tagger.h"

#include <algorithm>
#include <array>
#include <deque>

#include "common/fold.h"
#include "common/words.h"
#include "indexer/tagging/known_persons.h"
#include "indexer/tagging/prominence.h"
#include "indexer/tagging/tag_list.h"

namespace chancery {
namespace {

// A surname without a title must look this much like a person's name; less where it is one of a
// leader.
constexpr double least_score = 0;
constexpr double least_score_of_leader = -1;

constexpr std::string_view surname_of_named = "surname of a person named in full";

struct Person {
  const KnownEntity* known = nullptr;
  std::vector<std::string> words;  // of the longest name, folded
  std::string name;
  std::vector<std::string> surfaces;
  unsigned mentions = 0;
  char sex = 'u';
};

// A title knows better than a given name, which men and women may share.
char sex_of(const PersonMention& mention) {
  return mention.sex_by_title != 'u' ? mention.sex_by_title : mention.sex_by_given_name;
}

// "YELTSIN" -> "Yeltsin", so that a headline does not name the person.
std::string in_name_case(std::string text) {
  if (has_small_letter(text)) return text;
  bool start = true;
  for (char& c : text) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    if (!start && c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    start = !letter && c != '\'';
  }
  return text;
}

// Whom a mention means, and the rule that says so (a literal).
struct Bearer {
  Person* person = nullptr;
  std::string_view why;
};

class Tagger {
 public:
  Tagger(std::vector<TaggedText>& texts, const std::optional<Date>& date,
         const Gazetteer& gazetteer, std::vector<Mention>* mentions)
      : texts_(texts),
        gazetteer_(gazetteer),
        known_persons_(texts, date, gazetteer),
        mentions_(mentions) {}

  std::vector<Tag> tag() {
    // The body first: its capitals can be trusted, and it has the full names.
    for (const bool full : {true, false}) {
      for (size_t i = texts_.size(); i-- > 0;) assign(texts_[i], full);
    }
    for (TaggedText& text : texts_) find_surnames(text);
    if (mentions_ != nullptr) explain();
    return tags();
  }

 private:
  void assign(TaggedText& text, bool full) {
    text.in_person.resize(text.text.tokens.size());
    for (const PersonMention& mention : text.persons) {
      if ((mention.words.size() > 1) != full) continue;
      const Bearer bearer = full ? by_full_name(mention) : by_single_name(mention);
      if (bearer.person != nullptr) add(bearer, text, mention);
    }
  }

  void add(const Bearer& bearer, TaggedText& text, const PersonMention& mention) {
    for (size_t i = mention.first; i < mention.last; ++i) text.in_person[i] = true;
    const size_t first = behind_titles(text.text, mention.first, mention.last);
    Person& person = *bearer.person;
    ++person.mentions;
    const std::string surface = tidy_surface(text.text, first, mention.last);
    add_surface(person.surfaces, surface);
    const auto words = std::count(surface.begin(), surface.end(), ' ');
    const auto before = std::count(person.name.begin(), person.name.end(), ' ');
    if (person.name.empty() || (person.known == nullptr && words > before))
      person.name = in_name_case(surface);
    if (mentions_ != nullptr) uses_.push_back({bearer, &text, mention});
  }

  // "Pope John Paul II", which the gazetteer may have as a name: the name is behind the title.
  static size_t behind_titles(const AnnotatedText& text, size_t first, size_t last) {
    constexpr std::array<std::string_view, 8> titles = {"pope",     "king",  "queen", "prince",
                                                        "princess", "crown", "sir",   "emperor"};
    while (first + 1 < last &&
           std::find(titles.begin(), titles.end(), text.tokens[first].folded) != titles.end())
      ++first;
    return first;
  }

  Person& new_person(const KnownEntity* known, std::vector<std::string> words, char sex) {
    persons_.push_back({known,
                        std::move(words),
                        known != nullptr ? known->name : "",
                        {},
                        0,
                        known != nullptr ? known->sex : sex});
    return persons_.back();
  }

  Person& known_person(const KnownEntity& known) {
    for (Person& person : persons_) {
      if (person.known == &known) return person;
    }
    std::vector<std::string> words;
    for (const Word& word : split_words(known.name)) {
      std::string folded = fold_word(text_of(known.name, word));
      const bool suffix =
          !words.empty() && has_class(gazetteer_.classes(folded), WordClass::suffix);
      if (!suffix) words.push_back(std::move(folded));
    }
    return new_person(&known, std::move(words), known.sex);
  }

  Bearer by_full_name(const PersonMention& mention) {
    if (const KnownEntity* known = known_persons_.with_full_name(mention)) {
      return {&known_person(*known), mention.known.empty() ? "a form of a name in the gazetteer"
                                                           : "name in the gazetteer"};
    }
    for (Person& person : persons_) {
      if (is_same_full_name(person.words, mention.words) &&
          !contradict(person.sex, sex_of(mention))) {
        if (person.known == nullptr && mention.words.size() > person.words.size())
          person.words = mention.words;
        return {&person, "a form of a name in the article"};
      }
    }
    return {&new_person(nullptr, mention.words, sex_of(mention)), "looks like a name"};
  }

  bool is_same_full_name(const std::vector<std::string>& one,
                         const std::vector<std::string>& other) const {
    return one.size() > 1 && other.size() > 1 && are_variants(one, other, gazetteer_.spellings());
  }

  // Who of the article bears the name: as surname, or as first name where that stands for the
  // whole.
  Person* bearer(const std::string& word, char sex) {
    Person* found = nullptr;
    for (Person& person : persons_) {
      if (contradict(person.sex, sex)) continue;
      if (person.words.back() == word) return &person;
      const bool by_first = person.words.front() == word &&
                            (has_class(gazetteer_.classes(word), WordClass::family_name_first) ||
                             is_mononym(person, word));
      if (by_first && found == nullptr) found = &person;
    }
    return found;
  }

  // "Pastor Andrew", where the article has one Andrew.
  Person* by_first_name(const std::string& word) {
    Person* found = nullptr;
    for (Person& person : persons_) {
      if (person.words.size() < 2 || person.words.front() != word) continue;
      if (found != nullptr) return nullptr;
      found = &person;
    }
    return found;
  }

  bool is_mononym(const Person& person, const std::string& word) const {
    const auto* entries = gazetteer_.find(word);
    return person.known != nullptr && entries != nullptr &&
           std::any_of(entries->begin(), entries->end(),
                       [&person](const NameEntry& entry) { return entry.entity == person.known; });
  }

  static double least_score_for(const KnownEntity& person) {
    return prominence_of(person) == Prominence::leads ? least_score_of_leader : least_score;
  }

  Bearer by_single_name(const PersonMention& mention) {
    const std::string& word = mention.words.front();
    const bool titled = !mention.title.empty();
    if (Person* person = bearer(word, mention.sex_by_title)) return {person, surname_of_named};
    if (const KnownEntity* known = known_persons_.with_mononym(mention))
      return {&known_person(*known), "goes by that name alone"};
    if (Person* person = titled ? by_first_name(word) : nullptr)
      return {person, "first name of a person named in full"};
    if (!titled && mention.abbreviation) return {};
    const KnownEntity* known = known_persons_.with_surname(mention);
    if (known != nullptr && (titled || mention.score > least_score_for(*known))) {
      return {&known_person(*known), "surname of a person in the news of the day"};
    }
    if (!titled || mention.abbreviation) return {};
    return {&new_person(nullptr, mention.words, sex_of(mention)), "stands behind a title"};
  }

  // Surnames by themselves, in headlines of capitals too.
  void find_surnames(TaggedText& text) {
    const std::vector<Token>& tokens = text.text.tokens;
    std::vector<bool> taken(tokens.size());
    for (const NameMatch& match : text.names) {
      const bool other = match.entries.empty() || match.last - match.first > 1 ||
                         match.entries.front().use == NameUse::capital ||
                         match.entries.front().use == NameUse::adjective;
      for (size_t i = match.first; i < match.last; ++i) taken[i] = other;
    }
    for (size_t at = 0; at < tokens.size(); ++at) {
      if (!tokens[at].capital || taken[at] || text.in_person[at] || tokens[at].folded.size() < 2)
        continue;
      if (is_part_of_other_name(text, at)) continue;
      const char sex = sex_before(tokens, at);
      if (sex == 'u' && is_other_word(text, at)) continue;
      Person* person = bearer(tokens[at].folded, sex);
      if (person == nullptr || person->words.size() < 2) continue;
      if (sex == 'u' && is_own_country(*person, text, at)) continue;
      PersonMention mention;
      mention.first = particles_before(tokens, at, *person);
      mention.last = at + 1;
      mention.words = {tokens[at].folded};
      add({person, surname_of_named}, text, mention);
      text.persons.push_back(std::move(mention));
    }
  }

  // "He", "To", "Nepal": a surname that is rather another word, at the start of a sentence or where
  // all words have capitals.
  bool is_other_word(const TaggedText& text, size_t at) const {
    const WordClasses classes = text.text.tokens[at].known->classes;
    if (has_class(classes, WordClass::function)) return true;
    const bool capital_says_little =
        text.text.tokens[at].sentence_start || text.text.casing != Casing::sentence;
    return capital_says_little && has_class(classes, WordClass::common) &&
           !has_class(classes, WordClass::surname);
  }

  // "Nepal" where Madhav Kumar Nepal is spoken of as well.
  static bool is_own_country(const Person& person, const TaggedText& text, size_t at) {
    if (person.known == nullptr) return false;
    return std::any_of(text.names.begin(), text.names.end(), [&](const NameMatch& match) {
      return match.first == at && !match.entries.empty() &&
             match.entries.front().entity->kind == EntityKind::country &&
             match.entries.front().entity->countries == person.known->countries;
    });
  }

  // The beginning of "de Gaulle" and "van der Stoel".
  static size_t particles_before(const std::vector<Token>& tokens, size_t at,
                                 const Person& person) {
    size_t first = at;
    for (size_t i = person.words.size() - 1; i > 1 && first > 0; --i) {
      const Token& before = tokens[first - 1];
      if (before.capital || before.folded != person.words[i - 1] ||
          (before.after != Gap::space && before.after != Gap::hyphen))
        break;
      --first;
    }
    return first;
  }

  static char sex_before(const std::vector<Token>& tokens, size_t at) {
    if (at == 0) return 'u';
    const std::string& before = tokens[at - 1].folded;
    return before == "mr" ? 'm' : before == "mrs" || before == "ms" || before == "miss" ? 'f' : 'u';
  }

  // "the Clinton Foundation", "Bush Street", "Baker International Corp": the word belongs to what
  // follows.
  bool is_part_of_other_name(const TaggedText& text, size_t at) const {
    constexpr size_t reach = 3;
    const std::vector<Token>& tokens = text.text.tokens;
    if (text.text.casing != Casing::sentence) return false;
    for (size_t next = at + 1; next < std::min(tokens.size(), at + 1 + reach); ++next) {
      if (tokens[next - 1].after != Gap::space || !tokens[next].capital ||
          tokens[next - 1].genitive)
        return false;
      const WordClasses classes = tokens[next].known->classes;
      if (has_class(classes, WordClass::company)) return true;
      if (next == at + 1 &&
          (has_class(classes, WordClass::organisation) || has_class(classes, WordClass::feature)))
        return true;
    }
    return false;
  }

  std::string key_of(const Person& person) const {
    return person.known != nullptr ? person.known->key
                                   : key_of_unlisted(person.words, gazetteer_.spellings());
  }

  void explain() const {
    for (const auto& [bearer, text, mention] : uses_) {
      const std::vector<Token>& tokens = text->text.tokens;
      Mention explained{static_cast<size_t>(text - texts_.data()),
                        tokens[mention.first].begin,
                        tokens[mention.last - 1].end,
                        EntityKind::person,
                        key_of(*bearer.person),
                        bearer.why,
                        mention.score,
                        {}};
      if (mention.score != 0)
        explained.weights = weigh(text->text, text->names, gazetteer_, mention);
      mentions_->push_back(std::move(explained));
    }
  }

  std::vector<Tag> tags() const {
    std::vector<Tag> tags;
    for (const Person& person : persons_) {
      if (person.mentions == 0) continue;
      Tag tag;
      tag.kind = EntityKind::person;
      tag.name = person.name;
      tag.key = key_of(person);
      tag.mentions = person.mentions;
      tag.surfaces = person.surfaces;
      tag.written = written_name(person);
      tag.known = person.known != nullptr;
      if (tag.known) tag.aliases = person.known->aliases;
      merge(tags, std::move(tag));
    }
    return tags;
  }

  // The longest form of the article, unless it is but a surname ("Rusk", "De Gaulle", "Couve de
  // Murville").
  std::string written_name(const Person& person) const {
    const auto words_of = [](const std::string& text) {
      return std::count(text.begin(), text.end(), ' ');
    };
    std::string longest;
    for (const std::string& surface : person.surfaces) {
      if (longest.empty() || words_of(surface) > words_of(longest)) longest = surface;
    }
    const std::vector<std::string> written = name_words(longest);
    if (written.empty()) return {};
    const WordClasses first = gazetteer_.classes(written.front());
    const bool has_given_name =
        has_class(first, WordClass::given_name) && !has_class(first, WordClass::particle);
    const bool is_shorter =
        person.known != nullptr && written.size() < person.words.size() && !has_given_name;
    const bool is_surname = (written.size() == 1 || is_shorter) &&
                            written.size() <= person.words.size() &&
                            std::equal(written.rbegin(), written.rend(), person.words.rbegin());
    return is_surname ? std::string() : in_name_case(longest);
  }

  static void merge(std::vector<Tag>& tags, Tag tag) {
    for (Tag& other : tags) {
      if (other.key != tag.key) continue;
      other.mentions += tag.mentions;
      for (const std::string& surface : tag.surfaces) add_surface(other.surfaces, surface);
      return;
    }
    if (!tag.key.empty()) tags.push_back(std::move(tag));
  }

  std::vector<TaggedText>& texts_;
  const Gazetteer& gazetteer_;
  const KnownPersons known_persons_;
  std::deque<Person> persons_;  // grows while pointers into it are held
  std::vector<Mention>* mentions_;
  struct Use {
    Bearer bearer;
    const TaggedText* text;
    PersonMention mention;
  };
  std::vector<Use> uses_;  // where mentions are asked for
};

}  // namespace

std::vector<Tag> tag_persons(std::vector<TaggedText>& texts, const std::optional<Date>& date,
                             const Gazetteer& gazetteer, std::vector<Mention>* mentions) {
  return Tagger(texts, date, gazetteer, mentions).tag();
}

}  // namespace chancery
