// SPDX-License-Identifier: GPL-2.0-or-later
/// render.h's objects for scripts.
#include <nlohmann/json.hpp>

#include "searcher/render.h"

namespace chancery {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json to_json(const std::vector<Fragment>& fragments) {
  Json list = Json::array();
  for (const Fragment& fragment : fragments) {
    if (fragment.text.empty()) continue;
    Json json;
    json["text"] = fragment.text;
    json["match"] = fragment.match;
    json["offset"] = fragment.offset;
    list.push_back(std::move(json));
  }
  return list;
}

Json to_json(const Tag& tag) {
  Json json;
  json[tag.kind == EntityKind::country ? "code" : "key"] = tag.key;
  json["name"] = tag.name;
  if (tag.kind == EntityKind::place) json["country"] = or_null(tag.country);
  json["mentions"] = tag.mentions;
  if (tag.kind == EntityKind::country) json["focus"] = tag.focus;
  if (tag.by_editor) json["editor"] = true;
  return json;
}

void put_tags(Json& json, const std::vector<Tag>& tags) {
  for (const EntityKind kind : entity_kinds) {
    Json list = Json::array();
    for (const Tag& tag : tags) {
      if (tag.kind == kind) list.push_back(to_json(tag));
    }
    json[std::string(plural_of(kind))] = std::move(list);
  }
}

void put_article(Json& json, const Article& article) {
  json["date"] = article.date ? Json(to_iso(*article.date)) : Json();
  json["source"] = or_null(article.source);
  json["url"] = or_null(article.url);
  json["byline"] = or_null(article.byline);
  json["dateline"] = or_null(article.dateline);
  json["language"] = or_null(article.language);
}

Json to_json(const Hit& hit) {
  Json json;
  json["id"] = hit.article.id;
  json["score"] = hit.score;
  json["title"] = hit.article.title;
  put_article(json, hit.article);
  json["snippet"] = to_json(hit.snippet);
  put_tags(json, hit.tags);
  json["copies"] = hit.copies;
  if (hit.explanation.empty()) return json;
  json["explanation"] = Json::array();
  for (const ScorePart& part : hit.explanation)
    json["explanation"].push_back({{"part", part.what}, {"weight", part.weight}});
  return json;
}

Json to_json(const FacetValue& value) {
  Json json;
  json["key"] = value.key;
  json["name"] = value.name;
  json["count"] = value.count;
  return json;
}

Json to_json(const Facet& facet) {
  Json list = Json::array();
  for (const FacetValue& value : facet.values) list.push_back(to_json(value));
  return list;
}

Json named(const FacetValue& value) { return {{"key", value.key}, {"name", value.name}}; }

Json to_json(const Cross& cross) {
  Json json;
  json["fields"] = {std::string(name_of(cross.row_field)),
                    std::string(name_of(cross.column_field))};
  json["counts"] = Json::array();
  for (const CrossCount& one : cross.counts) {
    Json json_count;
    json_count["row"] = named(one.row);
    json_count["column"] = named(one.column);
    json_count["count"] = one.count;
    json["counts"].push_back(std::move(json_count));
  }
  return json;
}

Json to_json(const Results& results, const std::string& query) {
  Json json;
  json["version"] = 1;
  json["query"] = query;
  if (!results.reading.empty()) json["reading"] = results.reading;
  json["total"] = results.total;
  json["total_is_exact"] = results.total_is_exact;
  json["hits"] = Json::array();
  for (const Hit& hit : results.hits) json["hits"].push_back(to_json(hit));
  json["next"] = or_null(results.next);
  json["facets"] = Json::object();
  for (const Facet& facet : results.facets)
    json["facets"][std::string(name_of(facet.field))] = to_json(facet);
  if (results.timeline) {
    json["timeline"]["unit"] = name_of(results.timeline->field);
    json["timeline"]["values"] = to_json(*results.timeline);
  }
  if (results.cross) json["cross"] = to_json(*results.cross);
  if (!results.missing.empty()) {
    json["partial"] = true;
    json["missing"] = results.missing;
  }
  json["notes"] = results.notes;
  json["suggestion"] = or_null(results.suggestion);
  return json;
}

std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

void render_json(std::ostream& out, const Results& results, const std::string& query) {
  out << dump(to_json(results, query), 2) << '\n';
}

void render_json_line(std::ostream& out, const Results& results, const std::string& query) {
  out << dump(to_json(results, query), -1) << '\n';
}

void render_json_error(std::ostream& out, const std::string& message, const std::string& query) {
  Json json;
  json["version"] = 1;
  json["query"] = query;
  json["error"] = message;
  out << dump(json, -1) << '\n';
}

void render_json(std::ostream& out, const ArticleView& view) {
  Json json;
  json["version"] = 1;
  json["id"] = view.article.id;
  json["title"] = view.article.title;
  put_article(json, view.article);
  json["text"] = to_json(view.text);
  put_tags(json, view.tags);
  out << dump(json, 2) << '\n';
}

void render_json(std::ostream& out, const std::vector<Candidate>& candidates) {
  Json json;
  json["version"] = 1;
  json["candidates"] = Json::array();
  for (const Candidate& candidate : candidates) {
    Json one;
    one["kind"] = candidate.kind;
    one["key"] = candidate.key;
    one["name"] = candidate.name;
    one["aliases"] = candidate.aliases;
    one["count"] = candidate.count;
    json["candidates"].push_back(std::move(one));
  }
  out << dump(json, 2) << '\n';
}

void render_jsonl(std::ostream& out, const Results& results) {
  for (const Hit& hit : results.hits) out << dump(to_json(hit), -1) << '\n';
}

}  // namespace chancery
