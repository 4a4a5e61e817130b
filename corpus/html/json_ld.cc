// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/json_ld.h"

#include <algorithm>
#include <unordered_map>

#include "common/utf8.h"
#include "corpus/html/html_text.h"
#include "corpus/json_text.h"

namespace chancery {
namespace {

using nlohmann::json;

constexpr int deepest = 6;           // of objects within each other that are looked into
constexpr size_t most_entries = 50;  // of a list

std::string without(std::string_view text, std::string_view what) {
  std::string out;
  while (!text.empty()) {
    const size_t at = std::min(text.find(what), text.size());
    out += text.substr(0, at);
    text.remove_prefix(std::min(at + what.size(), text.size()));
  }
  return out;
}

// Without the commas before a closing bracket.
std::string without_trailing_commas(const std::string& text) {
  std::string out;
  bool in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') in_string = !in_string;
    if (in_string && c == '\\' && i + 1 < text.size()) {
      out += text[i++];
    } else if (!in_string && (c == '}' || c == ']')) {
      while (!out.empty() && (out.back() == ',' || out.back() == ' ')) out.pop_back();
    }
    out += text[i];
  }
  return out;
}

json parse_leniently(std::string text) {
  text = repair_utf8(std::move(text));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  if (text.find("<![CDATA[") != std::string::npos)
    text = without(without(text, "<![CDATA["), "]]>");
  const size_t start = text.find_first_of("{[");
  const size_t end = text.find_last_of("}]");
  if (start == std::string::npos || end == std::string::npos || end < start) return {};
  // Comments and CDATA stand around the object; within it only those of HTML, which JSON does not
  // have.
  text = text.substr(start, end - start + 1);
  json value = json::parse(text, nullptr, false, true);
  if (!value.is_discarded()) return value;
  text = without_trailing_commas(without(without(text, "<!--"), "-->"));
  value = json::parse(text, nullptr, false, true);
  return value.is_discarded() ? json() : value;
}

std::string plain(const std::string& text) {
  return text.find_first_of("&<") == std::string::npos ? tidy_line(text)
                                                       : tidy_line(html_to_text(text));
}

bool has_type(const json& object, bool (*is)(std::string_view)) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  if (type->is_string()) return is(type->get_ref<const std::string&>());
  return type->is_array() && std::any_of(type->begin(), type->end(), [is](const json& t) {
           return t.is_string() && is(t.get_ref<const std::string&>());
         });
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report";
}

class Graph {
 public:
  void add(const json& value, int depth = 0) {
    if (depth > deepest) return;
    if (value.is_array()) {
      for (const json& entry : value) add(entry, depth + 1);
    }
    if (!value.is_object()) return;
    if (has_type(value, is_article_type)) articles_.push_back(&value);
    if (const auto id = value.find("@id"); id != value.end() && id->is_string() && value.size() > 1)
      by_id_.emplace(id->get<std::string>(), &value);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      if (const auto within = value.find(key); within != value.end()) add(*within, depth + 1);
    }
  }

  // The first that has a date and a headline, as the teasers of other articles may follow it.
  const json* article() const {
    for (const json* article : articles_) {
      if (article->contains("datePublished") && article->contains("headline")) return article;
    }
    return articles_.empty() ? nullptr : articles_.front();
  }

  // The object itself where `value` only points to it.
  const json& resolved(const json& value) const {
    if (!value.is_object() || value.contains("name")) return value;
    const auto id = value.find("@id");
    if (id == value.end() || !id->is_string()) return value;
    const auto found = by_id_.find(id->get<std::string>());
    return found == by_id_.end() ? value : *found->second;
  }

  // `value` as a list: of one where it is none.
  std::vector<const json*> list(const json& object, const char* key) const {
    std::vector<const json*> entries;
    const auto value = object.find(key);
    if (value == object.end()) return entries;
    if (!value->is_array()) return {&resolved(*value)};
    for (const json& entry : *value) {
      if (entries.size() < most_entries) entries.push_back(&resolved(entry));
    }
    return entries;
  }

 private:
  std::vector<const json*> articles_;
  std::unordered_map<std::string, const json*> by_id_;
};

