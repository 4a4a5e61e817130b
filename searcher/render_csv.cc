// SPDX-License-Identifier: GPL-2.0-or-later
/// render.h's tables for spreadsheets.
#include <utility>

#include "searcher/render.h"

namespace chancery {
namespace {

// RFC 4180: quoted where it must be, quotes doubled.
std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!is_blank) line += c;
    if (is_blank && !line.ends_with(' ')) line += ' ';
  }
  return line;
}

std::string plain(const std::vector<Fragment>& fragments) {
  std::string text;
  for (const Fragment& fragment : fragments) {
    if (fragment.gap) text += text.empty() ? "…" : fragment.text.empty() ? " …" : " … ";
    text += fragment.text;
  }
  return on_one_line(text);
}

std::string names(const std::vector<Tag>& tags, EntityKind kind) {
  std::string joined;
  for (const Tag& tag : tags) {
    if (tag.kind == kind) joined += (joined.empty() ? "" : "; ") + tag.name;
  }
  return joined;
}

struct Column {
  std::string_view name;
  std::string (*value)(const Hit& hit);
};

// Scripts count on the order: a new column comes last.
constexpr Column columns[] = {
    {"id", [](const Hit& hit) { return hit.article.id; }},
    {"date", [](const Hit& hit) { return hit.article.date ? to_iso(*hit.article.date) : ""; }},
    {"source", [](const Hit& hit) { return hit.article.source; }},
    {"title", [](const Hit& hit) { return hit.article.title; }},
    {"url", [](const Hit& hit) { return hit.article.url; }},
    {"snippet", [](const Hit& hit) { return plain(hit.snippet); }},
    {"persons", [](const Hit& hit) { return names(hit.tags, EntityKind::person); }},
    {"countries", [](const Hit& hit) { return names(hit.tags, EntityKind::country); }},
};

void render_hits(std::ostream& out, const std::vector<Hit>& hits) {
  const char* comma = "";
  for (const Column& column : columns) out << std::exchange(comma, ",") << column.name;
  out << "\r\n";
  for (const Hit& hit : hits) {
    comma = "";
    for (const Column& column : columns)
      out << std::exchange(comma, ",") << field(column.value(hit));
    out << "\r\n";
  }
}

void render_cross(std::ostream& out, const Cross& cross) {
  const std::string row(name_of(cross.row_field));
  const std::string column = (cross.row_field == cross.column_field ? "other_" : "") +
                             std::string(name_of(cross.column_field));
  out << row << ',' << row << "_name," << column << ',' << column << "_name,count\r\n";
  for (const CrossCount& one : cross.counts) {
    out << field(one.row.key) << ',' << field(one.row.name) << ',' << field(one.column.key) << ','
        << field(one.column.name) << ',' << one.count << "\r\n";
  }
}

void render_timeline(std::ostream& out, const Facet& timeline) {
  out << name_of(timeline.field) << ",count\r\n";
  for (const FacetValue& value : timeline.values) out << value.key << ',' << value.count << "\r\n";
}

}  // namespace

void render_csv(std::ostream& out, const Results& results) {
  if (results.cross) return render_cross(out, *results.cross);
  if (results.timeline) return render_timeline(out, *results.timeline);
  render_hits(out, results.hits);
}

}  // namespace chancery
