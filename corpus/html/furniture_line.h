// SPDX-License-Identifier: GPL-2.0-or-later
/// Lines that stand in an article's body and yet are not of it: "Advertisement", "Read more …".
#pragma once

#include <string_view>

namespace chancery {

enum class LineKind {
  text,
  furniture,  ///< "Share this", "Sign up for our newsletter."
  related,    ///< heads a list of other articles: "Read also"
};

/// `line` is a block of the body; only short ones are furniture, whatever they begin with.
LineKind line_kind(std::string_view line);

}  // namespace chancery
