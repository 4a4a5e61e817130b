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

std::string plain(const std::vector<Fragment>& fragments) {
  std::string text;
  for (const Fragment& fragment : fragments) {
    if (fragment.gap) text += text.empty() ? "…" : " … ";
    text += fragment.text;
  }
  return text;
}

std::string names(const std::vector<Tag>& tags, EntityKind kind) {
  std::string joined;
  for (const Tag& tag : tags) {
    if (tag.kind == kind) joined += (joined.empty() ? "" : "; ") + tag.name;
  }
  return joined;
}

}  // namespace

void render_csv(std::ostream& out, const Results& results) {
  out << "id,date,source,title,url,snippet,persons,countries\r\n";
  for (const Hit& hit : results.hits) {
    const Article& article = hit.article;
    out << field(article.id) << ',' << (article.date ? to_iso(*article.date) : "") << ',' << field(article.source)
        << ',' << field(article.title) << ',' << field(article.url) << ',' << field(plain(hit.snippet)) << ','
        << field(names(hit.tags, EntityKind::person)) << ',' << field(names(hit.tags, EntityKind::country)) << "\r\n";
  }
}

}  // namespace chancery
