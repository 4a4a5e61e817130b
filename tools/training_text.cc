// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/training_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "corpus/compressed_input.h"

namespace chancery {
namespace {

// So many sentences stand for an article, whose words explain each other.
constexpr int sentences_per_text = 12;

// Our own marks are exact; those of the Groningen Meaning Bank were made by machine, and those of
// the documents are not complete.
constexpr float bracketed_weight = 3;
constexpr float conll_weight = 0.1F;
constexpr float incomplete_weight = 0.3F;

bool is_closing(const std::string& token) {
  return token.size() <= 2 && token.find_first_not_of(".,;:?!)]%") == std::string::npos;
}

bool is_genitive(const std::string& token) {
  return token == "'s" || token == "n't" || token == "'";
}

// Puts tokens together as they stood in print.
class TextBuilder {
 public:
  explicit TextBuilder(const std::function<void(MarkedText&&)>& use) : use_(use) {}

  void add(const std::string& token, bool person, bool begins) {
    const bool quote = token == "\"" || token == "``" || token == "''";
    const bool closing_quote = quote && quoted_;
    const bool joined = is_closing(token) || is_genitive(token) || closing_quote || glue_;
    if (!at_start_ && !joined) marked_.text += ' ';
    at_start_ = false;
    const size_t begin = marked_.text.size();
    marked_.text += quote ? "\"" : token;
    if (quote) quoted_ = !quoted_;
    glue_ = token == "(" || token == "[" || token == "$" || (quote && quoted_);
    if (person && in_person_ && !begins) {
      marked_.persons.back().end = marked_.text.size();
    } else if (person) {
      marked_.persons.push_back({begin, marked_.text.size()});
    }
    in_person_ = person;
  }

  void end_sentence() {
    if (at_start_) return;
    quoted_ = glue_ = in_person_ = false;
    at_start_ = true;
    marked_.text += '\n';
    if (++sentences_ % sentences_per_text == 0) finish();
  }

  void finish() {
    marked_.weight = conll_weight;
    if (!marked_.text.empty()) use_(std::move(marked_));
    marked_ = {};
  }

 private:
  const std::function<void(MarkedText&&)>& use_;
  MarkedText marked_;
  int sentences_ = 0;
  bool at_start_ = true;
  bool quoted_ = false;
  bool glue_ = false;
  bool in_person_ = false;
};

void read_conll(ByteSource& source, const std::function<void(MarkedText&&)>& use) {
  TextBuilder builder(use);
  std::string line;
  while (source.read_line(line, largest_item) == ByteSource::Line::read) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    const size_t first_gap = line.find_first_of(" \t");
    if (line.empty() || first_gap == std::string::npos) {
      builder.end_sentence();
      continue;
    }
    std::string tag = line.substr(line.find_last_of(" \t") + 1);
    std::transform(tag.begin(), tag.end(), tag.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    builder.add(line.substr(0, first_gap), tag.ends_with("-per"), tag.starts_with("b-"));
  }
  builder.finish();
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

void mark_all(MarkedText& marked, const std::string& form) {
  const std::string& text = marked.text;
  for (size_t at = text.find(form); at != std::string::npos; at = text.find(form, at + 1)) {
    const size_t end = at + form.size();
    if ((at > 0 && is_letter(text[at - 1])) || (end < text.size() && is_letter(text[end])))
      continue;
    marked.persons.push_back({at, end});
  }
}

void read_lines(ByteSource& source, const std::function<void(MarkedText&&)>& use) {
  std::string line;
  while (source.read_line(line, largest_item) == ByteSource::Line::read) {
    const auto json = nlohmann::json::parse(line);
    MarkedText marked{json.at("text"), {}, false, incomplete_weight};
    for (const auto& person : json.at("persons")) {
      for (const std::string form : person.at("surfaces")) mark_all(marked, form);
    }
    use(std::move(marked));
  }
}

// Our own articles: "… said [[Ingrid van der Meer]], 45." An article ends at a line of "====".
void read_bracketed(ByteSource& source, const std::function<void(MarkedText&&)>& use) {
  MarkedText marked;
  std::string line;
  const auto finish = [&marked, &use] {
    marked.weight = bracketed_weight;
    if (!marked.text.empty()) use(std::move(marked));
    marked = {};
  };
  bool open = false;
  while (source.read_line(line, largest_item) == ByteSource::Line::read) {
    if (line.starts_with("====")) {
      finish();
      continue;
    }
    for (size_t at = 0; at < line.size(); ++at) {
      if (line.compare(at, 2, "[[") == 0) {
        if (open) throw Error(source.name() + ": brackets within brackets: " + line);
        marked.persons.push_back({marked.text.size(), marked.text.size()});
      } else if (line.compare(at, 2, "]]") == 0) {
        if (!open) throw Error(source.name() + ": brackets that close nothing: " + line);
        marked.persons.back().end = marked.text.size();
      } else {
        marked.text += line[at];
        continue;
      }
      open = !open;
      ++at;
    }
    marked.text += '\n';
  }
  finish();
}

bool has_brackets(std::string_view head) { return head.find("[[") != std::string_view::npos; }

}  // namespace

void read_training_text(const std::string& path, const std::function<void(MarkedText&&)>& use) {
  const auto fail = [](const std::string& name, const std::string& why) {
    throw Error(name + ": " + why);
  };
  try {
    open_path(
        path,
        [&use](ByteSource& source) {
          const std::string_view head = source.peek(4096);
          if (head.starts_with('{')) {
            read_lines(source, use);
          } else if (has_brackets(head)) {
            read_bracketed(source, use);
          } else {
            read_conll(source, use);
          }
        },
        fail);
  } catch (const ArticleError& error) {
    fail(path, error.what());
  } catch (const nlohmann::json::exception& error) {
    fail(path, error.what());
  }
}

}  // namespace chancery
