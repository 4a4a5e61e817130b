// SPDX-License-Identifier: GPL-2.0-or-later
/// What all that is written in JSON shares: parsing it, and reading a value as text.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace chancery {

/// The JSON value in `text`, invalid UTF-8 repaired. Throws ArticleError saying where it is broken.
nlohmann::json parse_json(std::string text);

/// As parse_json; throws ArticleError for any other value than an object, too.
nlohmann::json parse_json_object(std::string text);

/// A string as it is, a number as its digits, a list as its texts joined by ", ", of an object its
/// "name" or what else stands for the whole ("rendered", "main" …); else empty.
std::string to_text(const nlohmann::json& value);

/// The first of `keys` that `object` has with a text that is not empty; else empty.
std::string first_text(const nlohmann::json& object, std::initializer_list<const char*> keys);

}  // namespace chancery
