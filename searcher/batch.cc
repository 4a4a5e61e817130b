// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/batch.h"

#include <fstream>
#include <iostream>

#include "common/error.h"
#include "common/terminal.h"
#include "common/utf8.h"
#include "searcher/render.h"
#include "searcher/search.h"
#include "searcher/whole_answer.h"

namespace chancery {
namespace {

void show(const SearchOptions& options, const Results& results) {
  if (options.count) {
    std::cout << results.total << '\n';
    return;
  }
  const std::string& query = options.request.query;
  switch (options.style.format) {
    case OutputFormat::json:
    case OutputFormat::jsonl: render_json_line(std::cout, results, query); break;
    case OutputFormat::ids:
      for (const Hit& hit : results.hits)
        std::cout << (&hit == &results.hits.front() ? "" : "\t") << one_safe_line(hit.article.id);
      std::cout << '\n';
      break;
    case OutputFormat::text:
      std::cout << "== " << one_safe_line(query) << '\n';
      render_text(std::cout, results, options.style);
      std::cout << '\n';
      break;
    case OutputFormat::csv: break;  // refused by the options
  }
}

void show_error(const SearchOptions& options, const std::string& message) {
  const OutputFormat format = options.style.format;
  if (!options.count && (format == OutputFormat::json || format == OutputFormat::jsonl)) {
    render_json_error(std::cout, message, options.request.query);
  } else {
    std::cout << '\n';
  }
}

}  // namespace

int answer_batch(const SearchOptions& options, Index& index) {
  std::ifstream file;
  if (options.batch != "-") {
    file.open(options.batch);
    if (!file) throw Error("cannot read the queries in '" + options.batch + "'");
  }
  std::istream& in = options.batch == "-" ? std::cin : file;
  SearchOptions one = options;
  bool any_hit = false;
  bool any_wrong = false;
  size_t line = 0;
  size_t faults = 0;  // that were told
  for (std::string query; std::getline(in, query);) {
    ++line;
    if (query.ends_with('\r')) query.pop_back();
    one.request.query = repair_utf8(query);
    try {
      const Results results = whole_answer(index, [&] { return search(one.request, index); });
      for (; faults < index.faults().size(); ++faults) {
        std::cerr << "chancery-searcher: line " << line << ": "
                  << one_safe_line(index.faults()[faults])
                  << "; answers from here on are without it\n";
      }
      any_hit = any_hit || results.total > 0;
      show(one, results);
    } catch (const UsageError& error) {
      any_wrong = true;
      std::cerr << "chancery-searcher: line " << line << ": " << one_safe_line(error.what())
                << '\n';
      show_error(one, error.what());
    }
    if (!std::cout) throw Error("cannot write to stdout");
  }
  return any_wrong ? 2 : any_hit ? 0 : 1;
}

}  // namespace chancery
