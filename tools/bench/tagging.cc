// SPDX-License-Identifier: GPL-2.0-or-later
/// How fast one core tags articles, beside the other steps on their way into the index.
/// usage: bench_tagging [--benchmark_...] INPUT...   (a few MB of articles in any format)
#include <benchmark/benchmark.h>

#include <iostream>
#include <vector>

#include "common/words.h"
#include "corpus/read_articles.h"
#include "indexer/document_builder.h"
#include "indexer/gazetteer/load_gazetteer.h"
#include "indexer/tagging/tagger.h"

namespace chancery {
namespace {

std::vector<Article> articles;
const Gazetteer& gazetteer() {
  static const Gazetteer loaded = load_gazetteer({});
  return loaded;
}

// Runs `step` over all articles; articles and bytes of text are what is counted.
template <class Step>
void over_all(benchmark::State& state, const Step& step) {
  int64_t bytes = 0;
  for (const Article& article : articles)
    bytes += static_cast<int64_t>(article.title.size() + article.text.size());
  for ([[maybe_unused]] auto round : state) {
    for (const Article& article : articles) step(article);
  }
  const auto count = static_cast<int64_t>(articles.size());
  state.SetItemsProcessed(count * static_cast<int64_t>(state.iterations()));
  state.SetBytesProcessed(bytes * static_cast<int64_t>(state.iterations()));
}

void split(benchmark::State& state) {
  over_all(state,
           [](const Article& article) { benchmark::DoNotOptimize(split_words(article.text)); });
}

void tag(benchmark::State& state) {
  gazetteer();
  over_all(state, [](const Article& article) {
    benchmark::DoNotOptimize(tag_article(article, gazetteer()));
  });
}

void build_documents(benchmark::State& state) {
  DocumentBuilder builder;
  over_all(state, [&builder](const Article& article) {
    benchmark::DoNotOptimize(builder.build(article, {}));
  });
}

// Documents into an index in memory: the share of Xapian's own trees, without the disk.
void build_and_add(benchmark::State& state) {
  DocumentBuilder builder;
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  over_all(state, [&](const Article& article) {
    database.add_document(builder.build(article, {}).document);
  });
}

BENCHMARK(split)->Unit(benchmark::kMillisecond);
BENCHMARK(tag)->Unit(benchmark::kMillisecond);
BENCHMARK(build_documents)->Unit(benchmark::kMillisecond);
BENCHMARK(build_and_add)->Unit(benchmark::kMillisecond)->Iterations(3);

}  // namespace
}  // namespace chancery

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  chancery::ReadingEvents events;
  events.article = [](chancery::Article&& article) {
    chancery::articles.push_back(std::move(article));
  };
  events.reject = [](const chancery::Reject& reject) { std::cerr << to_line(reject) << '\n'; };
  events.mended = [](const chancery::Reject&) {};
  events.skipped = [](const std::string&) {};
  chancery::read_articles({argv + 1, argv + argc}, nullptr, events);
  if (chancery::articles.empty()) {
    std::cerr << "usage: bench_tagging [--benchmark_...] INPUT...\n";
    return 2;
  }
  benchmark::RunSpecifiedBenchmarks();
}