std::string name_in(const json& value) {
  if (value.is_string()) return plain(value.get<std::string>());
  return value.is_object() ? plain(first_text(value, {"name"})) : std::string();
}

void add_tags(const Graph& graph, const json& article, JsonLdArticle& result) {
  const struct {
    EntityKind kind;
    bool (*is)(std::string_view);
  } kinds[] = {
      {EntityKind::person, [](std::string_view type) { return type == "Person"; }},
      {EntityKind::country, [](std::string_view type) { return type == "Country"; }},
      {EntityKind::organisation,
       [](std::string_view type) {
         return type.ends_with("Organization") || type == "Corporation";
       }},
      {EntityKind::place,
       [](std::string_view type) {
         return type == "Place" || type == "City" || type == "State" ||
                type == "AdministrativeArea";
       }},
  };
  for (const char* key : {"about", "mentions"}) {
    for (const json* entry : graph.list(article, key)) {
      const std::string name = name_in(*entry);
      if (!entry->is_object() || name.empty()) continue;
      for (const auto& [kind, is] : kinds) {
        if (has_type(*entry, is)) result.tags.push_back({kind, name, {}});
      }
    }
  }
}

void add_subjects(const Graph& graph, const json& article, JsonLdArticle& result) {
  for (const char* key : {"keywords", "articleSection"}) {
    for (const json* entry : graph.list(article, key)) {
      const std::string text = name_in(*entry);
      for (size_t at = 0; at < text.size();) {
        const size_t end = std::min(text.find(',', at), text.size());
        if (std::string subject = tidy_line(std::string_view(text).substr(at, end - at));
            !subject.empty())
          result.subjects.push_back(std::move(subject));
        at = end + 1;
      }
    }
  }
}

// Text or markup, as the site pleases; in text, line feeds part the paragraphs.
std::string body_of(const std::string& body) {
  if (body.find_first_of("<&") == std::string::npos) return tidy_text(body);
  if (body.find("<p") != std::string::npos || body.find("<div") != std::string::npos)
    return html_to_text(body);
  return html_to_text(with_line_breaks(body));
}

std::string url_of(const json& article) {
  if (const std::string url = first_text(article, {"url"}); url.starts_with("http")) return url;
  const auto page = article.find("mainEntityOfPage");
  if (page == article.end()) return {};
  const std::string url = page->is_object() ? first_text(*page, {"@id", "url"}) : to_text(*page);
  return url.starts_with("http") ? url : std::string();
}

}  // namespace

JsonLdArticle read_json_ld(const std::vector<std::string>& scripts) {
  std::vector<json> values;
  for (const std::string& script : scripts) values.push_back(parse_leniently(script));
  Graph graph;
  for (const json& value : values) graph.add(value);
  JsonLdArticle result;
  const json* article = graph.article();
  if (article == nullptr) return result;
  result.found = true;
  result.headline = plain(first_text(*article, {"headline", "name"}));
  result.description = plain(first_text(*article, {"description"}));
  result.date = first_text(*article, {"datePublished", "dateCreated", "uploadDate"});
  result.changed = first_text(*article, {"dateModified"});
  result.url = url_of(*article);
  result.language = first_text(*article, {"inLanguage"});
  result.body = body_of(first_text(*article, {"articleBody"}));
  for (const json* author : graph.list(*article, "author")) {
    if (std::string name = name_in(*author); !name.empty() && !name.starts_with("http"))
      result.authors.push_back(std::move(name));
  }
  for (const json* publisher : graph.list(*article, "publisher")) {
    if (result.publisher.empty()) result.publisher = name_in(*publisher);
  }
  add_subjects(graph, *article, result);
  add_tags(graph, *article, result);
  return result;
}

}  // namespace chancery
