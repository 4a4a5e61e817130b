// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_items.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/error.h"

namespace chancery {
namespace {

constexpr size_t head_size = 64 << 10;
constexpr size_t deepest_outside = 1000;
constexpr size_t deepest_inside = 1 << 20;

constexpr std::array<std::string_view, 14> wrappers = {
    "articles", "items", "hits", "results", "docs",  "documents", "data",
    "response", "news",  "list", "entries", "posts", "stories",   "records"};
// What an article has and a wrapper has not.
constexpr std::array<std::string_view, 5> of_articles = {"text", "body", "content", "maintext",
                                                         "articleBody"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

template <size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The object at the beginning of `head` has a wrapper's array in it, and is no article with such a
// list.
bool is_wrapper(std::string_view head) {
  const size_t start = head.find_first_of("{[");
  if (start == std::string_view::npos || head[start] != '{') return false;
  head.remove_prefix(start);
  const std::vector<std::string> keys = top_keys(head);
  const auto has = [&keys](std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  if (std::any_of(of_articles.begin(), of_articles.end(), has)) return false;
  if ((has("title") || has("headline")) && !has("items")) return false;  // JSON Feed has both
  const auto source = source_of_text({}, std::string(head));
  JsonItems trial(*source, true);
  std::string item;
  try {
    return trial.next(item) && trial.values_done() == 0;
  } catch (const ArticleError&) {
    return trial.values_done() == 0;  // an item that the head cuts short
  }
}

}  // namespace

JsonItems::JsonItems(ByteSource& source) : JsonItems(source, is_wrapper(source.peek(head_size))) {}

JsonItems::JsonItems(ByteSource& source, bool wrapped) : source_(source), wrapped_(wrapped) {}

std::optional<char> JsonItems::take() {
  if (at_ == buffer_.size()) {
    buffer_.resize(head_size);
    buffer_.resize(source_.read(buffer_.data(), buffer_.size()));
    at_ = 0;
    if (buffer_.empty()) return std::nullopt;
  }
  return buffer_[at_++];
}

// Behind the opening quotation mark; gives the string as it is written, only so much as a key may
// have.
std::string JsonItems::take_string() {
  constexpr size_t longest_key = 100;
  std::string text;
  bool escaped = false;
  while (const auto c = take()) {
    if (!escaped && *c == '"') break;
    escaped = !escaped && *c == '\\';
    if (text.size() < longest_key) text += *c;
  }
  return text;
}

bool JsonItems::opens_item(char bracket) const {
  if (bracket != '{') return false;
  return open_.empty() ? !wrapped_ : open_.back().kind == '[' && open_.back().has_items;
}

bool JsonItems::next(std::string& item) {
  std::string last_string;
  while (const auto c = take()) {
    if (*c == '"') {
      last_string = take_string();
    } else if (*c == ':' && !open_.empty()) {
      open_.back().key = last_string;
    } else if (*c == '}' || *c == ']') {
      if (!open_.empty()) open_.pop_back();
      if (open_.empty()) ++values_done_;
    } else if (opens_item(*c)) {
      ++number_;
      collect(item);
      return true;
    } else if (*c == '{' || *c == '[') {
      if (open_.size() == deepest_outside) {
        while (take()) at_ = buffer_.size();  // no JSON of this world
        throw ArticleError("nests more than " + std::to_string(deepest_outside) + " deep");
      }
      const bool named = open_.empty() || (open_.back().has_items && open_.back().kind == '{' &&
                                           is_one_of(wrappers, open_.back().key));
      open_.push_back({*c, named, {}});
    }
  }
  return false;
}

// From behind its opening bracket to its end.
void JsonItems::collect(std::string& item) {
  item = "{";
  std::string inside = "{";  // the brackets that are open
  bool in_string = false, escaped = false, too_large = false;
  char last = '{';
  while (const auto c = take()) {
    too_large = too_large || item.size() >= largest_item;
    if (!too_large) item += *c;
    if (in_string) {
      // A line feed is none in JSON: the string has lost its end. The parser will say so, the next
      // item is not lost.
      in_string = *c != '\n' && (escaped || *c != '"');
      escaped = !escaped && *c == '\\';
      continue;
    }
    if (is_space(*c)) continue;
    const char before = std::exchange(last, *c);
    if (*c == '"') {
      in_string = true;
      escaped = false;
    } else if (*c == '{' || *c == '[') {
      if (*c == '{' && before == ',' && inside.back() == '{') {
        --at_;  // the next item; this one has no end
        throw ArticleError("broken JSON: its last bracket is missing");
      }
      if (inside.size() == deepest_inside)
        throw ArticleError("nests more than " + std::to_string(deepest_inside) + " deep");
      inside += *c;
    } else if (*c == '}' || *c == ']') {
      if (inside.back() != (*c == '}' ? '{' : '['))
        throw ArticleError("broken JSON: its brackets do not match");
      inside.pop_back();
      if (!inside.empty()) continue;
      if (open_.empty()) ++values_done_;
      if (too_large)
        throw ArticleError("larger than " + std::to_string(largest_item >> 20) + " MiB");
      return;
    }
  }
  throw ArticleError("broken JSON: the file is cut short within it");
}

std::vector<std::string> top_keys(std::string_view text) {
  std::vector<std::string> keys;
  std::string string;
  size_t depth = 0;
  bool in_string = false;
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '"') {
        in_string = false;
      } else {
        string += c;
        if (c == '\\') ++at;
      }
    } else if (c == '"') {
      in_string = true;
      string.clear();
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth <= 1) break;
      --depth;
    } else if (c == ':' && depth == 1) {
      keys.push_back(string);
    }
  }
  return keys;
}

}  // namespace chancery
