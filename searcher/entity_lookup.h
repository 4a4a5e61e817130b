// SPDX-License-Identifier: GPL-2.0-or-later
/// Who or what a name means, by the names that the index itself holds.
#pragma once

#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/results.h"

namespace chancery {

/// What a name may mean in one field, the most frequent first: whose key it is, else whose name or
/// alias it is ("Lavrov", "Sergei Lavrov", "Lavrov, Sergey"). Empty where nobody bears it.
std::vector<Candidate> find_candidates(const Index& index, Field field, const std::string& name);

/// Names in the index that are close to `name`, for "did you mean"; at most three.
std::vector<std::string> similar_names(const Index& index, Field field, const std::string& name);

/// What a name that begins with `prefix` may be, for a shell that completes it: the `most` most
/// frequent, found by name, alias or key; those that no article carries are left out.
std::vector<Candidate> completions(const Index& index, Field field, const std::string& prefix,
                                   size_t most);

/// What --resolve prints: the candidates of all fields.
std::vector<Candidate> resolve(const Index& index, const std::string& name);

}  // namespace chancery
