// SPDX-License-Identifier: GPL-2.0-or-later
/// The JSON API: see page/openapi.json.
#pragma once

#include "searcher/index.h"
#include "searcher/web/answer.h"

namespace chancery::web {

/// What /api/search, /api/facets, /api/article/ID, /api/resolve, /api/complete and /api/health
/// answer. Throws UsageError as read_search_request does; a path that is none gives status 404.
Answer answer_api(const Question& question, const Index& index);

/// {"error": …} with that status.
Answer api_error(int status, const std::string& message);

}  // namespace chancery::web
