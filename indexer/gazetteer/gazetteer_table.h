// SPDX-License-Identifier: GPL-2.0-or-later
/// Reads the tab-separated files of the gazetteer: lines to rows, nothing about their meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chancery {

struct GazetteerRow {
  size_t line = 0;  ///< counted from 1, for messages
  std::vector<std::string> fields;
};

struct GazetteerTable {
  std::string file;  ///< as messages name it
  std::vector<std::string> columns;
  std::vector<GazetteerRow> rows;
};

/// Parses the text of one file: UTF-8, fields parted by tabs, `#` begins a comment line, the first
/// other line names the columns. Throws Error "FILE:LINE: what is wrong" where a line has too few
/// or too many fields, blanks around a field, an empty first field, or is no UTF-8.
GazetteerTable parse_gazetteer_table(std::string file, std::string_view text);

/// "A|B|C" -> {A, B, C}; "" -> {}.
std::vector<std::string> split_list(std::string_view field);

/// Years from `first` to `last`, both included; "2004-" has no end.
struct YearSpan {
  int first = 0;
  int last = 9999;
  bool contains(int year) const { return first <= year && year <= last; }
};

/// "1985-1991", "2004-", "1949", several parted by `|`. Throws Error, without place, for other
/// text.
std::vector<YearSpan> parse_year_spans(std::string_view field);

}  // namespace chancery
