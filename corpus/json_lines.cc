// SPDX-License-Identifier: GPL-2.0-or-later
/// Articles as JSON (RFC 8259): JSON Lines (jsonlines.org), one article a line; and what
/// programming interfaces and exports give, an array of articles, or an object that has one
/// ("articles", "items", "hits" …), read one article at a time.
#include <algorithm>

#include "common/error.h"
#include "corpus/formats.h"
#include "corpus/json_article.h"
#include "corpus/json_items.h"
#include "corpus/text_lines.h"

namespace chancery {
namespace {

// Where the JSON starts; `head.size()` where it is none.
size_t start_of_json(std::string_view head) {
  size_t start = head.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  start = head.find_first_not_of(" \t\r\n", start);
  return start == std::string_view::npos || (head[start] != '{' && head[start] != '[') ? head.size()
                                                                                       : start;
}

// Whether the first line is an object of its own; JSON that is laid out over several lines breaks
// where more must follow.
bool is_one_a_line(std::string_view head) {
  head.remove_prefix(start_of_json(head));
  if (!head.starts_with('{')) return false;
  const size_t end = head.find('\n');
  if (end == std::string_view::npos) return true;
  const size_t last = head.find_last_not_of(" \t\r\n", end);
  return std::string_view("{[,:").find(head[last]) == std::string_view::npos;
}

bool is_article(const std::string& item, bool one_a_line) {
  const std::vector<std::string> keys = top_keys(item);
  if (are_keys_of_article(keys)) return true;
  // A headline alone will do, but not in a file of settings or a schema.
  return one_a_line && (std::find(keys.begin(), keys.end(), "title") != keys.end() ||
                        std::find(keys.begin(), keys.end(), "headline") != keys.end());
}

bool recognise(std::string_view head) {
  if (start_of_json(head) == head.size()) return false;
  const auto source = source_of_text({}, std::string(head));
  JsonItems items(*source);
  std::string item;
  try {
    if (!items.next(item)) return false;
  } catch (const ArticleError&) {
    // A first article longer than what was looked at, or broken: told by its keys.
  }
  return is_article(item, is_one_a_line(head));
}

void read_items(ByteSource& source, const ArticleSink& sink) {
  JsonItems items(source);
  std::string item;
  for (;;) {
    try {
      if (!items.next(item)) return;
      sink.article(article_from_json(parse_json_object(item)));
    } catch (const ArticleError& error) {
      sink.reject("item " + std::to_string(items.number()), error.what());
    }
  }
}

void read(ByteSource& source, const ArticleSink& sink) {
  if (is_one_a_line(source.peek(head_size)) && !JsonItems(source).wrapped()) {
    for_each_line(source, sink, [&sink](const std::string& line, const std::string&) {
      sink.article(article_from_json(parse_json_object(line)));
    });
  } else {
    read_items(source, sink);
  }
}

}  // namespace

const Format json_lines = {"jsonl", "JSON: one article a line, or an array of articles", recognise,
                           read};

}  // namespace chancery
