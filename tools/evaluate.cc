// SPDX-License-Identifier: GPL-2.0-or-later
/// evaluate: holds the tagger against gold tags and prints precision, recall and F1.
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>

#include "common/error.h"
#include "common/run_main.h"
#include "corpus/read_articles.h"
#include "indexer/gazetteer/load_gazetteer.h"
#include "tools/tag_score.h"

namespace {

using namespace chancery;

constexpr const char* usage =
    R"(evaluate: holds the tags of articles against gold tags.

Usage: evaluate [--errors] GOLD.jsonl[.gz] [ARTICLES...]

GOLD has one article a line: id, and `countries` (codes), `persons` (each a list
of the forms that the text uses) or both. Without ARTICLES its lines hold the
articles too (title, date, text).

  --errors   also print each error: article, too many (+) or missed (-), what,
             and the text around its first mention
)";

void print(const char* name, const PairCount& pairs) {
  if (pairs.hit + pairs.extra + pairs.missed == 0) return;
  std::printf("%-10s  P %.3f  R %.3f  F1 %.3f   gold %zu\n", name, pairs.precision(),
              pairs.recall(), pairs.f1(), pairs.hit + pairs.missed);
}

void print_error(const TagError& error) {
  std::printf("%s\t%c%s\t%s\t%s\n", error.article.c_str(), error.extra ? '+' : '-',
              error.kind.c_str(), error.value.c_str(), error.context.c_str());
}

int evaluate(const std::string& gold_path, std::vector<std::string> inputs, bool errors) {
  const std::map<std::string, GoldTags> gold = read_gold(gold_path);
  if (inputs.empty()) inputs = {gold_path};
  const Gazetteer gazetteer = load_gazetteer({});
  TagScore score(errors ? print_error : std::function<void(const TagError&)>());
  size_t tagged = 0;
  ReadingEvents events;
  events.article = [&](Article&& article) {
    const auto wanted = gold.find(article.id);
    if (wanted == gold.end()) return;
    score.add(article, tag_article(article, gazetteer), wanted->second);
    ++tagged;
  };
  events.reject = [](const Reject& reject) {
    std::cerr << "evaluate: rejected " << to_line(reject) << '\n';
  };
  events.mended = [](const Reject&) {};
  events.skipped = [](const std::string&) {};
  read_articles(inputs, nullptr, events);
  std::printf("%zu articles\n", tagged);
  print("countries", score.countries());
  print("focus", score.focus());
  print("persons", score.persons());
  if (const PairCount& full = score.full_names(); full.hit + full.missed > 0) {
    std::printf("full names  %.3f   gold %zu\n", full.recall(), full.hit + full.missed);
  }
  if (tagged < gold.size())
    std::cerr << "evaluate: no article for " << gold.size() - tagged << " lines of the gold\n";
  return tagged < gold.size() ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  return chancery::run_main("evaluate", [&] {
    std::vector<std::string> paths(argv + 1, argv + argc);
    const bool errors = std::erase(paths, "--errors") > 0;
    if (paths.empty() || paths.front() == "--help" || paths.front() == "-h") {
      std::cout << usage;
      return paths.empty() ? 2 : 0;
    }
    if (paths.front().starts_with('-')) throw UsageError("unknown option '" + paths.front() + "'");
    const std::string gold = paths.front();
    paths.erase(paths.begin());
    return evaluate(gold, std::move(paths), errors);
  });
}
