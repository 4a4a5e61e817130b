// SPDX-License-Identifier: GPL-2.0-or-later
/// How far one spelling is from another.
#pragma once

#include <cstddef>
#include <string_view>

namespace chancery {

/// Steps from one to the other: a byte put in, taken out or replaced, or two neighbours swapped
/// (optimal string alignment). Anything above `most` is given as most + 1.
size_t edit_distance(std::string_view one, std::string_view other, size_t most);

}  // namespace chancery
