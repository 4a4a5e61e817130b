// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tag_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace chancery {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json to_json(const Tag& tag) {
  Json json;
  if (tag.kind == EntityKind::country) {
    json["code"] = tag.key;
  } else {
    json["key"] = tag.key;
  }
  json["name"] = tag.written.empty() ? tag.name : tag.written;
  if (tag.kind == EntityKind::place) json["country"] = or_null(tag.country);
  json["mentions"] = tag.mentions;
  if (tag.kind == EntityKind::country) json["focus"] = tag.focus;
  json["surfaces"] = tag.surfaces;
  if (tag.by_editor) json["editor"] = true;
  if (tag.kind == EntityKind::person || tag.kind == EntityKind::organisation)
    json["known"] = tag.known;
  return json;
}

Json to_json(const std::vector<Tag>& tags) {
  Json list = Json::array();
  for (const Tag& tag : tags) list.push_back(to_json(tag));
  return list;
}

size_t characters(const std::string& text, size_t bytes) {
  return static_cast<size_t>(std::count_if(text.begin(),
                                           text.begin() + static_cast<ptrdiff_t>(bytes),
                                           [](char c) { return (c & 0xC0) != 0x80; }));
}

double rounded(double number) { return std::round(number * 100) / 100; }

Json to_json(const Mention& mention, const Article& article) {
  constexpr std::array<const char*, 3> names = {"title", "dateline", "text"};
  const std::string& text = *texts_of(article)[mention.text];
  Json json;
  json["in"] = names[mention.text];
  json["begin"] = characters(text, mention.begin);
  json["end"] = characters(text, mention.end);
  json["surface"] = text.substr(mention.begin, mention.end - mention.begin);
  json["kind"] = name_of(mention.kind);
  json["key"] = mention.key;
  json["why"] = mention.why;
  if (mention.score == 0) return json;
  json["score"] = rounded(mention.score);
  for (const auto& [feature, weight] : mention.weights) json["weights"][feature] = rounded(weight);
  return json;
}

}  // namespace

std::string tag_line(const Article& article, const Tags& tags,
                     const std::vector<Mention>* mentions) {
  Json line;
  line["id"] = article.id;
  line["title"] = article.title;
  line["date"] = article.date ? Json(to_iso(*article.date)) : Json();
  line["source"] = or_null(article.source);
  line["language"] = or_null(article.language);
  line["persons"] = to_json(tags.persons);
  line["countries"] = to_json(tags.countries);
  line["organisations"] = to_json(tags.organisations);
  line["places"] = to_json(tags.places);
  if (mentions != nullptr) {
    line["mentions"] = Json::array();
    for (const Mention& mention : *mentions) line["mentions"].push_back(to_json(mention, article));
  }
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace chancery
