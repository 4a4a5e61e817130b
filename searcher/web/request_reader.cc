// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/request_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "common/error.h"
#include "common/utf8.h"
#include "searcher/cursor.h"
#include "searcher/options.h"

namespace chancery::web {
namespace {

constexpr size_t most_hits = 100;
constexpr size_t most_facet_values = 100;
constexpr size_t longest_query = 1000;
// Each stands for up to 200 words: of 18,000 articles, a third of a second.
constexpr size_t most_prefixes = 5;
constexpr size_t most_phrases = 10;
constexpr size_t longest_value = 500;
constexpr size_t longest_snippet = 2000;
constexpr size_t most_parameters = 60;
constexpr std::chrono::seconds longest_search{5};

// Options that take a value, beside the filters; and those that take none.
constexpr std::array<std::string_view, 15> valued = {
    "default-operator", "recency", "from",   "to",          "date",  "sort",     "limit",
    "offset",           "after",   "facets", "facet-limit", "cross", "timeline", "like",
    "snippet-length"};
constexpr std::array<std::string_view, 3> flags = {"collapse", "explain", "all-persons"};

bool contains(const auto& names, const auto& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_filter(std::string_view name) {
  const auto field = field_named(name.starts_with("not-") ? name.substr(4) : name);
  return field && contains(filter_fields, *field);
}

void check_at_most(const std::string& name, size_t value, size_t most) {
  if (value > most) throw UsageError(name + " is at most " + std::to_string(most));
}

size_t count(const std::string& text, char c) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), c));
}

void check_cost(const SearchRequest& request) {
  check_at_most("the number of prefixes* in a query", count(request.query, '*'), most_prefixes);
  check_at_most("the number of phrases in a query", count(request.query, '"') / 2, most_phrases);
  check_at_most("limit", request.limit, most_hits);
  check_at_most("offset", request.offset, deepest_hit);
  check_at_most("facet-limit", request.facet_limit, most_facet_values);
  check_at_most("snippet-length", request.snippet_length, longest_snippet);
  check_at_most("the number of facets", request.facets.size(), all_fields.size());
  if (const auto cursor = parse_cursor(request.after))
    check_at_most("the rank in after", cursor->rank, deepest_hit);
}

}  // namespace

void check_text(const std::string& name, const std::string& text, size_t most) {
  if (text.size() > most)
    throw UsageError(name + " is longer than " + std::to_string(most) + " bytes");
  if (!is_valid_utf8(text)) throw UsageError(name + " is not UTF-8");
  for (const char c : text) {
    if ((c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\x7F')
      throw UsageError(name + " has control characters");
  }
}

// By way of the command line: so the same words mean the same in both, errors included.
SearchRequest read_search_request(const Parameters& parameters) {
  check_at_most("the number of parameters", parameters.pairs().size(), most_parameters);
  std::vector<std::string> arguments = {"chancery-web", "--db=."};
  std::string query;
  for (const auto& [name, value] : parameters.pairs()) {
    check_text(name == "q" ? "the query" : "a value", value,
               name == "q" ? longest_query : longest_value);
    if (name == "q") {
      query = value;
    } else if (contains(valued, name) || is_filter(name)) {
      // Forms send what was left empty, too.
      if (!value.empty()) arguments.push_back("--" + name + "=" + value);
    } else if (contains(flags, name)) {
      if (value == "1" || value == "true") arguments.push_back("--" + name);
    } else {
      throw UsageError("there is no parameter '" + name.substr(0, longest_value) +
                       "'; see /api/openapi.json");
    }
  }
  arguments.emplace_back("--");
  if (!query.empty()) arguments.push_back(query);
  std::vector<const char*> argv;
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  const auto options = parse_search_options(static_cast<int>(argv.size()), argv.data());
  check_cost(options->request);
  SearchRequest request = options->request;
  request.time_limit = longest_search;
  return request;
}

Effort effort_of(const Parameters& parameters) {
  constexpr size_t long_query = 200;
  constexpr size_t many = 2;  // phrases, or words that are near each other
  const std::string query = parameters.get("q");
  const size_t prefixes = count(query, '*');
  size_t near = 0;
  for (size_t at = query.find("NEAR"); at != std::string::npos; at = query.find("NEAR", at + 1))
    ++near;
  const bool large = query.size() > long_query || prefixes > 1 || (prefixes > 0 && near > 0) ||
                     near > many || count(query, '"') / 2 > many ||
                     parameters.get("limit").size() > many || parameters.get("explain") == "1";
  return large ? Effort::large : Effort::small;
}

}  // namespace chancery::web
