// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/person_features.h"

#include <algorithm>
#include <array>

namespace chancery {
namespace {

constexpr size_t longest_name = 6;

// One letter for each thing that is known of a word.
std::string kind_of_word(const NameContext& context, size_t at) {
  constexpr std::array<std::pair<WordClass, char>, 9> letters = {
      {{WordClass::given_name, 'g'},
       {WordClass::surname, 's'},
       {WordClass::family_name_first, 'y'},
       {WordClass::common, 'c'},
       {WordClass::function, 'u'},
       {WordClass::organisation, 'o'},
       {WordClass::feature, 'f'},
       {WordClass::suffix, 'x'},
       {WordClass::saying, 'v'}}};
  const Token& token = context.tokens()[at];
  if (!token.capital) return context.ends_name(at) ? "h" : "p";
  std::string kind;
  if (context.is_initial(at)) return "i";
  for (const auto& [word_class, letter] : letters) {
    if (context.is_class(at, word_class)) kind += letter;
  }
  if (token.capitals) kind += 'A';
  const NameMatch* match = context.match_at(at);
  if (match != nullptr && !NameContext::is_person(match)) kind += 'n';
  return kind;
}

// The last `length` bytes, or a few more so as not to cut a character.
std::string ending(const std::string& word, size_t length) {
  size_t from = word.size() <= length ? 0 : word.size() - length;
  while (from > 0 && (word[from] & 0xC0) == 0x80) --from;
  return word.substr(from);
}

bool is_number(const std::string& word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

char letter_of(Gap gap) {
  switch (gap) {
    case Gap::space: return '_';
    case Gap::hyphen: return '-';
    case Gap::point: return '.';
    case Gap::comma: return ',';
    case Gap::other: return '|';
  }
  return '|';
}

class Collector {
 public:
  Collector(const NameContext& context, const WordSpan& run, const WordSpan& name,
            std::vector<Feature>& out)
      : context_(context), tokens_(context.tokens()), run_(run), name_(name), out_(out) {}

  void collect() {
    out_.clear();
    words();
    endings();
    before();
    behind();
    elsewhere();
  }

 private:
  void add(std::string_view slot, std::string value) { out_.push_back({slot, std::move(value)}); }

  // The surroundings say something else of one word than of several.
  void add_around(std::string_view slot, std::string_view slot_of_one, const std::string& value) {
    add(name_.last - name_.first == 1 ? slot_of_one : slot, value);
  }

  // The word itself, but not where it may be a name: whom the learned texts speak of, others do
  // not.
  void add_word(std::string_view slot, size_t at) {
    const WordClasses classes = context_.classes(at);
    const bool may_be_name = has_class(classes, WordClass::given_name) ||
                             has_class(classes, WordClass::surname) ||
                             has_class(classes, WordClass::family_name_first);
    if (!may_be_name) add(slot, tokens_[at].folded);
  }

  // The words of the name by what is known of them.
  void words() {
    const size_t count = name_.last - name_.first;
    add("words", std::to_string(count));
    if (count == 1) {
      const std::string kind = kind_of_word(context_, name_.first);
      add("only", kind);
      for (const char letter : kind) add("only has", std::string(1, letter));
      if (tokens_[name_.first].sentence_start) add("only starts", kind);
      return;
    }
    const std::string first = kind_of_word(context_, name_.first);
    const std::string last = kind_of_word(context_, name_.last - 1);
    add("first", first);
    add("last", last);
    add("ends", first + '/' + last);
    for (const char letter : first) add("first has", std::string(1, letter));
    for (const char letter : last) add("last has", std::string(1, letter));
    for (size_t i = name_.first + 1; i + 1 < name_.last; ++i) {
      const std::string middle = kind_of_word(context_, i);
      add("middle", middle);
      for (const char letter : middle) add("middle has", std::string(1, letter));
    }
    if (tokens_[name_.first].sentence_start) add("sentence starts", first);
    for (size_t i = name_.first; i + 1 < name_.last; ++i) {
      if (tokens_[i].after == Gap::hyphen) add("hyphen", i == name_.first ? "first" : "later");
    }
  }

  void endings() {
    const std::string& first = tokens_[name_.first].folded;
    const std::string& last = tokens_[name_.last - 1].folded;
    if (name_.last - name_.first == 1) {
      add("only ends", ending(first, 2));
      add("only ends", ending(first, 3));
      add_word("only is", name_.first);
      return;
    }
    add("first ends", ending(first, 2));
    add("last ends", ending(last, 2));
    add("last ends", ending(last, 3));
    add_word("last is", name_.last - 1);
    add_word("first is", name_.first);
  }

  void before() {
    const std::string* title = context_.title_before(name_.first);
    add_around("title", "1 title", title != nullptr ? *title : "none");
    if (name_.first > run_.first) {
      add_around("run before", "1 run before", kind_of_word(context_, name_.first - 1));
      add_around("run before is", "1 run before is", tokens_[name_.first - 1].folded);
    } else if (name_.first == 0 || tokens_[name_.first].sentence_start) {
      add_around("before", "1 before", "start");
    } else {
      const Token& token = tokens_[name_.first - 1];
      add_around("before", "1 before", std::string(1, letter_of(token.after)) + token.folded);
      if (context_.names_country(name_.first - 1))
        add_around("before", "1 before", token.genitive ? "country's" : "country");
      if (title == nullptr && name_.first > 1) {
        add_around("two before", "1 two before", tokens_[name_.first - 2].folded);
      }
    }
  }

  void behind() {
    const size_t next = name_.last;
    if (next < run_.last) {
      add_around("run behind", "1 run behind", kind_of_word(context_, next));
      add_around("run behind is", "1 run behind is", tokens_[next].folded);
      return;
    }
    const char gap = letter_of(tokens_[next - 1].after);
    if (tokens_[next - 1].genitive) add_around("behind", "1 behind", "'s");
    if (next >= tokens_.size()) return;
    const std::string& word = tokens_[next].folded;
    add_around(
        "behind", "1 behind",
        std::string(1, gap) +
            (is_number(word) ? "#" + std::to_string(std::min<size_t>(word.size(), 4)) : word));
    if (has_class(tokens_[next].known->classes, WordClass::saying))
      add_around("behind says", "1 behind says", std::string(1, gap));
    if (context_.names_country(next))
      add_around("behind country", "1 behind country", std::string(1, gap));
    if (context_.title_at(next) != nullptr)
      add_around("behind title", "1 behind title", std::string(1, gap));
    if (next + 1 < tokens_.size() && gap != '|') {
      add_around("two behind", "1 two behind",
                 std::string(1, letter_of(tokens_[next].after)) + tokens_[next + 1].folded);
    }
  }

  // What the same text does with the words in other places.
  void elsewhere() {
    const NameContext::Use& first = context_.use(tokens_[name_.first].folded);
    const NameContext::Use& last = context_.use(tokens_[name_.last - 1].folded);
    if (name_.last - name_.first == 1) {
      if (first.small) add("small", "only");
      if (first.courtesy) add("courtesy", "only");
      add("again", first.capital > 2   ? "only thrice"
                   : first.capital > 1 ? "only twice"
                                       : "only once");
      return;
    }
    if (first.small) add("small", "first");
    if (last.small) add("small", "last");
    if (last.courtesy) add("courtesy", "last");
    if (last.capital > first.capital) add("again", "last more than first");
    if (last.capital < first.capital) add("again", "first more than last");
  }

  const NameContext& context_;
  const std::vector<Token>& tokens_;
  const WordSpan& run_;
  const WordSpan& name_;
  std::vector<Feature>& out_;
};

// "The", "But", "Given": begins a sentence, no name.
bool is_only_function_word(const NameContext& context, size_t at) {
  return context.tokens()[at].capital && context.is_class(at, WordClass::function) &&
         !context.is_class(at, WordClass::given_name) &&
         !context.is_class(at, WordClass::family_name_first);
}

}  // namespace

std::vector<WordSpan> candidate_full_names(const NameContext& context, const WordSpan& run) {
  std::vector<WordSpan> names;
  for (size_t first = run.first; first + 1 < run.last; ++first) {
    if (!context.tokens()[first].capital &&
        !(first == run.first && context.title_before(first) != nullptr))
      continue;
    if (is_only_function_word(context, first)) continue;
    for (size_t last = first + 2; last <= std::min(run.last, first + longest_name); ++last) {
      if (!context.ends_name(last - 1) || context.is_class(last - 1, WordClass::suffix)) continue;
      names.push_back({first, last});
    }
  }
  return names;
}

std::vector<WordSpan> candidate_single_names(const NameContext& context, const WordSpan& run) {
  std::vector<WordSpan> names;
  for (size_t at = run.first; at < run.last; ++at) {
    if (context.tokens()[at].capital && !context.is_initial(at) &&
        !context.is_class(at, WordClass::suffix) && !is_only_function_word(context, at)) {
      names.push_back({at, at + 1});
    }
  }
  return names;
}

void collect_features(const NameContext& context, const WordSpan& run, const WordSpan& name,
                      std::vector<Feature>& out) {
  Collector(context, run, name, out).collect();
}

}  // namespace chancery
