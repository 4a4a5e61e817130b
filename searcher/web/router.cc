// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/router.h"

#include <algorithm>

#include "common/error.h"
#include "searcher/deadline.h"
#include "searcher/web/api.h"
#include "searcher/web/article_page.h"
#include "searcher/web/embedded.h"
#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"
#include "searcher/web/request_reader.h"
#include "searcher/web/search_form.h"
#include "searcher/web/search_page.h"

namespace chancery::web {
namespace {

bool is_api(const Question& question) { return question.path.starts_with("/api/"); }

std::string_view type_of(std::string_view name) {
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  return "application/json; charset=utf-8";
}

// "/style.css" and what else the program carries with it.
EmbeddedFile file_at(std::string_view path) {
  constexpr std::string_view api = "/api/";
  const bool described = path == "/api/openapi.json" || path == "/api/answer.schema.json";
  if (described) return embedded_file(path.substr(api.size()));
  return path.ends_with(".json") || path.ends_with(".tsv")
             ? EmbeddedFile{}
             : embedded_file(path.substr(std::min<size_t>(path.size(), 1)));
}

std::string quoted(std::string_view tag) { return "W/\"" + std::string(tag) + "\""; }

Answer answer_from(const Question& question, const Index& index) {
  constexpr std::string_view article_path = "/article/";
  if (is_api(question)) return answer_api(question, index);
  if (question.path == "/") return search_page(question, index);
  if (question.path.starts_with(article_path)) {
    return article_page(question.path.substr(article_path.size()), question.parameters, index);
  }
  return error_answer(question, 404, "There is no such page.");
}

std::string cache_key(const std::string& tag, const Question& question) {
  return tag + '\n' + question.host + '\n' + question.path + '\n' + question.parameters.to_query();
}

Answer answer_or_throw(const Question& question, IndexPool& pool, AnswerCache& cache) {
  if (question.method != "GET" && question.method != "HEAD")
    return error_answer(question, 405, "Only GET is answered.");
  Answer answer;
  if (const EmbeddedFile file = file_at(question.path); !file.name.empty()) {
    answer.tag = quoted(file.hash);
    answer.type = type_of(file.name);
    answer.lasting = true;
    if (question.known_tag.find(answer.tag) != std::string::npos) {
      answer.status = 304;
    } else {
      answer.body = file.content;
    }
    return answer;
  }
  const auto tag_of = [](const std::string& revision) {
    return quoted(revision + "-" + std::string(embedded_version()));
  };
  const std::string tag = tag_of(pool.revision());
  if (question.known_tag.find(tag) != std::string::npos) {
    answer.status = 304;
    answer.tag = tag;
    return answer;
  }
  if (const auto known = cache.find(cache_key(tag, question))) return *known;
  pool.use(effort_of(question.parameters), [&](const OpenIndex& open) {
    // Another may have asked the same while this one waited for an index.
    if (auto known = cache.find(cache_key(tag_of(open.revision), question))) {
      answer = *std::move(known);
      return;
    }
    answer = answer_from(question, open.index);
    if (answer.status != 200) return;
    answer.tag = tag_of(open.revision);
    cache.keep(cache_key(answer.tag, question), answer);
  });
  return answer;
}

}  // namespace

Answer answer(const Question& question, IndexPool& pool, AnswerCache& cache,
              const std::function<void(const std::string&)>& report) {
  try {
    return answer_or_throw(question, pool, cache);
  } catch (const UsageError& error) {
    return error_answer(question, 400, error.what());
  } catch (const Busy& busy) {
    return error_answer(question, 503, busy.what());
  } catch (const TooSlow& slow) {
    return error_answer(question, 503, slow.what());
  } catch (const Error& error) {
    report(error.what());
    return error_answer(question, 503, "the index cannot be used at the moment");
  } catch (const std::exception& error) {
    report(error.what());
    return error_answer(question, 500, "the request could not be answered");
  }
}

Answer error_answer(const Question& question, int status, const std::string& message) {
  if (is_api(question)) return api_error(status, message);
  Answer page;
  page.status = status;
  // So that what was asked can be mended.
  const std::string form = question.path == "/" ? search_form(question.parameters) : "";
  page.body = page_frame("Not answered",
                         form + "<main id=\"main\" class=\"narrow\"><h1>That did not work</h1><p>" +
                             escaped(message) + "</p><p>" + link("/", "Back to the search") +
                             "</p></main>");
  return page;
}

}  // namespace chancery::web
