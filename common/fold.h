// SPDX-License-Identifier: GPL-2.0-or-later
/// Folding: what lets "Erdoğan" and "erdogan" meet; and the case of letters.
#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// `text` without case, Latin, Greek, Cyrillic, Arabic and Hebrew diacritics, and apostrophes.
/// Letters that carry their mark within (ø ł đ ı ß æ) become the plain ones. UTF-8 in, UTF-8 out.
/// Example: "Élysée" -> "elysee", "O’Brien" -> "obrien", "Wałęsa" -> "walesa".
std::string fold(std::string_view text);

/// `text` with the capital letters of ASCII made small and all else as it is: for names and codes
/// of formats, which are ASCII. Example: "Text/HTML" -> "text/html".
std::string lower(std::string_view text);

/// A name as the key of an entity: folded words joined by hyphens.
/// Example: "Recep Tayyip Erdoğan" -> "recep-tayyip-erdogan", "George H. W. Bush" ->
/// "george-h-w-bush". Letters of other scripts stay.
std::string make_key(std::string_view name);

/// Whether the first letter is a capital one, and whether any letter is a small one; of any script
/// that has both.
bool begins_with_capital(std::string_view word);
bool has_small_letter(std::string_view word);

}  // namespace chancery
