// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_text.h"

#include <array>
#include <utility>

#include "common/error.h"
#include "common/utf8.h"

namespace chancery {

using nlohmann::json;

namespace {

// ISO 639-2 and the name in English, and in itself where that is in plain letters.
constexpr std::array<std::pair<std::string_view, std::string_view>, 27> languages = {{
    {"en", " eng english "},
    {"fr", " fra fre french "},
    {"de", " deu ger german deutsch "},
    {"es", " spa spanish castilian "},
    {"pt", " por portuguese "},
    {"it", " ita italian italiano "},
    {"ru", " rus russian "},
    {"uk", " ukr ukrainian "},
    {"nl", " nld dut dutch nederlands "},
    {"ar", " ara arabic "},
    {"zh", " zho chi chinese mandarin "},
    {"ja", " jpn japanese "},
    {"ko", " kor korean "},
    {"tr", " tur turkish "},
    {"pl", " pol polish polski "},
    {"fa", " fas per persian farsi "},
    {"he", " heb hebrew "},
    {"el", " ell gre greek "},
    {"sv", " swe swedish svenska "},
    {"no", " nor norwegian norsk "},
    {"da", " dan danish dansk "},
    {"fi", " fin finnish suomi "},
    {"cs", " ces cze czech "},
    {"hu", " hun hungarian magyar "},
    {"ro", " ron rum romanian "},
    {"id", " ind indonesian "},
    {"ur", " urd urdu "},
}};

}  // namespace

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

std::string language_code(std::string_view language) {
  std::string code;
  for (const char c : language) {
    const char lower = static_cast<char>(c | 0x20);
    if (lower < 'a' || lower > 'z') break;
    code += lower;
  }
  if (code.size() == 2) return code;
  for (const auto& [known, names] : languages) {
    const size_t at = code.size() < 3 ? std::string_view::npos : names.find(" " + code + " ");
    if (at != std::string_view::npos) return std::string(known);
  }
  return {};
}

std::string without_by(std::string byline) {
  if (byline.size() > 3 &&
      (byline.starts_with("By ") || byline.starts_with("BY ") || byline.starts_with("by "))) {
    byline.erase(0, 3);
  }
  return byline;
}

}  // namespace chancery
