// SPDX-License-Identifier: GPL-2.0-or-later
/// Makes archives of any size to measure on: JSON Lines on stdout, the same for the same arguments.
/// usage: generate_articles COUNT SEED SAMPLE...   (SAMPLE: articles to learn the words from,
/// corpus/sample)
///
/// Words follow one another as they do in the sample three times of four; else an earlier word of
/// the article comes again, or one is drawn by Zipf's law, the sample's words first and made-up
/// ones behind them. Beyond the first 8,000 ranks the law is steeper, as it is in large archives:
/// so the vocabulary grows as theirs does, to some 50,000 words in 20,000 articles. Persons,
/// countries and cities are the gazetteer's, some much more often than others, and persons only in
/// their years; one person of four is made up of a given name and a surname, and recurs. Dates run
/// through the thirty years 1990 to 2019. An article has about 2.5 kB.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/date.h"
#include "common/words.h"
#include "corpus/read_articles.h"
#include "indexer/gazetteer/built_in_gazetteer.h"
#include "indexer/gazetteer/gazetteer_table.h"

namespace chancery {
namespace {

constexpr size_t common_words = 8'000;
constexpr size_t article_bytes = 2'400;
constexpr int first_year = 1990;
constexpr int years = 30;

// Uniform numbers by hand: what std's distributions give differs between libraries.
class Dice {
 public:
  explicit Dice(uint64_t seed) : engine_(seed) {}
  double part() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  size_t below(size_t end) { return static_cast<size_t>(part() * static_cast<double>(end)); }
  bool in(double share) { return part() < share; }
  // Zipf's law with exponent 1: the logarithm of the rank is uniform.
  size_t rank(size_t end) {
    return std::min(
        end - 1,
        static_cast<size_t>(std::exp(part() * std::log(static_cast<double>(end) + 1))) - 1);
  }
  // The same with exponent 2 from common_words on.
  size_t rank_of_word() {
    const double share_of_rare = 1 / (1 + std::log(static_cast<double>(common_words)));
    if (!in(share_of_rare)) return rank(common_words);
    constexpr double rarest = 1e-6;
    return static_cast<size_t>(static_cast<double>(common_words) / std::max(part(), rarest));
  }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[below(all.size())];
  }
  template <class T>
  const T& zipf_of(const std::vector<T>& all) {
    return all[rank(all.size())];
  }

 private:
  std::mt19937_64 engine_;
};

// The sample's words in their order, and by how often they stand there.
class WordModel {
 public:
  void learn(const std::string& text) {
    for (const Word& word : split_words(text)) {
      std::string form(text_of(text, word));
      const bool starts = stream_.empty() || word.begin < 2 || text[word.begin - 2] == '.';
      if (starts && !form.empty() && form[0] >= 'A' && form[0] <= 'Z')
        form[0] = static_cast<char>(form[0] + ('a' - 'A'));
      stream_.push_back(std::move(form));
    }
  }
  void finish() {
    std::map<std::string, size_t> counts;
    for (size_t i = 0; i + 1 < stream_.size(); ++i) {
      ++counts[stream_[i]];
      followers_[stream_[i]].push_back(i + 1);
    }
    std::vector<std::pair<size_t, std::string>> sorted;
    for (const auto& [word, count] : counts) sorted.emplace_back(count, word);
    std::sort(sorted.rbegin(), sorted.rend());
    for (auto& [count, word] : sorted) by_rank_.push_back(std::move(word));
  }
  std::string next(const std::string& before, Dice& dice) const {
    const auto found = followers_.find(before);
    if (found != followers_.end() && dice.in(0.75)) return stream_[dice.of(found->second)];
    const size_t rank = dice.rank_of_word();
    return rank < by_rank_.size() ? by_rank_[rank] : made_up(rank);
  }

 private:
  // A word that can be said, another for each rank.
  static std::string made_up(size_t rank) {
    static constexpr const char* onsets[] = {"b", "d", "f", "g", "k", "l", "m",  "n",
                                             "p", "r", "s", "t", "v", "z", "st", "br"};
    static constexpr const char* rhymes[] = {"a", "e", "i", "o", "u", "an", "en", "or"};
    std::string word;
    for (size_t rest = rank; rest > 0; rest /= 128)
      word += std::string(onsets[rest % 16]) + rhymes[rest / 16 % 8];
    return word;
  }

