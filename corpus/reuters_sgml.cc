// SPDX-License-Identifier: GPL-2.0-or-later
/// Reuters-21578 (D. Lewis, 1997): SGML files of a thousand <REUTERS> articles each, in ISO 8859-1,
/// read one article at a time.
#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/formats.h"
#include "corpus/html/html_text.h"
#include "corpus/news_article.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

std::string between(std::string_view text, std::string_view open, std::string_view close) {
  const size_t start = text.find(open);
  if (start == std::string_view::npos) return {};
  const size_t from = start + open.size();
  const size_t end = text.find(close, from);
  return std::string(text.substr(from, end == std::string_view::npos ? end : end - from));
}

// The few entities that the collection uses, and control characters away.
std::string plain(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> entities = {
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}};
  std::string out;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '&') {
      bool found = false;
      for (const auto& [name, character] : entities) {
        if (text.compare(at, name.size(), name) != 0) continue;
        out += character;
        at += name.size();
        found = true;
        break;
      }
      if (found) continue;
      if (text.compare(at, 2, "&#") == 0) {
        const size_t end = text.find(';', at);
        if (end != std::string::npos && end - at <= 6) {
          at = end + 1;
          continue;
        }
      }
    }
    out += text[at++];
  }
  return out;
}

// A paragraph begins with spaces; other line feeds only wrap.
std::string unwrap(std::string_view body) {
  std::string text;
  for (size_t at = 0; at < body.size(); ++at) {
    const bool paragraph = body[at] == '\n' && body.substr(at + 1).starts_with("    ");
    text += body[at] == '\n' && !paragraph ? ' ' : body[at];
  }
  return tidy_text(text);
}

// "<D>usa</D><D>west-germany</D>" -> {"usa", "west germany"}; what the collection calls a topic
// stays as it is.
std::vector<std::string> list_in(std::string_view item, const std::string& name) {
  std::vector<std::string> entries;
  const std::string list = between(item, "<" + name + ">", "</" + name + ">");
  constexpr size_t tag = 3;
  for (size_t at = list.find("<D>"); at != std::string::npos; at = list.find("<D>", at)) {
    const size_t end = std::min(list.find("</D>", at), list.size());
    const std::string_view written = std::string_view(list).substr(at + tag, end - at - tag);
    std::string entry = tidy_line(plain(windows_1252_to_utf8(written)));
    if (!entry.empty()) entries.push_back(std::move(entry));
    at = end;
  }
  return entries;
}

// The names that are not those of everyday use.
EditorTag country(std::string name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> codes = {
      {{"usa", "US"},
       {"uk", "GB"},
       {"ussr", "SU"},
       {"uae", "AE"},
       {"us-virgin-islands", "VI"},
       {"yemen-arab-republic", "YE"},
       {"yemen-demo-republic", "YD"},
       {"congo", "CG"},
       {"trinidad-tobago", "TT"},
       {"kampuchea", "KH"}}};
  for (const auto& [known, code] : codes) {
    if (known == name) return {EntityKind::country, name, std::string(code)};
  }
  std::replace(name.begin(), name.end(), '-', ' ');
  return {EntityKind::country, name, {}};
}

EditorTag organisation(std::string name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 16> names = {
      {{"worldbank", "World Bank"},
       {"ec", "European Community"},
       {"un", "United Nations"},
       {"euratom", "Euratom"},
       {"adb-asia", "Asian Development Bank"},
       {"adb-africa", "African Development Bank"},
       {"atpc", "Association of Tin Producing Countries"},
       {"icco", "International Cocoa Organization"},
       {"ico-coffee", "International Coffee Organization"},
       {"ico-islam", "Organization of the Islamic Conference"},
       {"inro", "International Natural Rubber Organization"},
       {"irsg", "International Rubber Study Group"},
       {"itc", "International Tin Council"},
       {"iwc-wheat", "International Wheat Council"},
       {"iwc-whales", "International Whaling Commission"},
       {"isa", "International Sugar Agreement"}}};
  for (const auto& [known, full] : names) {
    if (known == name) return {EntityKind::organisation, std::string(full), {}};
  }
  for (char& c : name) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 0x20 : c);
  return {EntityKind::organisation, std::move(name), {}};  // "opec", "imf"
}

