// SPDX-License-Identifier: GPL-2.0-or-later
/// The frame around all programs: one place prints errors and picks the exit status.
#pragma once

#include <functional>
#include <string_view>

namespace chancery {

/// Calls `body` and returns its status. Whatever it throws is one line on stderr behind the
/// program's name, and status 2; so is a stdout that did not take the whole answer.
int run_main(std::string_view program, const std::function<int()>& body);

}  // namespace chancery
