// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text_fields.h"

#include <algorithm>
#include <array>

#include "common/fold.h"
#include "corpus/html/html_text.h"
#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/text_dateline.h"

namespace chancery {
namespace {

using Field = TextField;

struct Name {
  std::string_view name;
  Field field;
};

constexpr std::array<Name, 67> names = {{
    {"headline", Field::headline},
    {"title", Field::headline},
    {"hd", Field::headline},
    {"hl", Field::headline},
    {"heading", Field::headline},
    {"subject", Field::subject},
    {"byline", Field::byline},
    {"by", Field::byline},
    {"author", Field::byline},
    {"authors", Field::byline},
    {"reporter", Field::byline},
    {"writer", Field::byline},
    {"dateline", Field::dateline},
    {"place", Field::dateline},
    {"location", Field::dateline},
    {"date", Field::date},
    {"pd", Field::date},
    {"published", Field::date},
    {"publication date", Field::date},
    {"publication-date", Field::date},
    {"pub date", Field::date},
    {"pubdate", Field::date},
    {"date published", Field::date},
    {"issue date", Field::date},
    {"day", Field::date},
    {"load-date", Field::load_date},
    {"load date", Field::load_date},
    {"source", Field::source},
    {"publication", Field::source},
    {"sn", Field::source},
    {"agency", Field::source},
    {"newspaper", Field::source},
    {"publisher", Field::source},
    {"publication title", Field::source},
    {"outlet", Field::source},
    {"journal", Field::source},
    {"language", Field::language},
    {"la", Field::language},
    {"lang", Field::language},
    {"language of publication", Field::language},
    {"id", Field::id},
    {"message-id", Field::id},
    {"an", Field::id},
    {"accession number", Field::id},
    {"document-id", Field::id},
    {"doc-id", Field::id},
    {"proquest document id", Field::id},
    {"guid", Field::id},
    {"url", Field::url},
    {"link", Field::url},
    {"document url", Field::url},
    {"web", Field::url},
    {"keywords", Field::keywords},
    {"key words", Field::keywords},
    {"subjects", Field::keywords},
    {"tags", Field::keywords},
    {"topics", Field::keywords},
    {"category", Field::keywords},
    {"categories", Field::keywords},
    {"person", Field::persons},
    {"persons", Field::persons},
    {"people", Field::persons},
    {"organization", Field::organisations},
    {"organisation", Field::organisations},
    {"organizations", Field::organisations},
    {"country", Field::countries},
    {"countries", Field::countries},
}};

// "VLADIMIR PUTIN" -> "Vladimir Putin", as databases have names in capitals.
std::string in_usual_case(std::string name) {
  if (has_small_letter(name) || name.size() < 6) return name;
  for (size_t i = 1; i < name.size(); ++i) {
    const bool inside =
        name[i - 1] != ' ' && name[i - 1] != '-' && name[i - 1] != '\'' && name[i - 1] != '.';
    if (inside && name[i] >= 'A' && name[i] <= 'Z') name[i] = static_cast<char>(name[i] | 0x20);
  }
  return name;
}

}  // namespace

std::optional<TextField> text_field(std::string_view name) {
  const std::string folded = fold(name);
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&folded](const Name& known) { return known.name == folded; });
  return found == names.end() ? std::nullopt : std::optional(found->field);
}

std::pair<std::string_view, std::string_view> split_label(std::string_view line) {
  constexpr size_t longest_name = 25;
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > longest_name) return {{}, line};
  const std::string_view name = line.substr(0, colon);
  const bool fits = std::all_of(name.begin(), name.end(), [](char c) {
    return (c | 0x20) >= 'a' ? (c | 0x20) <= 'z' : c == ' ' || c == '-';
  });
  const std::string_view value = line.substr(colon + 1);
  if (!fits || name.front() == ' ' || value.starts_with("//")) return {{}, line};
  return {name, value};
}

void TextFields::add(TextField field, std::string_view text) {
  std::string value = tidy_line(text);
  if (value.empty()) return;
  const auto set = [&value](std::string& to) {
    if (to.empty()) to = std::move(value);
  };
  switch (field) {
    case Field::headline: set(article_.title); break;
    case Field::subject: set(subject_); break;
    case Field::byline: set(article_.byline); break;
    case Field::dateline: set(article_.dateline); break;
    case Field::date: dates_.push_back(std::move(value)); break;
    case Field::load_date: load_dates_.push_back(std::move(value)); break;
    case Field::source: set(article_.source); break;
    case Field::language: article_.language = language_code(value); break;
    case Field::id: set(article_.id); break;
    case Field::url: set(article_.url); break;
    case Field::other: break;
    default: add_list(field, value);
  }
}

// "NATO (95%); UNITED NATIONS (60%)"
void TextFields::add_list(TextField field, std::string_view value) {
  const char separator = value.find(';') != std::string_view::npos ? ';' : ',';
  while (!value.empty()) {
    const size_t end = std::min(value.find(separator), value.size());
    std::string entry = tidy_line(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
    if (entry.ends_with("%)"))
      entry = tidy_line(std::string_view(entry).substr(0, entry.rfind('(')));
    if (entry.empty()) continue;
    if (field == Field::keywords) {
      article_.subjects.push_back(std::move(entry));
    } else {
      const EntityKind kind = field == Field::persons     ? EntityKind::person
                              : field == Field::countries ? EntityKind::country
                                                          : EntityKind::organisation;
      article_.editor_tags.push_back({kind, in_usual_case(std::move(entry)), {}});
    }
  }
}

Article TextFields::finish(std::string text) {
  if (article_.title.empty()) {
    article_.title = std::move(subject_);  // as of a mail
  } else {
    add_list(Field::keywords, subject_);
  }
  Article article = std::move(article_);
  article.byline = without_by(article.byline);
  article.text = std::move(text);
  set_date(article, dates_, order_);
  if (!article.date) set_date(article, load_dates_, order_);
  take_run_in_dateline(article);
  return article;
}

}  // namespace chancery
