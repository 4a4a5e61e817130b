// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/news_article.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/fold.h"
#include "common/line_wraps.h"
#include "corpus/country_names.h"
#include "corpus/html/html_text.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

// cv.iptc.org/newscodes/subjectcode and /mediatopic: the 17 at the top have the same numbers in
// both.
constexpr std::array<std::string_view, 17> top_subjects = {"arts, culture and entertainment",
                                                           "crime, law and justice",
                                                           "disaster and accident",
                                                           "economy, business and finance",
                                                           "education",
                                                           "environment",
                                                           "health",
                                                           "human interest",
                                                           "labour",
                                                           "lifestyle and leisure",
                                                           "politics",
                                                           "religion and belief",
                                                           "science and technology",
                                                           "social issue",
                                                           "sport",
                                                           "unrest, conflicts and war",
                                                           "weather"};

// Nobody gives an article more; each is looked for among those before it.
constexpr size_t most_subjects = 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "subj:11003000" and "11003000": eight digits, the first two of which are the top level. The newer
// media topics, 20000000 and up, do not say theirs.
std::string top_subject(std::string_view code) {
  const std::string digits = last_part(code);
  if (digits.size() != 8 || !std::all_of(digits.begin(), digits.end(), is_digit)) return {};
  const auto top = static_cast<size_t>((digits[0] - '0') * 10 + digits[1] - '0');
  return top >= 1 && top <= top_subjects.size() ? std::string(top_subjects[top - 1])
                                                : std::string();
}

// "Wed October 15, 2003 06:11 AM ET": of all its words none is a place.
bool is_only_a_date(std::string_view text) {
  constexpr auto words = std::to_array<std::string_view>(
      {"january", "february",  "march",    "april",     "may",      "june",     "july",
       "august",  "sept",      "october",  "september", "november", "december", "monday",
       "tuesday", "wednesday", "thursday", "friday",    "saturday", "sunday",   "am",
       "pm",      "et",        "est",      "edt",       "gmt",      "utc"});
  std::string word;
  for (size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) return false;
    if (at < text.size() && is_letter(text[at])) {
      word += static_cast<char>(text[at] | 0x20);
    } else if (!word.empty()) {
      const auto known = [&word](std::string_view other) {
        return word == other || (word.size() >= 3 && other.starts_with(word));
      };
      if (std::none_of(words.begin(), words.end(), known)) return false;
      word.clear();
    }
  }
  return parse_published_date(text).has_value();
}

bool looks_like_html(std::string_view text) {
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const size_t name = at + 1 < text.size() && text[at + 1] == '/' ? at + 2 : at + 1;
    // Without a '>' behind this one there is none behind the next either.
    if (name < text.size() && is_letter(text[name]))
      return text.find('>', name) != std::string_view::npos;
  }
  return false;
}

std::string unwrapped(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  const LineWraps wraps(text);
  std::string out = text;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n' && wraps.is_wrap(at)) out[at] = ' ';
  }
  return out;
}

}  // namespace

std::string first_of(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts) {
    if (!text.empty()) return text;
  }
  return {};
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

void add_subject(Article& article, std::string_view name, std::string_view code) {
  std::string subject = tidy_line(name);
  if (subject.empty()) subject = top_subject(code);
  if (subject.empty()) subject = tidy_line(code);
  if (subject.empty() || article.subjects.size() == most_subjects ||
      std::find(article.subjects.begin(), article.subjects.end(), subject) !=
          article.subjects.end())
    return;
  article.subjects.push_back(std::move(subject));
}

void add_tag(Article& article, EntityKind kind, std::string_view name, std::string_view code) {
  EditorTag tag{kind, tidy_line(name), std::string(code)};
  if ((tag.name.empty() && tag.code.empty()) || article.editor_tags.size() == most_subjects) return;
  const auto same = [&tag](const EditorTag& other) {
    return other.kind == tag.kind &&
           (tag.code.empty() ? other.name == tag.name : other.code == tag.code);
  };
  if (std::none_of(article.editor_tags.begin(), article.editor_tags.end(), same))
    article.editor_tags.push_back(std::move(tag));
}

