// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/gazetteer/gazetteer_table.h"

#include <algorithm>

#include "common/error.h"
#include "common/utf8.h"

namespace chancery {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t start = 0;;) {
    const size_t end = text.find(separator, start);
    parts.emplace_back(text.substr(start, end == std::string_view::npos ? end : end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

bool has_outer_blank(const std::string& field) {
  return !field.empty() && (field.front() == ' ' || field.back() == ' ' || field.back() == '\r');
}

int parse_year(std::string_view text) {
  if (text.size() != 4 ||
      !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    throw Error("'" + std::string(text) + "' is no year");
  }
  return std::stoi(std::string(text));
}

}  // namespace

GazetteerTable parse_gazetteer_table(std::string file, std::string_view text) {
  GazetteerTable table;
  table.file = std::move(file);
  size_t number = 0;
  for (const std::string& line : split(text, '\n')) {
    ++number;
    const auto fail = [&table, number](const std::string& what) {
      throw Error(table.file + ":" + std::to_string(number) + ": " + what);
    };
    if (line.empty() || line.front() == '#') continue;
    if (!is_valid_utf8(line)) fail("is not UTF-8");
    std::vector<std::string> fields = split(line, '\t');
    if (table.columns.empty()) {
      table.columns = std::move(fields);
      continue;
    }
    if (fields.size() != table.columns.size()) {
      fail("has " + std::to_string(fields.size()) + " fields, not " +
           std::to_string(table.columns.size()));
    }
    if (fields[0].empty()) fail("the field '" + table.columns[0] + "' is empty");
    for (size_t i = 0; i < fields.size(); ++i) {
      if (has_outer_blank(fields[i])) fail("blanks around the field '" + table.columns[i] + "'");
    }
    table.rows.push_back({number, std::move(fields)});
  }
  if (table.columns.empty()) throw Error(table.file + ": no line that names the columns");
  return table;
}

std::vector<std::string> split_list(std::string_view field) {
  return field.empty() ? std::vector<std::string>() : split(field, '|');
}

std::vector<YearSpan> parse_year_spans(std::string_view field) {
  std::vector<YearSpan> spans;
  for (const std::string& text : split_list(field)) {
    const size_t dash = text.find('-');
    YearSpan span;
    span.first = parse_year(std::string_view(text).substr(0, dash));
    if (dash == std::string::npos) span.last = span.first;
    if (dash != std::string::npos && dash + 1 < text.size())
      span.last = parse_year(text.substr(dash + 1));
    if (span.last < span.first) throw Error("the years '" + text + "' end before they begin");
    spans.push_back(span);
  }
  return spans;
}

}  // namespace chancery