  std::vector<std::string> stream_;
  std::unordered_map<std::string, std::vector<size_t>> followers_;
  std::vector<std::string> by_rank_;
};

struct Person {
  std::string name;
  std::vector<YearSpan> years;
};

struct Country {
  std::string name;
  std::string adjective;
  std::string capital;
};

// The names of the gazetteer's tables, in an order that the seed decides: the first are the most
// frequent.
class Names {
 public:
  explicit Names(Dice& dice) {
    for (const BuiltInTable& built_in : built_in_tables()) {
      const GazetteerTable table = parse_gazetteer_table(std::string(built_in.file), built_in.text);
      for (const GazetteerRow& row : table.rows) add(table, row.fields);
    }
    shuffle(persons_, dice);
    shuffle(countries_, dice);
    shuffle(given_, dice);
    shuffle(surnames_, dice);
  }
  std::string person(int year, Dice& dice) const {
    if (dice.in(0.25)) {
      const size_t one = dice.rank(200'000);  // the same number is the same person
      return given_[one * 7919 % given_.size()] + ' ' + surnames_[one % surnames_.size()];
    }
    for (int tries = 0; tries < 30; ++tries) {
      const Person& person = dice.zipf_of(persons_);
      const auto is_then = [year](const YearSpan& span) { return span.contains(year); };
      if (std::any_of(person.years.begin(), person.years.end(), is_then)) return person.name;
    }
    return persons_.front().name;
  }
  const Country& country(Dice& dice) const { return dice.zipf_of(countries_); }

 private:
  void add(const GazetteerTable& table, const std::vector<std::string>& fields) {
    const auto field = [&](const char* column) -> std::string {
      const auto at = std::find(table.columns.begin(), table.columns.end(), column);
      return at == table.columns.end() ? ""
                                       : fields[static_cast<size_t>(at - table.columns.begin())];
    };
    if (table.file.find("persons-") != std::string::npos && !field("years").empty()) {
      persons_.push_back({field("name"), parse_year_spans(field("years"))});
    } else if (table.file.find("countries") != std::string::npos && field("years").empty() &&
               !field("capitals").empty()) {
      countries_.push_back({field("name"),
                            split_list(field("adjectives")).empty()
                                ? field("name")
                                : split_list(field("adjectives")).front(),
                            split_list(field("capitals")).front()});
    } else if (table.file.find("given_names") != std::string::npos) {
      given_.push_back(field("name"));
    } else if (table.file.find("surnames") != std::string::npos) {
      surnames_.push_back(field("surname"));
    }
  }
  template <class T>
  static void shuffle(std::vector<T>& all, Dice& dice) {
    for (size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[dice.below(i)]);
  }

  std::vector<Person> persons_;
  std::vector<Country> countries_;
  std::vector<std::string> given_;
  std::vector<std::string> surnames_;
};

class Writer {
 public:
  Writer(const WordModel& words, const Names& names, Dice& dice)
      : words_(words), names_(names), dice_(dice) {}

  void write(size_t number, size_t count) {
    static const std::vector<std::string> sources = {
        "Meridian News Agency", "Andean Wire", "Baltic Courier", "Levant Daily", "Harbour Gazette"};
    const double at = static_cast<double>(number) / static_cast<double>(count) * years;
    const int year = first_year + static_cast<int>(at);
    const int month = 1 + static_cast<int>((at - std::floor(at)) * 12);
    const int day =
        1 + static_cast<int>(dice_.below(static_cast<size_t>(days_in_month(year, month))));
    cast_.clear();
    for (size_t i = 2 + dice_.below(4); i > 0; --i) cast_.push_back(names_.person(year, dice_));
    scene_.clear();
    for (size_t i = 1 + dice_.below(4); i > 0; --i) scene_.push_back(&names_.country(dice_));
    introduced_.assign(cast_.size(), false);
    said_.clear();
    const std::string title = sentence(7 + dice_.below(5));
    std::string text = scene_.front()->capital + ", " + sentence(25);
    for (size_t paragraph = 1; text.size() < article_bytes; ++paragraph) {
      text += (paragraph % 3 == 0 ? ".\\n" : ". ") + sentence(8 + dice_.below(25));
    }
    std::printf(R"({"id":"g%zu","title":"%s","date":"%s","source":"%s","text":"%s."})"
                "\n",
                number, title.c_str(), to_iso({year, month, day}).c_str(),
                dice_.zipf_of(sources).c_str(), text.c_str());
  }

 private:
  std::string sentence(size_t length) {
    std::string said;
    std::string word = "the";
    for (size_t i = 0; i < length; ++i) {
      if (!said.empty()) said += dice_.in(0.06) ? ", " : " ";
      if (dice_.in(0.025)) {
        said += person();
      } else if (dice_.in(0.04)) {
        const Country& country = *dice_.of(scene_);
        said += dice_.in(0.4) ? country.adjective : dice_.in(0.7) ? country.name : country.capital;
      } else {
        word = !said_.empty() && dice_.in(0.12) ? dice_.of(said_) : words_.next(word, dice_);
        said_.push_back(word);
        said += word;
      }
    }
    if (said[0] >= 'a' && said[0] <= 'z') said[0] = static_cast<char>(said[0] - ('a' - 'A'));
    return said;
  }
  // In full with a title at first, then by the surname.
  std::string person() {
    static const std::vector<std::string> titles = {"President ",  "Foreign Minister ", "Mr ",
                                                    "Ambassador ", "General ",          ""};
    const size_t who = dice_.below(cast_.size());
    const std::string& name = cast_[who];
    if (introduced_[who]) return name.substr(name.rfind(' ') + 1);
    introduced_[who] = true;
    return dice_.of(titles) + name;
  }

  const WordModel& words_;
  const Names& names_;
  Dice& dice_;
  std::vector<std::string> cast_;
  std::vector<const Country*> scene_;
  std::vector<bool> introduced_;
  std::vector<std::string> said_;  // the article's words so far
};

}  // namespace
}  // namespace chancery

int main(int argc, char** argv) {
  using namespace chancery;
  if (argc < 4) {
    std::cerr << "usage: generate_articles COUNT SEED SAMPLE...\n";
    return 2;
  }
  const size_t count = std::stoul(argv[1]);
  Dice dice(std::stoul(argv[2]));
  WordModel words;
  ReadingEvents events;
  events.article = [&words](Article&& article) { words.learn(article.text); };
  events.reject = [](const Reject& reject) { std::cerr << to_line(reject) << '\n'; };
  events.mended = [](const Reject&) {};
  events.skipped = [](const std::string&) {};
  read_articles({argv + 3, argv + argc}, nullptr, events);
  words.finish();
  const Names names(dice);
  Writer writer(words, names, dice);
  for (size_t number = 0; number < count; ++number) writer.write(number, count);
}
