// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_article.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "common/error.h"
#include "common/fold.h"
#include "corpus/html/html_text.h"
#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

using nlohmann::json;
using Keys = std::initializer_list<const char*>;

constexpr Keys title_keys = {"title", "headline", "head", "hed", "webTitle", "heading"};
constexpr Keys text_keys = {
    "text",         "body",        "content",    "maintext",  "article",   "body_text",
    "bodyText",     "articleBody", "fulltext",   "full_text", "fullText",  "content_text",
    "article_text", "articleText", "plain_text", "raw_text",  "body_html", "bodyHtml",
    "content_html", "contentHtml", "html",       "story"};
constexpr Keys summary_keys = {"lead_paragraph", "abstract",  "description", "summary",
                               "standfirst",     "trailText", "snippet"};
constexpr Keys date_keys = {"date",
                            "published",
                            "date_published",
                            "datePublished",
                            "date_publish",
                            "publish_date",
                            "published_at",
                            "publishedAt",
                            "pubDate",
                            "pub_date",
                            "pubdate",
                            "publication_date",
                            "publicationDate",
                            "published_date",
                            "webPublicationDate",
                            "publish_time",
                            "firstPublished",
                            "displaydate",
                            "timestamp",
                            "created_at",
                            "created",
                            "time",
                            "date_created"};
constexpr Keys source_keys = {"source",        "publisher",   "publication", "outlet",   "agency",
                              "newspaper",     "source_name", "site_name",   "siteName", "media",
                              "source_domain", "domain",      "site",        "provider"};
constexpr Keys url_keys = {"url",    "link",          "href",         "web_url",
                           "webUrl", "canonical_url", "canonicalUrl", "permalink"};
constexpr Keys byline_keys = {"byline", "author", "authors", "creator", "writer"};
constexpr Keys subject_keys = {"keywords", "tags",       "subjects", "subject",
                               "topics",   "categories", "category"};
constexpr Keys parts = {"_source", "fields", "attributes", "article", "doc", "document"};

bool contains(const Keys& keys, const std::string& name) {
  return std::any_of(keys.begin(), keys.end(), [&name](const char* key) { return name == key; });
}

// The object, and the objects in it that hold a part of the article.
class Layers {
 public:
  explicit Layers(const json& object) : layers_{&object} {
    for (const char* part : parts) {
      const auto found = object.find(part);
      if (found != object.end() && found->is_object()) layers_.push_back(&*found);
    }
  }

  // All values under these keys, in the keys' order.
  std::vector<const json*> all(const Keys& keys) const {
    std::vector<const json*> values;
    for (const char* key : keys) {
      for (const json* layer : layers_) {
        if (const auto found = layer->find(key); found != layer->end()) values.push_back(&*found);
      }
    }
    return values;
  }

  std::string first(const Keys& keys) const {
    for (const json* value : all(keys)) {
      if (std::string text = to_text(*value); !text.empty()) return text;
    }
    return {};
  }

 private:
  std::vector<const json*> layers_;
};

// Text that is HTML without doubt as plain text; any other as it is.
std::string plain(std::string text) {
  if (text.find_first_of("<&") == std::string::npos) return text;
  if (has_any(text, {"<p>", "<p ", "</p>", "<P>", "</P>", "<br>", "<br/>", "<br />", "<BR>",
                     "</div>", "</li>", "</h2>", "</h3>"}))
    return html_to_text(text);
  if (!has_any(text, {"</a>", "</b>", "</i>", "</em>", "</strong>", "</span>", "&amp;", "&quot;",
                      "&nbsp;", "&lt;", "&gt;", "&#", "squo;", "dquo;", "dash;"}))
    return text;
  return html_to_text(with_line_breaks(text));
}

// A list of paragraphs, texts or objects that have one, or a single text.
std::string paragraphs(const json& value) {
  if (!value.is_array()) return to_text(value);
  std::string text;
  for (const json& item : value) {
    const std::string paragraph = item.is_object()   ? first_text(item, text_keys)
                                  : item.is_string() ? item.get<std::string>()
                                                     : std::string();
    if (!paragraph.empty()) text += (text.empty() ? "" : "\n") + paragraph;
  }
  return text;
}

std::string body_of(const Layers& layers) {
  for (const Keys& keys : {text_keys, summary_keys}) {
    for (const json* value : layers.all(keys)) {
      if (std::string text = paragraphs(*value); !text.empty()) return plain(std::move(text));
    }
  }
  return {};
}

