// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/article_json.h"

#include <nlohmann/json.hpp>
#include <string_view>

namespace chancery {
namespace {

using Json = nlohmann::ordered_json;

// Readers take text with markup in it as HTML; escaped, it comes back as it is.
std::string as_html(std::string_view text) {
  std::string html = "<p>";
  for (const char c : text) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '\n': html += "</p><p>"; break;
      default: html += c;
    }
  }
  return html + "</p>";
}

std::string kept(const std::string& text) {
  return text.find_first_of("<&") == std::string::npos ? text : as_html(text);
}

void add(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

// As the New York Times lists them, with places and codes besides.
Json keyword(const EditorTag& tag) {
  const char* name = "";
  switch (tag.kind) {
    case EntityKind::person: name = "persons"; break;
    case EntityKind::organisation: name = "organizations"; break;
    case EntityKind::country: name = "glocations"; break;
    case EntityKind::place: name = "places"; break;
  }
  Json keyword = {{"name", name}, {"value", tag.name}};
  add(keyword, "code", tag.code);
  return keyword;
}

Json keywords(const Article& article) {
  Json list = Json::array();
  for (const std::string& subject : article.subjects) list.push_back(kept(subject));
  for (const EditorTag& tag : article.editor_tags) list.push_back(keyword(tag));
  return list;
}

}  // namespace

std::string article_line(const Article& article) {
  Json json;
  add(json, "id", article.id);
  add(json, "title", kept(article.title));
  if (article.date) json["date"] = to_iso(*article.date);
  add(json, "source", article.source);
  add(json, "url", article.url);
  add(json, "byline", article.byline);
  add(json, "dateline", article.dateline);
  add(json, "language", article.language);
  if (Json list = keywords(article); !list.empty()) json["keywords"] = std::move(list);
  add(json, "text", kept(article.text));
  return json.dump();
}

}  // namespace chancery
