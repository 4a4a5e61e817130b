// SPDX-License-Identifier: GPL-2.0-or-later
/// Text exports of Factiva, with field codes ("HD", "PD", "LP", "TD" …, as its Search Builder guide
/// lists them) and without; each article ends with its number: "Document LBA0000020181226eecq0000".
#include <algorithm>
#include <array>

#include "common/error.h"
#include "corpus/formats.h"
#include "corpus/html/html_text.h"
#include "corpus/language.h"
#include "corpus/published_date.h"
#include "corpus/text_fields.h"
#include "corpus/text_lines.h"

namespace chancery {
namespace {

constexpr std::array<std::string_view, 26> codes = {
    "SE", "HD", "BY", "CR", "WC",  "PD", "ET", "SN", "SC", "ED",  "PG",  "LA",  "CY",
    "LP", "TD", "CT", "RF", "ART", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN"};

// The code that the line begins with: alone, or parted from its value by two spaces or a tab; by
// one outside of the text.
std::string_view code_of(std::string_view line, bool in_text) {
  const size_t end = std::min(line.find_first_of(" \t"), line.size());
  const std::string_view code = line.substr(0, end);
  if (std::find(codes.begin(), codes.end(), code) == codes.end()) return {};
  const std::string_view behind = line.substr(end);
  const bool apart = is_blank(behind) || behind.starts_with("  ") || behind.starts_with("\t") ||
                     behind.starts_with(" Document ");
  // "NS gcat : Political News"
  const bool coded = behind.find(" : ") != std::string_view::npos && behind.find(" : ") < 20;
  return apart || coded || !in_text ? code : std::string_view();
}

// The article's number in "Document LBA0000020181226eecq0000"; empty where the line is none.
std::string number_in(std::string_view line) {
  constexpr size_t shortest = 16;
  const std::string text = tidy_line(line);
  if (!text.starts_with("Document ")) return {};
  const std::string number = text.substr(9);
  const bool fits = std::all_of(number.begin(), number.end(), [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  });
  return fits && number.size() >= shortest ? number : std::string();
}

bool is_word_count(std::string_view line) {
  const std::string text = tidy_line(line);
  return text.ends_with(" words") && text.find_first_not_of("0123456789,.") == text.size() - 6;
}

// "russ : Russia | eeurz : Eastern Europe" -> "Russia; Eastern Europe"
std::string names_in(std::string_view value) {
  std::string names;
  while (!value.empty()) {
    const size_t end = std::min(value.find('|'), value.size());
    const std::string_view entry = value.substr(0, end);
    const size_t colon = entry.find(" : ");
    if (colon != std::string_view::npos) names += std::string(entry.substr(colon + 3)) + ";";
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return names;
}

void add_coded(TextFields& fields, std::string_view code, const std::string& value,
               std::string& text) {
  if (code == "HD") fields.add(TextField::headline, value);
  if (code == "BY") fields.add(TextField::byline, value);
  if (code == "PD") fields.add(TextField::date, value);
  if (code == "SN") fields.add(TextField::source, value);
  if (code == "LA") fields.add(TextField::language, value);
  if (code == "NS") fields.add(TextField::keywords, names_in(value));
  if (code == "RE") fields.add(TextField::countries, names_in(value));
  if (code == "CO") fields.add(TextField::organisations, names_in(value));
  if (code == "LP" || code == "TD") text += value + "\n";
}

Article from_codes(std::string_view item, TextFields fields) {
  std::string text;
  std::string_view code;
  std::string value;
  while (!item.empty()) {
    const std::string_view line = take_line(item);
    const std::string_view next = code_of(line, code == "LP" || code == "TD");
    if (next.empty()) {
      value.append(line).append("\n");
      continue;
    }
    add_coded(fields, code, value, text);
    code = next;
    value = std::string(line.substr(next.size())) + "\n";
    value.erase(0, std::min(value.find_first_not_of(" \t"), value.size()));
  }
  add_coded(fields, code, value, text);
  return fields.finish(unwrap(text));
}

// Headline, byline, "512 words", date, time, source, its code, edition, language, rights, an empty
// line, the text.
Article without_codes(std::string_view item, TextFields fields) {
  std::string_view rest = item;
  std::string headline;
  bool counted = false;
  while (!rest.empty() && !counted) {
    const std::string_view line = take_line(rest);
    counted = is_word_count(line);
    if (counted || is_blank(line)) continue;
    if (tidy_line(line).starts_with("By ")) {
      fields.add(TextField::byline, line);
    } else {
      headline.append(" ").append(line);
    }
  }
  if (!counted) return fields.finish(unwrap(item));
  fields.add(TextField::headline, headline);
  bool dated = false, named = false;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (is_blank(line)) break;
    const std::string text = tidy_line(line);
    if (!dated) {
      dated = parse_published_date(text).has_value();
      fields.add(TextField::date, text);
    } else if (!named && text.find(':') != 2) {
      named = true;
      fields.add(TextField::source, text);
    } else if (text.find(' ') == std::string::npos && text.size() > 3 &&
               !language_code(text).empty()) {
      fields.add(TextField::language, text);
    }
  }
  return fields.finish(unwrap(rest));
}

bool recognise(std::string_view head) {
  bool headline = false, day = false, words = false;
  while (!head.empty()) {
    const std::string_view line = take_line(head);
    const std::string_view code = code_of(line, false);
    headline = headline || code == "HD";
    day = day || code == "PD";
    words = words || is_word_count(line);
    if ((headline && day) || (words && !number_in(line).empty())) return true;
  }
  return false;
}

void read_decoded(ByteSource& source, const ArticleSink& sink) {
  const DayOrder order = day_order_in(source.peek(head_size));
  std::string item;
  std::string line;
  bool coded = false;
  const auto finish = [&](const std::string& number) {
    if (!is_blank(item)) {
      TextFields fields(order);
      fields.add(TextField::id, number);
      std::string_view text = item;
      skip_blank_lines(text);
      sink.article(coded ? from_codes(text, std::move(fields))
                         : without_codes(text, std::move(fields)));
    }
    item.clear();
    coded = false;
  };
  for (size_t at = 1;; ++at) {
    const ByteSource::Line got = source.read_line(line, largest_item);
    if (got == ByteSource::Line::end) break;
    if (got == ByteSource::Line::too_long || item.size() + line.size() > largest_item) {
      sink.reject("line " + std::to_string(at),
                  "an article larger than " + std::to_string(largest_item >> 20) + " MiB");
      item.clear();
      continue;
    }
    if (line.ends_with('\r')) line.pop_back();
    line = to_utf8(std::move(line));
    if (line.starts_with('\f')) line.erase(0, 1);
    coded = coded || code_of(line, false) == "HD";
    const bool numbered = line.starts_with("AN ") || line.starts_with("AN\t");
    const std::string number =
        number_in(numbered ? std::string_view(line).substr(3) : std::string_view(line));
    if (!number.empty()) {
      finish(number);
    } else if (!(item.empty() && tidy_line(line).starts_with("Page "))) {
      item.append(line).append("\n");
    }
  }
  // "Search Summary", "© 2018 Factiva, Inc. All rights reserved." stand behind the last one.
  if (coded) finish({});
}

void read(ByteSource& source, const ArticleSink& sink) {
  const auto text = decoded_text(source);
  read_decoded(text ? *text : source, sink);
}

}  // namespace

const Format factiva = {"factiva", "text exports of Factiva", recognise, read};

}  // namespace chancery
