// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/ninjs_text.h"

#include <algorithm>

#include "common/error.h"
#include "corpus/html/html_text.h"
#include "corpus/news_article.h"
#include "corpus/nitf.h"

namespace chancery::ninjs_text {

using nlohmann::json;

std::string text_at(const json& object, Keys keys) {
  if (!object.is_object()) return {};
  for (const char* key : keys) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_string() &&
        !found->get_ref<const std::string&>().empty())
      return *found;
  }
  return {};
}

std::vector<const json*> list_at(const json& item, Keys keys) {
  std::vector<const json*> entries;
  for (const char* key : keys) {
    const auto found = item.find(key);
    if (found == item.end() || found->empty()) continue;
    if (found->is_array()) {
      for (const json& entry : *found) entries.push_back(&entry);
    } else if (found->is_object() || found->is_string()) {
      entries.push_back(&*found);
    }
    if (!entries.empty()) break;
  }
  return entries;
}

std::string names_in(const std::vector<const json*>& entries) {
  std::string names;
  for (const json* entry : entries) {
    const std::string name =
        entry->is_string() ? entry->get<std::string>() : text_at(*entry, {"name", "literal"});
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

namespace {

// The texts that a field has: "body_text", "body_html" (ninjs 1: any ending), or "bodies":
// [{"role", "contentType", "value"}] (ninjs 2 and 3). `type` is the content type or the ending.
struct Value {
  std::string type;
  std::string role;
  std::string text;
};

std::vector<Value> values_of(const json& item, const std::string& singular, const char* plural) {
  std::vector<Value> values;
  for (const auto& [key, value] : item.items()) {
    if (!value.is_string() || value.empty()) continue;
    if (key == singular) values.insert(values.begin(), {"", "main", value});
    if (key.starts_with(singular + "_"))
      values.push_back({key.substr(singular.size() + 1), "", value});
  }
  for (const json* entry : list_at(item, {plural})) {
    const std::string text = text_at(*entry, {"value"});
    if (!text.empty())
      values.push_back(
          {text_at(*entry, {"contentType", "contenttype"}), text_at(*entry, {"role"}), text});
  }
  return values;
}

std::string one_line(const std::string& text) { return tidy_line(html_to_text(text)); }

bool is_nitf(const Value& value) {
  return value.type.find("nitf") != std::string::npos || value.text.find("<nitf") < 1000;
}

std::string nitf_text(const std::string& xml) {
  pugi::xml_document document;
  Article article;
  try {
    load_xml(xml, document);
    add_nitf(document.document_element(), article);
  } catch (const ArticleError&) {
    // There may be another body that is not broken.
  }
  return article.text;
}

struct Text {
  std::string plain;
  std::string marked_up;
};

Text texts_in(const std::vector<Value>& values, bool only_main) {
  Text text;
  for (const Value& value : values) {
    if (only_main && value.role != "main") continue;
    if (is_nitf(value)) {
      if (text.marked_up.empty()) text.marked_up = nitf_text(value.text);
    } else if (value.type.find("html") != std::string::npos) {
      if (text.marked_up.empty()) text.marked_up = html_to_text(value.text);
    } else if (value.type.find("xml") == std::string::npos && text.plain.empty()) {
      text.plain = plain_or_html(value.text);
    }
  }
  return text;
}

}  // namespace

std::string headline_of(const json& item) {
  const std::vector<Value> all = values_of(item, "headline", "headlines");
  const auto main = std::find_if(all.begin(), all.end(), [](const Value& value) {
    return value.role == "main" || value.type == "main";
  });
  if (main != all.end()) return one_line(main->text);
  return one_line(!all.empty() ? all.front().text : text_at(item, {"title", "name"}));
}

std::string byline_of(const json& item) {
  const std::vector<Value> all = values_of(item, "byline", "bylines");
  return one_line(first_of({all.empty() ? "" : all.front().text, text_at(item, {"by"}),
                            names_in(list_at(item, {"bylines", "authors"}))}));
}

std::string body_of(const json& item) {
  const std::vector<Value> values = values_of(item, "body", "bodies");
  const Text all = texts_in(values, false);
  Text main = texts_in(values, true);
  if (main.plain.empty() && main.marked_up.empty()) main = all;
  if (main.marked_up.empty() && all.marked_up.size() * 4 <= main.plain.size() * 5)
    main.marked_up = all.marked_up;
  return main.marked_up.size() * 5 >= main.plain.size() * 4 ? main.marked_up : main.plain;
}

std::string description_of(const json& item) {
  std::string longest;
  for (const Value& value : values_of(item, "description", "descriptions")) {
    std::string text = value.type.find("html") == std::string::npos ? plain_or_html(value.text)
                                                                    : html_to_text(value.text);
    if (text.size() > longest.size()) longest = std::move(text);
  }
  return longest;
}

}  // namespace chancery::ninjs_text
