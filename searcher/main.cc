// SPDX-License-Identifier: GPL-2.0-or-later
/// chancery-searcher: see options.cc for what it takes, search.cc for how it answers, render_*.cc
/// for how that is shown.
#include <iostream>

#include "common/run_main.h"
#include "common/terminal.h"
#include "searcher/batch.h"
#include "searcher/entity_lookup.h"
#include "searcher/index.h"
#include "searcher/options.h"
#include "searcher/render.h"
#include "searcher/search.h"
#include "searcher/whole_answer.h"

namespace {

using namespace chancery;

constexpr int found = 0;
constexpr int nothing = 1;

void say(const std::string& message) {
  std::cerr << "chancery-searcher: " << one_safe_line(message) << '\n';
}

// What the answer is without.
void say_faults(const Index& index) {
  for (const std::string& fault : index.faults()) say(fault + "; the answer is without it");
}

int show_candidates(const SearchOptions& options, Index& index) {
  const std::vector<Candidate> candidates =
      whole_answer(index, [&] { return resolve(index, options.resolve); });
  say_faults(index);
  if (candidates.empty())
    say("nobody and nothing in the index is called '" + options.resolve + "'");
  if (options.style.format == OutputFormat::json) {
    render_json(std::cout, candidates);
  } else {
    render_text(std::cout, candidates, options.style);
  }
  return candidates.empty() ? nothing : found;
}

// For the shells' completions: KEY, NAME and COUNT with tabs between. What is no field has none.
int show_completions(const SearchOptions& options, Index& index) {
  constexpr size_t most = 50;
  const size_t colon = options.complete.find(':');
  const auto field = field_named(options.complete.substr(0, colon));
  if (colon == std::string::npos || !field || date_digits(*field) > 0) return found;
  const auto candidates = whole_answer(
      index, [&] { return completions(index, *field, options.complete.substr(colon + 1), most); });
  for (const Candidate& candidate : candidates) {
    std::cout << one_safe_line(candidate.key) << '\t' << one_safe_line(candidate.name) << '\t'
              << candidate.count << '\n';
  }
  return found;
}

int show_article(const SearchOptions& options, Index& index) {
  const auto view =
      whole_answer(index, [&] { return view_article(options.article, options.request, index); });
  say_faults(index);
  if (!view) {
    say("no article has the id '" + options.article + "'");
    return nothing;
  }
  if (options.style.format == OutputFormat::json) {
    render_json(std::cout, *view);
  } else {
    render_text(std::cout, *view, options.style);
  }
  return found;
}

void show(const SearchOptions& options, const Results& results) {
  if (options.count) {
    std::cout << results.total << '\n';
    return;
  }
  switch (options.style.format) {
    case OutputFormat::text: render_text(std::cout, results, options.style); break;
    case OutputFormat::json: render_json(std::cout, results, options.request.query); break;
    case OutputFormat::jsonl: render_jsonl(std::cout, results); break;
    case OutputFormat::csv: render_csv(std::cout, results); break;
    case OutputFormat::ids:
      for (const Hit& hit : results.hits) std::cout << one_safe_line(hit.article.id) << '\n';
      break;
  }
}

int run(const SearchOptions& options) {
  Index index(options.db, options.servers);
  if (!options.complete.empty()) return show_completions(options, index);
  if (!options.resolve.empty()) return show_candidates(options, index);
  if (!options.article.empty()) return show_article(options, index);
  if (!options.batch.empty()) return answer_batch(options, index);
  const Results results = whole_answer(index, [&] { return search(options.request, index); });
  say_faults(index);
  for (const std::string& note : results.notes) say(note);
  if (!results.suggestion.empty()) say("did you mean: " + results.suggestion + "?");
  show(options, results);
  return results.total > 0 ? found : nothing;
}

}  // namespace

int main(int argc, char** argv) {
  return chancery::run_main("chancery-searcher", [&] {
    const auto options = parse_search_options(argc, argv);
    return options ? run(*options) : found;
  });
}
