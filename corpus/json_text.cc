// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_text.h"

#include <utility>

#include "common/error.h"
#include "common/utf8.h"

namespace chancery {

using nlohmann::json;

json parse_json(std::string text) {
  try {
    return json::parse(repair_utf8(std::move(text)));
  } catch (const json::exception& error) {
    // "[json.exception.parse_error.101] parse error at line 1, column 5: …": from the second word
    // on
    const std::string_view what = error.what();
    throw ArticleError("broken JSON: " + std::string(what.substr(what.find("] ") + 2)));
  }
}

json parse_json_object(std::string text) {
  json parsed = parse_json(std::move(text));
  if (!parsed.is_object()) throw ArticleError("JSON, but no object");
  return parsed;
}

std::string to_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (value.is_object()) {
    for (const char* key :
         {"name", "main", "rendered", "original", "value", "text", "title", "$oid"}) {
      const auto found = value.find(key);
      if (found != value.end() && found->is_string()) return found->get<std::string>();
    }
  }
  std::string joined;
  if (!value.is_array()) return joined;
  for (const json& item : value) {
    if (item.is_array()) continue;
    const std::string text = to_text(item);
    if (!text.empty()) joined += (joined.empty() ? "" : ", ") + text;
  }
  return joined;
}

std::string first_text(const json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (const auto found = object.find(key); found != object.end()) {
      if (std::string text = to_text(*found); !text.empty()) return text;
    }
  }
  return {};
}

}  // namespace chancery
