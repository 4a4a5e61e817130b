// SPDX-License-Identifier: GPL-2.0-or-later
/// In which language a text is written: as its publisher says, or by CLD2.
#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// The ISO 639-1 code of the language of most of `text` (UTF-8); empty where it is too short or too
/// mixed to tell. Example: "Le président a reçu son homologue à Paris mardi." -> "fr".
std::string detect_language(std::string_view text);

/// "en-GB", "EN", "eng", "English" -> "en"; a text that is no such code or name gives an empty one.
std::string language_code(std::string_view language);

}  // namespace chancery
