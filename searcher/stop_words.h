// SPDX-License-Identifier: GPL-2.0-or-later
/// Words that say nothing of what an article is about: "the", "whom", "about".
#pragma once

#include <string_view>

namespace chancery {

/// Whether `folded` (fold_word) is one: an article, pronoun, preposition, conjunction or auxiliary
/// verb of English. They are in the index, so phrases find them; beside other words they are not
/// searched for.
bool is_stop_word(std::string_view folded);

}  // namespace chancery
