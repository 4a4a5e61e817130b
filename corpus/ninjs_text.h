// SPDX-License-Identifier: GPL-2.0-or-later
/// The texts of a ninjs item, which its versions put in different places: headline, body,
/// description.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "corpus/json_text.h"

namespace chancery::ninjs_text {

using Keys = std::initializer_list<const char*>;

/// The first of `keys` that is a text. ninjs writes all its texts as strings: a number or an object
/// is an error.
std::string text_at(const nlohmann::json& object, Keys keys);

/// The entries of the first of `keys` that is there; one that is no list is its only entry.
std::vector<const nlohmann::json*> list_at(const nlohmann::json& item, Keys keys);

/// The names of persons or parties, joined by ", ".
std::string names_in(const std::vector<const nlohmann::json*>& entries);

/// On one line, without markup. Empty where there is none, as with all of these.
std::string headline_of(const nlohmann::json& item);
std::string byline_of(const nlohmann::json& item);

/// Of several bodies the one of the role "main"; of markup and plain text of about one length the
/// markup, which has the paragraphs.
std::string body_of(const nlohmann::json& item);

/// The longest of the descriptions: others are for lists, or a credit.
std::string description_of(const nlohmann::json& item);

}  // namespace chancery::ninjs_text
