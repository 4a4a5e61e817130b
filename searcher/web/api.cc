// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/api.h"

#include <sstream>

#include "common/error.h"
#include "searcher/entity_lookup.h"
#include "searcher/render.h"
#include "searcher/search.h"
#include "searcher/web/render_rss.h"
#include "searcher/web/request_reader.h"

namespace chancery::web {
namespace {

constexpr std::string_view json_type = "application/json; charset=utf-8";
constexpr std::string_view article_path = "/api/article/";
constexpr size_t longest_name = 200;

Answer json(const std::string& body) {
  Answer answer;
  answer.type = json_type;
  answer.body = body;
  return answer;
}

Answer search_answer(const Question& question, const Index& index) {
  const std::string format = question.parameters.get("format");
  const Parameters asked = question.parameters.without("format");
  SearchRequest request = read_search_request(asked);
  std::ostringstream out;
  Answer answer;
  if (format.empty() || format == "json") {
    render_json(out, search(request, index), request.query);
    return json(out.str());
  }
  if (format == "csv") {
    answer.type = "text/csv; charset=utf-8";
    render_csv(out, search(request, index));
  } else if (format == "rss") {
    answer.type = "application/rss+xml; charset=utf-8";
    // An alert is about what is new.
    if (!request.sort) request.sort = Sort::newest;
    render_rss(out, search(request, index), "http://" + question.host, asked.to_query());
  } else {
    throw UsageError("format is json, csv or rss");
  }
  answer.body = out.str();
  return answer;
}

Answer article_answer(const Question& question, const Index& index) {
  const std::string id = question.path.substr(article_path.size());
  check_text("the id", id, longest_id);
  const auto view = view_article(id, read_search_request(question.parameters), index);
  if (!view) return api_error(404, "no article has that id");
  std::ostringstream out;
  render_json(out, *view);
  return json(out.str());
}

std::string name_in(const Question& question, const std::string& parameter) {
  std::string name = question.parameters.get(parameter);
  check_text(parameter, name, longest_name);
  if (name.empty()) throw UsageError("the parameter " + parameter + " is missing");
  return name;
}

Answer candidates_answer(const std::vector<Candidate>& candidates) {
  std::ostringstream out;
  render_json(out, candidates);
  return json(out.str());
}

// Of one field, or of those that people search by.
Answer completions_answer(const Question& question, const Index& index) {
  constexpr size_t most_of_one = 10;
  constexpr size_t most_of_each = 4;
  constexpr size_t shortest_prefix = 2;
  const std::string prefix = name_in(question, "prefix");
  const std::string name = question.parameters.get("field");
  if (prefix.size() < shortest_prefix) return candidates_answer({});
  if (!name.empty()) {
    const auto field = field_named(name);
    if (!field || date_digits(*field) > 0)
      throw UsageError(
          "field is person, country, organisation, place, source, language or subject");
    return candidates_answer(completions(index, *field, prefix, most_of_one));
  }
  std::vector<Candidate> all;
  for (const Field field :
       {Field::person, Field::country, Field::organisation, Field::place, Field::source}) {
    for (Candidate& candidate : completions(index, field, prefix, most_of_each))
      all.push_back(std::move(candidate));
  }
  return candidates_answer(all);
}

}  // namespace

Answer answer_api(const Question& question, const Index& index) {
  const std::string& path = question.path;
  if (path == "/api/search") return search_answer(question, index);
  if (path == "/api/facets") {
    Question counted = question;
    counted.parameters = question.parameters.replaced("limit", "0");
    return search_answer(counted, index);
  }
  if (path.starts_with(article_path)) return article_answer(question, index);
  if (path == "/api/resolve") return candidates_answer(resolve(index, name_in(question, "name")));
  if (path == "/api/complete") return completions_answer(question, index);
  if (path == "/api/health") {
    return json("{\"status\": \"ok\", \"articles\": " +
                std::to_string(index.database().get_doccount()) + "}\n");
  }
  return api_error(404, "there is no such path; see /api/openapi.json");
}

Answer api_error(int status, const std::string& message) {
  std::ostringstream out;
  render_json_error(out, message, "");
  Answer answer = json(out.str());
  answer.status = status;
  return answer;
}

}  // namespace chancery::web
