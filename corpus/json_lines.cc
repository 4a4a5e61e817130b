// SPDX-License-Identifier: GPL-2.0-or-later
/// JSON Lines (jsonlines.org): one article a line, as crawlers and exports write it.
#include "common/error.h"
#include "common/utf8.h"
#include "corpus/formats.h"
#include "corpus/html_text.h"
#include "corpus/json_text.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

constexpr std::initializer_list<const char*> title_keys = {"title", "headline", "head", "hed"};
constexpr std::initializer_list<const char*> text_keys = {
    "text", "body", "content", "maintext", "article", "body_text", "articleBody", "fulltext"};

Article to_article(const nlohmann::json& object) {
  Article article;
  article.id = first_text(object, {"id", "_id", "uri", "guid", "article_id", "uuid"});
  article.title = tidy_line(first_text(object, title_keys));
  article.text = first_text(object, text_keys);
  article.source = first_text(object, {"source", "publisher", "publication", "outlet", "agency",
                                       "source_domain", "domain", "site"});
  article.url = first_text(object, {"url", "link", "href"});
  article.byline = without_by(first_text(object, {"byline", "author", "authors", "creator"}));
  article.dateline = first_text(object, {"dateline", "located"});
  article.language = language_code(first_text(object, {"language", "lang"}));
  const std::string date =
      first_text(object, {"date", "published", "date_published", "datePublished", "date_publish",
                          "publish_date", "published_at", "publishedAt", "pubDate", "pub_date",
                          "publication_date", "timestamp", "created_at"});
  set_date(article, {date});
  return article;
}

bool has_any(const nlohmann::json& object, std::initializer_list<const char*> keys) {
  return !first_text(object, keys).empty();
}

bool recognise(std::string_view head) {
  const size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || head[start] != '{') return false;
  const std::string_view line = head.substr(start, head.find('\n', start) - start);
  try {
    const nlohmann::json object = parse_json_object(std::string(line));
    return has_any(object, title_keys) || has_any(object, text_keys);
  } catch (const ArticleError&) {
    // A first article longer than what was looked at, or broken: told by its keys.
    for (const auto& keys : {title_keys, text_keys}) {
      for (const char* key : keys) {
        if (line.find('"' + std::string(key) + "\":") != std::string_view::npos) return true;
        if (line.find('"' + std::string(key) + "\" :") != std::string_view::npos) return true;
      }
    }
    return false;
  }
}

void read(ByteSource& source, const ArticleSink& sink) {
  std::string line;
  for (size_t number = 1;; ++number) {
    const ByteSource::Line got = source.read_line(line, largest_item);
    if (got == ByteSource::Line::end) return;
    const std::string place = "line " + std::to_string(number);
    if (got == ByteSource::Line::too_long) {
      sink.reject(place, "longer than " + std::to_string(largest_item >> 20) + " MiB");
      continue;
    }
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.find_first_not_of(" \t\r\0") == std::string::npos) continue;
    try {
      Article article = to_article(parse_json_object(line));
      if (article.title.empty() && article.text.empty()) {
        throw ArticleError("no headline (\"title\") and no text (\"text\")");
      }
      sink.article(std::move(article));
    } catch (const ArticleError& error) {
      sink.reject(place, error.what());
    }
  }
}

}  // namespace

const Format json_lines = {"jsonl", "JSON Lines: one article a line", recognise, read};

}  // namespace chancery
