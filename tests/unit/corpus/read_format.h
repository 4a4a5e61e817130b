// SPDX-License-Identifier: GPL-2.0-or-later
/// Reads a text by a format, for the tests of the formats.
#pragma once

#include <string>
#include <vector>

#include "corpus/formats.h"

namespace chancery {

struct Read {
  std::vector<Article> articles;
  std::vector<std::string> rejects;  ///< "place: reason"
};

inline Read read(const Format& format, std::string text) {
  const auto source = source_of_text("test", std::move(text));
  Read result;
  format.read(*source,
              {[&result](Article&& article) { result.articles.push_back(std::move(article)); },
               [&result](const std::string& place, const std::string& reason) {
                 result.rejects.push_back(place + ": " + reason);
               }});
  return result;
}

/// "id|title|text|date|source|byline|dateline|language".
inline std::string shown(const Article& a) {
  return a.id + "|" + a.title + "|" + a.text + "|" + (a.date ? to_iso(*a.date) : "") + "|" +
         a.source + "|" + a.byline + "|" + a.dateline + "|" + a.language;
}

/// Each article of the text as `shown`, on a line.
inline std::string all(const Format& format, const std::string& text) {
  std::string lines;
  for (const Article& article : read(format, text).articles) lines += shown(article) + "\n";
  return lines;
}

/// Subjects and editors' tags: "oil;trade|country:Russia:RU;person:A B:".
inline std::string given(const Article& a) {
  std::string subjects;
  for (const std::string& subject : a.subjects) subjects += (subjects.empty() ? "" : ";") + subject;
  std::string tags;
  for (const EditorTag& tag : a.editor_tags) {
    tags += (tags.empty() ? "" : ";") + std::string(name_of(tag.kind)) + ":" + tag.name + ":" +
            tag.code;
  }
  return subjects + "|" + tags;
}

}  // namespace chancery