// "james-baker" -> "James Baker"; of many, the surname only.
EditorTag person(std::string name) {
  std::replace(name.begin(), name.end(), '-', ' ');
  for (size_t i = 0; i < name.size(); ++i) {
    if ((i == 0 || name[i - 1] == ' ') && name[i] >= 'a' && name[i] <= 'z')
      name[i] = static_cast<char>(name[i] - 0x20);
  }
  return {EntityKind::person, std::move(name), {}};
}

Article to_article(std::string_view item) {
  Article article;
  const std::string number = tidy_line(windows_1252_to_utf8(between(item, "NEWID=\"", "\"")));
  if (!number.empty()) article.id = "reuters-" + number;
  set_date(article, {tidy_line(between(item, "<DATE>", "</DATE>"))});
  article.subjects = list_in(item, "TOPICS");
  for (std::string& name : list_in(item, "PLACES"))
    article.editor_tags.push_back(country(std::move(name)));
  for (std::string& name : list_in(item, "PEOPLE"))
    article.editor_tags.push_back(person(std::move(name)));
  for (std::string& name : list_in(item, "ORGS"))
    article.editor_tags.push_back(organisation(std::move(name)));
  article.source = "Reuters";
  article.language = "en";
  const std::string text = between(item, "<TEXT", "</TEXT>");
  article.title = tidy_line(plain(windows_1252_to_utf8(between(text, "<TITLE>", "</TITLE>"))));
  article.byline =
      without_by(tidy_line(plain(windows_1252_to_utf8(between(text, "<AUTHOR>", "</AUTHOR>")))));
  article.dateline =
      tidy_line(plain(windows_1252_to_utf8(between(text, "<DATELINE>", "</DATELINE>"))));
  while (article.dateline.ends_with('-') || article.dateline.ends_with(' '))
    article.dateline.pop_back();
  for (const std::string_view agency : {", Reuters", ", Reuter"}) {
    if (article.byline.ends_with(agency)) {
      article.byline.resize(article.byline.size() - agency.size());
    }
  }
  if (const std::string body = between(text, "<BODY>", "</BODY>"); !body.empty()) {
    article.text = unwrap(plain(windows_1252_to_utf8(body)));
  } else {
    // Items of type UNPROC, tables mostly, have their text bare, behind the last tag, the headline
    // too.
    article.text = tidy_text(plain(windows_1252_to_utf8(text.substr(text.rfind('>') + 1))));
    if (article.title.empty()) {
      const size_t line = std::min(article.text.find('\n'), article.text.size());
      article.title = article.text.substr(0, line);
      article.text.erase(0, line + 1);
    }
  }
  for (const std::string_view ending : {" Reuter", "\nReuter", " REUTER", "\nREUTER"}) {
    if (article.text.ends_with(ending)) article.text.resize(article.text.size() - ending.size());
  }
  // So the collection fills the body of what was a headline only (type BRIEF).
  if (article.text == "Blah blah blah.") article.text.clear();
  return article;
}

bool recognise(std::string_view head) { return head.find("<REUTERS ") != std::string_view::npos; }

void read(ByteSource& source, const ArticleSink& sink) {
  std::string line;
  std::string item;
  bool inside = false;
  for (size_t number = 1;; ++number) {
    const ByteSource::Line got = source.read_line(line, largest_item);
    if (got == ByteSource::Line::end) break;
    if (inside && (got == ByteSource::Line::too_long || item.size() + line.size() > largest_item)) {
      sink.reject("line " + std::to_string(number),
                  "an article larger than " + std::to_string(largest_item >> 20) + " MiB");
      inside = false;
    }
    if (line.find("<REUTERS ") != std::string::npos) {
      if (inside) sink.reject("line " + std::to_string(number), "the article before has no end");
      item.clear();
      inside = true;
    }
    if (!inside) continue;
    item.append(line).append("\n");
    if (line.find("</REUTERS>") != std::string::npos) {
      sink.article(to_article(item));
      inside = false;
    }
  }
  if (inside) sink.reject("at the end", "the last article is cut short");
}

}  // namespace

const Format reuters_sgml = {"reuters-sgml", "the Reuters-21578 collection", recognise, read};

}  // namespace chancery
