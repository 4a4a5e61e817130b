// SPDX-License-Identifier: GPL-2.0-or-later
/// What countries are called and coded, by ICU: how readers tell a country among the places that
/// editors name.
#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// The ISO 3166-1 code, alpha-2 or alpha-3, of the country that is called so in English or in
/// `language` (ISO 639-1); empty where none is.
/// Example: ("Norge", "nb") -> "NO", ("USA", "") -> "USA", ("Kentucky", "en") -> "".
std::string country_named(std::string_view name, std::string_view language);

/// Whether `code` is an ISO 3166-1 code, alpha-2 or alpha-3, in whatever case: "RU", "rus".
bool is_country_code(std::string_view code);

}  // namespace chancery
