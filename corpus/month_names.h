// SPDX-License-Identifier: GPL-2.0-or-later
/// The names of the months in other languages than English.
#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// 1 to 12 for a month's name or its usual short form, folded, in English and the languages below;
/// 0 for any other word. Example: "decembre" -> 12.
int month_named(std::string_view folded);

/// A date with its month, written out or abbreviated, in English, and its digits European ones: of
/// French, German, Spanish, Portuguese, Italian, Dutch, Russian, Ukrainian, Polish, Greek,
/// Hungarian, Turkish, Arabic and a few more. A month is one only beside a number.
/// Example: "26 de diciembre de 2018" -> "26  december  2018".
std::string with_english_months(std::string_view date);

}  // namespace chancery
