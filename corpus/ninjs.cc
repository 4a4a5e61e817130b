// SPDX-License-Identifier: GPL-2.0-or-later
/// ninjs 1.0 to 3.1 (iptc.org/std/ninjs): one news item of JSON per file.
#include <algorithm>

#include "common/error.h"
#include "corpus/formats.h"
#include "corpus/html_text.h"
#include "corpus/json_text.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

using nlohmann::json;

// ninjs 2 and 3: [{"role": "main", "contentType": "text/html", "value": "…"}]. The main role first,
// else whatever has a value. `html` says whether it is markup.
std::string main_value(const json& item, const char* key, bool& html) {
  const auto list = item.find(key);
  if (list == item.end() || !list->is_array()) return {};
  const json* best = nullptr;
  for (const json& entry : *list) {
    if (!entry.is_object() || !entry.contains("value") || !entry["value"].is_string()) continue;
    if (best == nullptr || first_text(entry, {"role"}) == "main") best = &entry;
  }
  if (best == nullptr) return {};
  const std::string type = first_text(*best, {"contentType", "contenttype"});
  const auto value = (*best)["value"].get<std::string>();
  html = type.find("html") != std::string::npos || (type.empty() && value.starts_with("<"));
  return value;
}

std::string body_of(const json& item) {
  if (std::string text = first_text(item, {"body_text"}); !text.empty()) return tidy_text(text);
  const std::string html = first_text(item, {"body_html", "body_xhtml"});
  if (!html.empty()) return html_to_text(html);
  bool is_html = false;
  if (const std::string value = main_value(item, "bodies", is_html); !value.empty()) {
    return is_html ? html_to_text(value) : tidy_text(value);
  }
  return tidy_text(first_text(item, {"description_text"}));
}

Article to_article(const json& item) {
  Article article;
  bool ignored = false;
  article.id = first_text(item, {"uri", "guid"});
  article.title = first_text(item, {"headline", "title"});
  if (article.title.empty()) article.title = main_value(item, "headlines", ignored);
  if (article.title.empty()) article.title = first_text(item, {"name"});
  article.title = html_to_text(article.title);
  std::replace(article.title.begin(), article.title.end(), '\n', ' ');
  article.text = body_of(item);
  const std::string date =
      first_text(item, {"firstcreated", "firstCreated", "contentcreated", "contentCreated"});
  set_date(article, {first_text(item, {"versioncreated", "versionCreated"}), date});
  article.source = first_text(item, {"source", "provider", "copyrightholder", "copyrightHolder"});
  article.byline = without_by(first_text(item, {"byline", "by"}));
  article.dateline = first_text(item, {"located"});
  article.language = language_code(first_text(item, {"language"}));
  return article;
}

bool has_key(std::string_view text, std::initializer_list<std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(), [text](std::string_view key) {
    return text.find('"' + std::string(key) + '"') != std::string_view::npos;
  });
}

// An object with an id of ninjs's own kind and a field that only ninjs writes so.
bool recognise(std::string_view head) {
  const size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || head[start] != '{') return false;
  return has_key(head, {"uri", "guid"}) &&
         has_key(head, {"versioncreated", "versionCreated", "body_text", "body_html", "body_xhtml",
                        "headlines", "bodies", "pubstatus", "pubStatus", "firstcreated"});
}

void read(ByteSource& source, const ArticleSink& sink) {
  sink.article(to_article(parse_json_object(source.read_all(largest_item))));
}

}  // namespace

const Format ninjs = {"ninjs", "IPTC ninjs 1 to 3: one item per file", recognise, read};

}  // namespace chancery
