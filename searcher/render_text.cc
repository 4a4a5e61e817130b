// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/terminal.h"
#include "common/utf8.h"
#include "searcher/render.h"

namespace chancery {
namespace {

constexpr const char* bold = "\033[1m";
constexpr const char* dim = "\033[2m";
constexpr const char* highlight = "\033[1;31m";
constexpr const char* reset = "\033[0m";

// Columns that the text takes, near enough: code points, those of East Asian scripts twice.
size_t columns_of(std::string_view text) {
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    columns += (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                       (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60)
                   ? 2
                   : 1;
  }
  return columns;
}

std::string with_thousands(size_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

class TextRenderer {
 public:
  TextRenderer(std::ostream& out, const OutputStyle& style) : out_(out), style_(style) {}

  void results(const Results& results, size_t offset) {
    out_ << with_thousands(results.total) << (results.total == 1 ? " article" : " articles");
    if (offset > 0) out_ << ", from " << offset + 1;
    out_ << '\n';
    for (size_t i = 0; i < results.hits.size(); ++i) hit(results.hits[i], offset + i + 1);
    for (const Facet& facet : results.facets) this->facet(facet);
  }

  void article(const ArticleView& view) {
    line(bold, view.title);
    out_ << styled(dim, about(view.article)) << "\n\n";
    for (const Fragment& fragment : view.text) out_ << shown(safe_lines(fragment.text), fragment.match);
    out_ << "\n";
    for (const EntityKind kind : entity_kinds) {
      const std::string list = names(view.tags, kind, view.tags.size());
      if (!list.empty()) out_ << '\n' << styled(dim, std::string(plural_of(kind)) + ": ") << list;
    }
    out_ << '\n';
  }

  void candidates(const std::vector<Candidate>& candidates) {
    for (const Candidate& candidate : candidates) {
      out_ << candidate.kind << "  " << styled(bold, one_safe_line(candidate.name)) << "  " << one_safe_line(candidate.key)
           << "  " << with_thousands(candidate.count) << (candidate.count == 1 ? " article" : " articles") << '\n';
      std::string aliases;
      for (const std::string& alias : candidate.aliases) aliases += (aliases.empty() ? "" : ", ") + one_safe_line(alias);
      if (!aliases.empty()) wrapped({{"also: " + aliases, false, false}}, 4);
    }
  }

 private:
  std::string styled(const char* code, const std::string& text) const {
    return style_.colour && !text.empty() ? code + text + reset : text;
  }

  // Without colour a match stands between asterisks.
  std::string shown(const std::string& text, bool match) const {
    if (!match) return text;
    return style_.colour ? highlight + text + reset : "*" + text + "*";
  }

  static std::string about(const Article& article) {
    std::string text = article.date ? to_iso(*article.date) : "undated";
    for (const std::string* part : {&article.source, &article.byline, &article.dateline, &article.id}) {
      if (!part->empty()) text += "  " + one_safe_line(*part);
    }
    return text;
  }

  void line(const char* code, const std::vector<Fragment>& fragments) {
    for (const Fragment& fragment : fragments) {
      const std::string text = one_safe_line(fragment.text);
      out_ << (fragment.match ? shown(text, true) : styled(code, text));
    }
    out_ << '\n';
  }

  void hit(const Hit& hit, size_t number) {
    const std::string label = std::to_string(number) + ". ";
    const std::string indent(4, ' ');
    out_ << '\n' << label << std::string(label.size() < 4 ? 4 - label.size() : 0, ' ');
    if (hit.title.empty()) {
      out_ << styled(dim, "(no headline)") << '\n';
    } else {
      line(bold, hit.title);
    }
    const Article& article = hit.article;
    out_ << indent << styled(dim, article.date ? to_iso(*article.date) : "undated");
    if (!article.source.empty()) out_ << styled(dim, "  " + one_safe_line(article.source));
    out_ << styled(dim, "  " + one_safe_line(article.id)) << '\n';
    wrapped(hit.snippet, 4);
    tags(hit.tags);
  }

  void tags(const std::vector<Tag>& all) {
    constexpr size_t most = 6;
    std::string text;
    for (const EntityKind kind : {EntityKind::country, EntityKind::person}) {
      const std::string list = names(all, kind, most);
      if (!list.empty()) text += (text.empty() ? "" : " | ") + list;
    }
    if (!text.empty()) wrapped({{"[" + text + "]", false, false}}, 4);
  }

  static std::string names(const std::vector<Tag>& tags, EntityKind kind, size_t most) {
    std::string list;
    size_t count = 0;
    for (const Tag& tag : tags) {
      if (tag.kind != kind || ++count > most) continue;
      list += (list.empty() ? "" : ", ") + one_safe_line(tag.name);
    }
    if (count > most) list += " +" + std::to_string(count - most);
    return list;
  }

  // Breaks at blanks. A match keeps its highlight over a line's end.
  void wrapped(const std::vector<Fragment>& fragments, size_t indent) {
    const size_t width = static_cast<size_t>(std::max(style_.width, 30)) - 1;
    size_t column = 0;
    std::string pending;  // the word so far, with its highlights
    size_t pending_columns = 0;
    const auto flush = [&] {
      if (pending.empty()) return;
      if (column > 0 && column + 1 + pending_columns > width) {
        out_ << '\n';
        column = 0;
      }
      out_ << (column == 0 ? std::string(indent, ' ') : " ") << pending;
      column += (column == 0 ? indent : 1) + pending_columns;
      pending.clear();
      pending_columns = 0;
    };
    const auto add = [&](const std::string& text, bool match) {
      pending += shown(text, match);
      pending_columns += columns_of(text) + (match && !style_.colour ? 2 : 0);
    };
    for (const Fragment& fragment : fragments) {
      if (fragment.gap) {
        flush();
        add("…", false);
        flush();
      }
      const std::string text = one_safe_line(fragment.text);
      for (size_t at = 0; at < text.size();) {
        const size_t end = std::min(text.find(' ', at), text.size());
        // The words of a match that has several are kept in one pair of marks where they fit.
        const size_t stop = fragment.match && columns_of(text) < width - indent ? text.size() : end;
        if (stop > at) add(text.substr(at, stop - at), fragment.match);
        if (stop < text.size()) flush();
        at = stop + 1;
      }
    }
    flush();
    out_ << '\n';
  }

  void facet(const Facet& facet) {
    if (facet.values.empty()) return;
    out_ << '\n' << styled(bold, std::string(name_of(facet.field)));
    if (facet.distinct > facet.values.size()) {
      out_ << styled(dim, "  (" + std::to_string(facet.values.size()) + " of " + with_thousands(facet.distinct) + ")");
    }
    out_ << '\n';
    constexpr size_t bar_width = 24;
    size_t most = 1;
    size_t widest = 0;
    for (const FacetValue& value : facet.values) {
      most = std::max(most, value.count);
      widest = std::max(widest, columns_of(one_safe_line(value.name)));
    }
    for (const FacetValue& value : facet.values) {
      const std::string name = one_safe_line(value.name);
      const std::string count = with_thousands(value.count);
      out_ << "  " << name << std::string(widest - columns_of(name) + 2, ' ')
           << std::string(count.size() < 7 ? 7 - count.size() : 0, ' ') << count << "  ";
      const size_t length = std::max<size_t>(1, value.count * bar_width / most);
      std::string bar;
      for (size_t i = 0; i < length; ++i) bar += "▇";
      out_ << styled(dim, bar) << '\n';
    }
  }

  std::ostream& out_;
  const OutputStyle& style_;
};

}  // namespace

void render_text(std::ostream& out, const Results& results, size_t offset, const OutputStyle& style) {
  TextRenderer(out, style).results(results, offset);
}

void render_text(std::ostream& out, const ArticleView& view, const OutputStyle& style) {
  TextRenderer(out, style).article(view);
}

void render_text(std::ostream& out, const std::vector<Candidate>& candidates, const OutputStyle& style) {
  TextRenderer(out, style).candidates(candidates);
}

}  // namespace chancery
