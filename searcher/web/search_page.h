// SPDX-License-Identifier: GPL-2.0-or-later
/// The page of a search: form, results, facets, and a panel: timeline, map or who with whom.
#pragma once

#include "searcher/index.h"
#include "searcher/web/answer.h"

namespace chancery::web {

/// Beside the parameters of the API the page has `view` (timeline, map or together) and `more` (a
/// field whose values are all shown). Throws UsageError as read_search_request does.
Answer search_page(const Question& question, const Index& index);

}  // namespace chancery::web