// As the New York Times lists them: {"name": "persons", "value": "Putin, Vladimir V"}; the
// indexer's own --export has places and codes ("code": "RU") besides.
bool add_named(Article& article, const json& item) {
  const std::string name = first_text(item, {"name", "type"});
  const std::string value = first_text(item, {"value"});
  const std::string code = first_text(item, {"code"});
  if (value.empty() && code.empty()) return false;
  const auto add = [&](EntityKind kind) { article.editor_tags.push_back({kind, value, code}); };
  if (name == "persons" || name == "person") {
    add(EntityKind::person);
  } else if (name == "organizations" || name == "organization") {
    add(EntityKind::organisation);
  } else if (name == "glocations") {
    add(EntityKind::country);  // what is no country is passed over
  } else if (name == "places") {
    add(EntityKind::place);
  } else if (value.empty()) {
    return false;
  } else {
    add_subject(article, plain(value));
  }
  return true;
}

void add_subjects(Article& article, const json& value) {
  if (value.is_array()) {
    for (const json& item : value) {
      if (item.is_string()) add_subject(article, plain(item.get<std::string>()));
      if (!item.is_object() || add_named(article, item)) continue;
      const Keys names = {"name", "label", "webTitle", "title", "keyword", "term"};
      add_subject(article, plain(first_text(item, names)));
    }
  } else if (value.is_string()) {
    auto text = value.get<std::string>();
    const char separator = text.find(';') != std::string::npos ? ';' : ',';
    for (std::string_view rest = text; !rest.empty();) {
      const size_t end = std::min(rest.find(separator), rest.size());
      add_subject(article, plain(std::string(rest.substr(0, end))));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

// A date as text; MongoDB's exports have {"$date": …}.
std::string date_text(const json& value) {
  if (value.is_object()) {
    for (const char* key : {"$date", "$numberLong", "value", "iso"}) {
      if (const auto found = value.find(key); found != value.end())
        return found->is_object() ? first_text(*found, {"$numberLong"}) : to_text(*found);
    }
  }
  return value.is_array() ? std::string() : to_text(value);
}

// "1545782400", "1545782400000", "1545782400.5": seconds, milliseconds or microseconds since 1970
// as the day in UTC, "2018-12-26"; any other text as it is.
std::string without_epoch(const std::string& date) {
  const std::string digits = date.substr(0, date.find('.'));
  const size_t sign = digits.starts_with('-') ? 1 : 0;
  if (digits.size() < 9 + sign || digits.size() > 17 ||
      digits.find_first_not_of("0123456789", sign) != std::string::npos)
    return date;
  if (digits.size() == 14) return date;  // 20181226100000
  long long seconds = std::stoll(digits);
  while (seconds > 99'999'999'999 || seconds < -99'999'999'999) seconds /= 1000;
  const auto days = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(seconds)));
  const std::chrono::year_month_day day(days);
  const auto date_in_utc =
      make_date(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                static_cast<int>(static_cast<unsigned>(day.day())));
  return date_in_utc ? to_iso(*date_in_utc) : date;
}

}  // namespace

Article article_from_json(const json& object) {
  const Layers layers(object);
  Article article;
  article.id = layers.first({"id", "_id", "uri", "guid", "article_id", "uuid"});
  article.title = tidy_line(plain(layers.first(title_keys)));
  article.text = body_of(layers);
  article.source = layers.first(source_keys);
  article.url = layers.first(url_keys);
  article.byline = without_by(layers.first(byline_keys));
  article.dateline = layers.first({"dateline", "located"});
  article.language = language_code(layers.first({"language", "lang", "inLanguage", "locale"}));
  std::vector<std::string> dates;
  for (const json* value : layers.all(date_keys)) dates.push_back(without_epoch(date_text(*value)));
  set_date(article, dates);
  for (const json* value : layers.all(subject_keys)) add_subjects(article, *value);
  if (article.title.empty() && article.text.empty())
    throw ArticleError("no headline (\"title\") and no text (\"text\")");
  return article;
}

bool are_keys_of_article(const std::vector<std::string>& keys) {
  const auto has = [&keys](const Keys& wanted) {
    return std::any_of(keys.begin(), keys.end(),
                       [&wanted](const std::string& key) { return contains(wanted, key); });
  };
  if (has({"$schema"})) return false;
  return has(text_keys) || has({"_source", "attributes"}) ||
         (has(title_keys) && (has(date_keys) || has(url_keys) || has(byline_keys)));
}

}  // namespace chancery
