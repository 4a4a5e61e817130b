// SPDX-License-Identifier: GPL-2.0-or-later
/// What is asked for, and how to change it.
#pragma once

#include <string>

#include "searcher/index.h"
#include "searcher/web/parameters.h"

namespace chancery::web {

/// The form; what it has no field for it carries along.
std::string search_form(const Parameters& parameters);

/// The filters in force, each with a link that takes it away; empty where there is none.
std::string filters_in_force(const Parameters& parameters, const Index& index);

}  // namespace chancery::web
