// SPDX-License-Identifier: GPL-2.0-or-later
/// From question to answer: the one place that knows all paths, and what becomes of exceptions.
#pragma once

#include <functional>
#include <string>

#include "searcher/web/answer.h"
#include "searcher/web/answer_cache.h"
#include "searcher/web/index_pool.h"

namespace chancery::web {

/// Never throws: what goes wrong is an answer with status 400, 404, 405, 500 or 503, as JSON below
/// /api/ and as a page elsewhere. No answer names a path of the machine; `report` gets what the
/// operator should know.
Answer answer(const Question& question, IndexPool& pool, AnswerCache& cache,
              const std::function<void(const std::string&)>& report);

/// A page, or JSON below /api/, that says what is wrong.
Answer error_answer(const Question& question, int status, const std::string& message);

}  // namespace chancery::web
