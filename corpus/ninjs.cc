// SPDX-License-Identifier: GPL-2.0-or-later
/// ninjs 1.0 to 3.1 (iptc.org/std/ninjs): an item of JSON per file, an array of items, or an item a
/// line. Where the versions call a thing differently, all its names are looked for.
#include <algorithm>

#include "common/error.h"
#include "corpus/formats.h"
#include "corpus/html/html_text.h"
#include "corpus/json_text.h"
#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/ninjs_text.h"
#include "corpus/published_date.h"
#include "corpus/text_lines.h"

namespace chancery {
namespace {

using namespace ninjs_text;
using nlohmann::json;

// The code of a concept, with its scheme: "http://cvx.iptc.org/iso3166-1a2/it".
std::string code_of(const json& concept_) {
  const std::string code = text_at(concept_, {"code", "literal"});
  const std::string scheme = text_at(concept_, {"scheme"});
  if (!code.empty() && !scheme.empty())
    return scheme + (scheme.ends_with('/') || scheme.ends_with(':') ? "" : "/") + code;
  return first_of({text_at(concept_, {"uri"}), code});
}

void add_concepts(const json& item, Article& article) {
  for (const json* person : list_at(item, {"person", "people", "persons"}))
    add_tag(article, EntityKind::person, text_at(*person, {"name"}));
  for (const json* body :
       list_at(item, {"organisation", "organisations", "organization", "organizations"})) {
    add_tag(article, EntityKind::organisation, text_at(*body, {"name"}));
  }
  for (const json* place : list_at(item, {"place", "places"})) {
    const std::string code = country_code_in(code_of(*place));
    if (!code.empty() || !text_at(*place, {"name"}).empty())
      add_place(article, text_at(*place, {"name"}), code, !code.empty());
  }
  for (const Keys keys : {Keys{"subject", "subjects"}, Keys{"event", "events"},
                          Keys{"object", "objects"}, Keys{"keyword", "keywords"}}) {
    for (const json* subject : list_at(item, keys)) {
      const std::string name =
          subject->is_string() ? subject->get<std::string>() : text_at(*subject, {"name"});
      const std::string relation = text_at(*subject, {"rel"});
      if (relation == "location" || relation == "place") {
        add_place(article, name, country_code_in(code_of(*subject)));
      } else {
        add_subject(article, name, text_at(*subject, {"code", "literal", "uri"}));
      }
    }
  }
}

std::string date_at(const json& item, Keys keys) {
  for (const char* key : keys) {
    const auto found = item.find(key);
    if (found != item.end() && !found->is_null())
      return found->is_string() ? found->get<std::string>()
                                : std::string("of the type ") + found->type_name();
  }
  return {};
}

// Why an item is no article: the first text in it that is none, or that there are none.
std::string no_article(const json& item, const std::string& otherwise) {
  for (const auto& [key, value] : item.items()) {
    const bool is_text = key == "headline" || key == "title" || key.starts_with("headline_") ||
                         key.starts_with("body_") || key.starts_with("description_");
    if (is_text && !value.is_string())
      return "\"" + key + "\" is not a string but of the type " + value.type_name();
  }
  return otherwise;
}

Article to_article(const json& item) {
  if (!item.is_object()) throw ArticleError("JSON, but no object");
  const std::string status = text_at(item, {"pubstatus", "pubStatus"});
  if (is_withdrawn(status)) throw ArticleError("not to be published: its pubstatus is " + status);
  Article article;
  article.id = text_at(item, {"uri", "guid"});
  article.language = language_code(text_at(item, {"language"}));
  article.title = headline_of(item);
  set_body(article, body_of(item));
  if (article.text.empty()) set_body(article, description_of(item));
  const std::string type = text_at(item, {"type"});
  const bool is_text =
      type.empty() || type == "text" || type == "composite" || type == "story" || type == "article";
  if (article.title.empty() && article.text.empty())
    throw ArticleError(no_article(item, "no headline and no text"));
  if (!is_text && article.text.empty())
    throw ArticleError(no_article(item, "of the type \"" + type + "\", without a text"));
  set_date(article, {date_at(item, {"versioncreated", "versionCreated"}),
                     date_at(item, {"firstcreated", "firstCreated"}),
                     date_at(item, {"contentcreated", "contentCreated"})});
  article.source =
      first_of({first_text(item, {"source", "provider"}),
                text_at(item, {"copyrightholder", "copyrightHolder"}),
                names_in(list_at(item, {"infosource", "infoSources", "infosources"}))});
  article.byline = to_byline(byline_of(item), article.language);
  article.dateline = to_dateline(first_text(item, {"located", "dateline"}));
  add_concepts(item, article);
  note_mended(article);
  return article;
}

bool has_key(std::string_view text, Keys keys) {
  return std::any_of(keys.begin(), keys.end(), [text](std::string_view key) {
    const std::string quoted = '"' + std::string(key) + '"';
    for (size_t at = text.find(quoted); at != std::string_view::npos;
         at = text.find(quoted, at + 1)) {
      const size_t colon = text.find_first_not_of(" \t\r\n", at + quoted.size());
      if (colon != std::string_view::npos && text[colon] == ':') return true;
    }
    return false;
  });
}

// Objects with an id of ninjs's own kind and a field that only ninjs writes so; or with fields that
// others have too, but without the names that others have for a text.
bool recognise(std::string_view head) {
  const size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || (head[start] != '{' && head[start] != '[') ||
      !has_key(head, {"uri", "guid"}))
    return false;
  if (has_key(head, {"versioncreated", "versionCreated", "body_text", "body_html", "body_xhtml",
                     "headlines", "bodies", "pubstatus", "pubStatus", "firstcreated",
                     "firstCreated", "$standard", "eventDetails", "descriptions"})) {
    return true;
  }
  return !has_key(head,
                  {"text", "body", "content", "maintext", "article", "articleBody", "fulltext",
                   "summary", "url", "link", "date", "published", "author", "$schema"}) &&
         has_key(head, {"headline",
                        "title",
                        "byline",
                        "located",
                        "usageterms",
                        "copyrightholder",
                        "copyrightnotice",
                        "ednote",
                        "urgency",
                        "infosource",
                        "infosources",
                        "renditions",
                        "associations",
                        "representationtype",
                        "digitalsourcetype",
                        "altids",
                        "person",
                        "organisation",
                        "place",
                        "subject",
                        "profile",
                        "standard",
                        "advice",
                        "advices",
                        "genre",
                        "genres",
                        "expires",
                        "embargoed",
                        "contentcreated",
                        "plannedCoverage",
                        "rightsinfo",
                        "linkedrights",
                        "encodedrights",
                        "mimetype",
                        "description_text",
                        "description_html"});
}

void give(const json& item, const std::string& place, const ArticleSink& sink) {
  try {
    sink.article(to_article(item));
  } catch (const ArticleError& error) {
    sink.reject(place, error.what());
  }
}

// An item, a list of items, or what an API puts around a list: {"item": [ … ]}, {"data": {"items":
// [{"item": … }]}}.
void give_all(const json& value, const std::string& place, const ArticleSink& sink, int depth = 0) {
  constexpr int deepest = 4;
  if (value.is_array() && depth < deepest) {
    for (size_t i = 0; i < value.size(); ++i)
      give_all(value[i], "item " + std::to_string(i + 1), sink, depth + 1);
    return;
  }
  if (value.is_object() && depth < deepest && text_at(value, {"uri", "guid", "headline"}).empty()) {
    for (const char* key : {"item", "items", "data"}) {
      const auto found = value.find(key);
      if (found != value.end() && found->is_structured())
        return give_all(*found, place, sink, depth + 1);
    }
  }
  give(value, place, sink);
}

// Whether the first line is a whole object: then each line is an item.
bool is_by_lines(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const size_t start = head.find_first_not_of(" \t\r\n");
  const std::string_view line =
      start == std::string_view::npos ? head : head.substr(start, head.find('\n', start) - start);
  return line.starts_with('{') && json::accept(line);
}

void read(ByteSource& source, const ArticleSink& sink) {
  constexpr size_t enough = 4 << 20;
  if (!is_by_lines(source.peek(enough)))
    return give_all(parse_json(source.read_all(largest_item)), "", sink);
  for_each_line(source, sink, [&sink](const std::string& line, const std::string& place) {
    give_all(parse_json(line), place, sink);
  });
}

}  // namespace

const Format ninjs = {"ninjs", "IPTC ninjs 1 to 3: an item, an array of items, or an item a line",
                      recognise, read};

}  // namespace chancery
