// SPDX-License-Identifier: GPL-2.0-or-later
/// evaluate_ranking: runs judged queries and prints MAP and nDCG@10.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>

#include "common/error.h"
#include "common/run_main.h"
#include "searcher/index.h"
#include "searcher/search.h"

namespace {

using namespace chancery;

constexpr const char* usage =
    R"(evaluate_ranking: how well an index answers judged queries.

Usage: evaluate_ranking DB QUERIES.tsv QRELS [--each]

QUERIES has "number TAB query" a line, QRELS "number 0 article grade" (TREC).
Asked with the searcher's defaults, a thousand hits each. --each prints the
average precision of each query.
)";

using Judgements = std::map<std::string, std::map<std::string, int>>;  // by query, by article

Judgements read_judgements(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw Error("cannot read '" + path + "'");
  Judgements judgements;
  std::string query, zero, article;
  int grade = 0;
  while (in >> query >> zero >> article >> grade) {
    if (grade > 0) judgements[query][article] = grade;
  }
  return judgements;
}

std::map<std::string, std::string> read_queries(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw Error("cannot read '" + path + "'");
  std::map<std::string, std::string> queries;
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    if (tab != std::string::npos) queries[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return queries;
}

struct Score {
  double average_precision = 0;
  double ndcg = 0;
};

Score score(const std::vector<Hit>& hits, const std::map<std::string, int>& wanted) {
  constexpr size_t depth = 10;
  Score score;
  double found = 0, gain = 0, ideal = 0;
  for (size_t i = 0; i < hits.size(); ++i) {
    const auto judged = wanted.find(hits[i].article.id);
    if (judged == wanted.end()) continue;
    score.average_precision += ++found / static_cast<double>(i + 1);
    if (i < depth) gain += judged->second / std::log2(static_cast<double>(i) + 2);
  }
  std::vector<int> grades;
  for (const auto& [article, grade] : wanted) grades.push_back(grade);
  std::sort(grades.rbegin(), grades.rend());
  for (size_t i = 0; i < grades.size() && i < depth; ++i)
    ideal += grades[i] / std::log2(static_cast<double>(i) + 2);
  score.average_precision /= static_cast<double>(wanted.size());
  score.ndcg = gain / ideal;
  return score;
}

int evaluate(const std::string& db, const std::string& queries_path,
             const std::string& judgements_path, bool each) {
  const Index index(db);
  const auto queries = read_queries(queries_path);
  const Judgements judgements = read_judgements(judgements_path);
  if (judgements.empty())
    throw Error("'" + judgements_path + "' has no judgement of a grade above 0");
  double map = 0, ndcg = 0;
  for (const auto& [number, wanted] : judgements) {
    SearchRequest request;
    request.limit = 1000;
    if (const auto query = queries.find(number); query != queries.end())
      request.query = query->second;
    const Score got = request.query.empty() ? Score() : score(search(request, index).hits, wanted);
    map += got.average_precision;
    ndcg += got.ndcg;
    if (each)
      std::printf("%s\t%.4f\t%s\n", number.c_str(), got.average_precision, request.query.c_str());
  }
  const auto count = static_cast<double>(judgements.size());
  std::printf("%zu queries  MAP %.4f  nDCG@10 %.4f\n", judgements.size(), map / count,
              ndcg / count);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return chancery::run_main("evaluate_ranking", [&] {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    const bool each = std::erase(arguments, "--each") > 0;
    if (arguments.size() != 3) {
      std::cout << usage;
      return 2;
    }
    return evaluate(arguments[0], arguments[1], arguments[2], each);
  });
}
