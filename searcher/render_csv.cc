// SPDX-License-Identifier: GPL-2.0-or-later
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

void render_cross(std::ostream& out, const Cross& cross) {
  const std::string row(name_of(cross.row_field));
  const std::string column = (cross.row_field == cross.column_field ? "other_" : "") + std::string(name_of(cross.column_field));
  out << row << ',' << row << "_name," << column << ',' << column << "_name,count\r\n";
  for (const CrossCount& one : cross.counts) {
    out << field(one.row.key) << ',' << field(one.row.name) << ',' << field(one.column.key) << ',' << field(one.column.name) << ','
        << one.count << "\r\n";
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
  out << "id,date,source,title,url,snippet,persons,countries\r\n";
  for (const Hit& hit : results.hits) {
    const Article& article = hit.article;
    out << field(article.id) << ',' << (article.date ? to_iso(*article.date) : "") << ',' << field(article.source)
        << ',' << field(article.title) << ',' << field(article.url) << ',' << field(plain(hit.snippet)) << ','
        << field(names(hit.tags, EntityKind::person)) << ',' << field(names(hit.tags, EntityKind::country)) << "\r\n";
  }
}

}  // namespace chancery
