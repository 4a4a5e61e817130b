// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/tag_score.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/words.h"
#include "corpus/compressed_input.h"

namespace chancery {
namespace {

using Json = nlohmann::json;
using Forms = std::vector<std::string>;

GoldTags gold_of(const Json& line) {
  GoldTags gold;
  if (line.contains("countries")) gold.countries = line["countries"].get<std::set<std::string>>();
  if (line.contains("persons")) gold.persons = line["persons"].get<std::vector<Forms>>();
  if (line.contains("ignore_countries")) {
    gold.ignored_countries = line["ignore_countries"].get<std::set<std::string>>();
  }
  return gold;
}

std::string id_of(const Json& line) {
  return line.at("id").is_string() ? line["id"].get<std::string>() : line["id"].dump();
}

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  for (const Word& word : split_words(name)) words.push_back(fold_word(text_of(name, word)));
  while (words.size() > 1 &&
         std::set<std::string>{"jr", "sr", "ii", "iii", "iv"}.contains(words.back())) {
    words.pop_back();
  }
  return words;
}

// The words of the longest form: most words, then most letters.
std::vector<std::string> longest(const Forms& forms) {
  std::vector<std::string> best;
  const auto size = [](const std::vector<std::string>& words) {
    size_t letters = 0;
    for (const std::string& word : words) letters += word.size();
    return std::pair(words.size(), letters);
  };
  for (const std::string& form : forms) {
    if (std::vector<std::string> words = words_of(form); size(words) > size(best))
      best = std::move(words);
  }
  return best;
}

Forms forms_of(const Tag& tag) {
  Forms forms = {tag.written.empty() ? tag.name : tag.written};
  forms.insert(forms.end(), tag.surfaces.begin(), tag.surfaces.end());
  return forms;
}

std::string around(const std::string& text, size_t at, size_t length) {
  constexpr size_t reach = 90;
  size_t begin = at > reach ? text.find(' ', at - reach) : 0;
  if (begin == std::string::npos || begin > at) begin = at;
  const size_t end =
      std::min(text.find(' ', std::min(text.size(), at + length + reach)), text.size());
  std::string context = text.substr(begin, end - begin);
  std::replace(context.begin(), context.end(), '\n', ' ');
  return context;
}

std::string context_of(const Article& article, const Forms& forms) {
  for (const std::string* text : {&article.text, &article.title, &article.dateline}) {
    for (const std::string& form : forms) {
      if (const size_t at = text->find(form); at != std::string::npos)
        return around(*text, at, form.size());
    }
  }
  return {};
}

void count(PairCount& pairs, const std::set<std::string>& wanted,
           const std::set<std::string>& got) {
  for (const std::string& value : got) ++(wanted.contains(value) ? pairs.hit : pairs.extra);
  for (const std::string& value : wanted) pairs.missed += got.contains(value) ? 0 : 1;
}

double share(size_t part, size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::map<std::string, GoldTags> read_gold(const std::string& path) {
  std::map<std::string, GoldTags> gold;
  const auto fail = [](const std::string& place, const std::string& why) {
    throw Error(place + ": " + why);
  };
  const auto read = [&](ByteSource& source) {
    std::string line;
    for (size_t number = 1; source.read_line(line, largest_item) == ByteSource::Line::read;
         ++number) {
      try {
        const Json json = Json::parse(line);
        gold[id_of(json)] = gold_of(json);
      } catch (const Json::exception& error) {
        fail(source.name() + ", line " + std::to_string(number), error.what());
      }
    }
  };
  try {
    open_path(path, read, fail);
  } catch (const ArticleError& error) {
    fail(path, error.what());
  }
  return gold;
}

double PairCount::precision() const { return share(hit, hit + extra); }
double PairCount::recall() const { return share(hit, hit + missed); }
double PairCount::f1() const { return share(2 * hit, 2 * hit + extra + missed); }

void TagScore::add(const Article& article, const Tags& tags, const GoldTags& gold) {
  if (gold.countries) add_countries(article, tags, gold);
  if (gold.persons) add_persons(article, tags, gold);
}

void TagScore::add_countries(const Article& article, const Tags& tags, const GoldTags& gold) {
  std::set<std::string> wanted, got, focus;
  std::map<std::string, Forms> forms;
  for (const std::string& code : *gold.countries) {
    if (!gold.ignored_countries.contains(code)) wanted.insert(code);
  }
  for (const Tag& tag : tags.countries) {
    if (gold.ignored_countries.contains(tag.key)) continue;
    got.insert(tag.key);
    if (tag.focus) focus.insert(tag.key);
    forms[tag.key] = tag.surfaces;
  }
  count(countries_, wanted, got);
  count(focus_, wanted, focus);
  for (const std::string& code : got) {
    if (!wanted.contains(code)) report(article, "country", true, code, forms[code]);
  }
  for (const std::string& code : wanted) {
    if (!got.contains(code)) report(article, "country", false, code, {});
  }
}

void TagScore::add_persons(const Article& article, const Tags& tags, const GoldTags& gold) {
  std::map<std::string, Forms> wanted, got;
  std::set<std::pair<std::string, std::string>> full;
  for (const Tag& tag : tags.persons) {
    const std::vector<std::string> words = longest(forms_of(tag));
    if (words.empty()) continue;
    got[words.back()] = tag.surfaces;
    if (words.size() > 1) full.emplace(words.front(), words.back());
  }
  for (const Forms& forms : *gold.persons) {
    const std::vector<std::string> words = longest(forms);
    if (words.empty()) continue;
    wanted[words.back()] = forms;
    if (words.size() == 1) continue;
    const bool found = full.contains({words.front(), words.back()});
    ++(found ? full_names_.hit : full_names_.missed);
    if (!found) report(article, "full name", false, words.front() + " " + words.back(), forms);
  }
  for (const auto& [surname, forms] : got) {
    ++(wanted.contains(surname) ? persons_.hit : persons_.extra);
    if (!wanted.contains(surname)) report(article, "person", true, surname, forms);
  }
  for (const auto& [surname, forms] : wanted) {
    if (got.contains(surname)) continue;
    ++persons_.missed;
    report(article, "person", false, surname, forms);
  }
}

void TagScore::report(const Article& article, const char* kind, bool extra,
                      const std::string& value, const std::vector<std::string>& forms) const {
  if (on_error_) on_error_({article.id, kind, extra, value, context_of(article, forms)});
}

}  // namespace chancery