void add_place(Article& article, std::string_view name, std::string_view code, bool is_country) {
  const std::string known =
      is_country_code(code) ? std::string(code) : country_named(name, article.language);
  add_tag(article, is_country || !known.empty() ? EntityKind::country : EntityKind::place, name,
          known);
}

std::string country_code_in(std::string_view code) {
  const std::string scheme = lower(code);
  const bool of_countries =
      scheme.find("country") != std::string::npos || scheme.find("cntry") != std::string::npos ||
      scheme.find("iso3166-1") != std::string::npos || scheme.find("iso3166:") != std::string::npos;
  std::string last = last_part(code);
  for (char& c : last) c = is_letter(c) ? static_cast<char>(c & ~0x20) : c;
  return of_countries && is_country_code(last) ? last : std::string();
}

std::string last_part(std::string_view code) {
  const size_t at = code.find_last_of(":/#");
  return std::string(at == std::string_view::npos ? code : code.substr(at + 1));
}

std::string without_by(std::string byline) {
  if (byline.size() > 3 &&
      (byline.starts_with("By ") || byline.starts_with("BY ") || byline.starts_with("by "))) {
    byline.erase(0, 3);
  }
  return byline;
}

std::string to_byline(std::string byline, std::string_view language) {
  struct By {
    std::string_view language;
    std::string_view word;
  };
  constexpr std::array<By, 10> words = {{{"de", "von "},
                                         {"fr", "par "},
                                         {"es", "por "},
                                         {"pt", "por "},
                                         {"it", "di "},
                                         {"nl", "door "},
                                         {"sv", "av "},
                                         {"nb", "av "},
                                         {"no", "av "},
                                         {"da", "af "}}};
  byline = without_by(tidy_line(byline));
  const std::string small = lower(byline);
  for (const By& by : words) {
    if (by.language == language && small.starts_with(by.word)) byline.erase(0, by.word.size());
  }
  while (!byline.empty() && (byline.back() == ',' || byline.back() == ';' || byline.back() == ' '))
    byline.pop_back();
  return byline;
}

std::string to_dateline(std::string dateline) {
  dateline = tidy_line(dateline);
  for (;;) {
    const size_t before = dateline.size();
    for (const std::string_view end : {"-", "–", "—", "_", ":", " "}) {
      if (dateline.ends_with(end)) dateline.erase(dateline.size() - end.size());
    }
    if (dateline.size() == before) break;
  }
  // A place begins with a letter; what begins with digits is the time of a machine.
  return dateline.empty() || is_digit(dateline.front()) || is_only_a_date(dateline) ? std::string()
                                                                                    : dateline;
}

bool is_withdrawn(std::string_view status) {
  const std::string word = lower(last_part(status));
  return word == "canceled" || word == "cancelled" || word == "withheld";
}

std::string typed_paragraphs(std::string_view text) {
  std::string out(text);
  std::vector<size_t> ends;  // line feeds with a paragraph behind them
  size_t at_margin = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r') out[at] = ' ';
    if (text[at] != '\n') continue;
    out[at] = ' ';
    const size_t next = text.find_first_not_of(" \t\r", at + 1);
    if (next == std::string_view::npos) break;
    if (next == at + 1 && text[next] != '\n') ++at_margin;
    if (text[next] == '\n' || next >= at + 3) ends.push_back(at);
  }
  if (at_margin < 2) return out;
  for (const size_t end : ends) out[end] = '\n';
  return out;
}

std::string plain_or_html(const std::string& text) {
  if (!looks_like_html(text)) return tidy_text(unwrapped(text));
  const size_t block = text.find("<p");
  if (block != std::string::npos && text.find("<p", block + 1) != std::string::npos)
    return html_to_text(text);
  return html_to_text(with_line_breaks(typed_paragraphs(text)));
}

void set_body(Article& article, std::string text) {
  // The title of the markup's head, and its first heading.
  for (int i = 0; i < 2; ++i) {
    const size_t end = text.find('\n');
    if (end != std::string::npos && text.compare(0, end, article.title) == 0)
      text.erase(0, end + 1);
  }
  article.text = std::move(text);
}

void note_mended(Article& article) {
  for (const std::string* text : {&article.title, &article.text}) {
    if (text->find("\uFFFD") == std::string::npos) continue;
    article.notes.emplace_back("characters that its encoding does not have were replaced");
    return;
  }
}

}  // namespace chancery
