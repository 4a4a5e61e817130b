// SPDX-License-Identifier: GPL-2.0-or-later
/// render.h's lines for people.
#include <algorithm>
#include <iomanip>
#include <sstream>

#include "common/terminal.h"
#include "searcher/render.h"
#include "searcher/text_charts.h"
#include "searcher/text_style.h"

namespace chancery {
namespace {

// "12.3"
std::string with_decimal(double number) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << number;
  return text.str();
}

class TextRenderer {
 public:
  TextRenderer(std::ostream& out, const OutputStyle& style) : out_(out), style_(style) {}

  void results(const Results& results) {
    out_ << with_thousands(results.total) << (results.total == 1 ? " article" : " articles");
    if (results.first > 0) out_ << ", from " << results.first + 1;
    out_ << '\n';
    if (!results.reading.empty()) out_ << dim("read as: " + one_safe_line(results.reading)) << '\n';
    for (size_t i = 0; i < results.hits.size(); ++i) hit(results.hits[i], results.first + i + 1);
    for (const Facet& facet : results.facets) draw_bars(out_, facet, style_);
    if (results.timeline) draw_timeline(out_, *results.timeline, style_);
    if (results.cross) draw_cross(out_, *results.cross, style_);
  }

  void article(const ArticleView& view) {
    headline(view.title);
    out_ << dim(about(view.article)) << "\n\n";
    for (const Fragment& fragment : view.text)
      out_ << shown(safe_lines(fragment.text), fragment.match);
    out_ << "\n";
    for (const EntityKind kind : entity_kinds) {
      const std::string list = names(view.tags, kind);
      if (!list.empty()) out_ << '\n' << dim(std::string(plural_of(kind)) + ": ") << list;
    }
    out_ << '\n';
  }

  void candidates(const std::vector<Candidate>& candidates) {
    for (const Candidate& candidate : candidates) {
      out_ << candidate.kind << "  " << bold(one_safe_line(candidate.name)) << "  "
           << one_safe_line(candidate.key) << "  " << with_thousands(candidate.count)
           << (candidate.count == 1 ? " article" : " articles") << '\n';
      std::string aliases;
      for (const std::string& alias : candidate.aliases)
        aliases += (aliases.empty() ? "" : ", ") + one_safe_line(alias);
      if (!aliases.empty()) wrapped({{"also: " + aliases, false, false}}, 4);
    }
  }

 private:
  std::string bold(const std::string& text) const {
    return emphasised(text, Emphasis::bold, style_);
  }
  std::string dim(const std::string& text) const { return emphasised(text, Emphasis::dim, style_); }

  // Without colour a match stands between asterisks.
  std::string shown(const std::string& text, bool match) const {
    return emphasised(text, match ? Emphasis::match : Emphasis::none, style_);
  }

  static std::string about(const Article& article) {
    std::string text = article.date ? to_iso(*article.date) : "undated";
    for (const std::string* part :
         {&article.source, &article.byline, &article.dateline, &article.id}) {
      if (!part->empty()) text += "  " + one_safe_line(*part);
    }
    return text;
  }

  void headline(const std::vector<Fragment>& fragments) {
    for (const Fragment& fragment : fragments) {
      const std::string text = one_safe_line(fragment.text);
      out_ << (fragment.match ? shown(text, true) : bold(text));
    }
    out_ << '\n';
  }

  void hit(const Hit& hit, size_t number) {
    const std::string label = std::to_string(number) + ". ";
    const std::string indent(4, ' ');
    out_ << '\n' << label << std::string(label.size() < 4 ? 4 - label.size() : 0, ' ');
    if (hit.title.empty()) {
      out_ << dim("(no headline)") << '\n';
    } else {
      headline(hit.title);
    }
    const Article& article = hit.article;
    out_ << indent << dim(article.date ? to_iso(*article.date) : "undated");
    if (!article.source.empty()) out_ << dim("  " + one_safe_line(article.source));
    out_ << dim("  " + one_safe_line(article.id));
    if (hit.copies > 0)
      out_ << dim("  +" + with_thousands(hit.copies) + (hit.copies == 1 ? " copy" : " copies"));
    out_ << '\n';
    wrapped(hit.snippet, 4);
    tags(hit);
    if (!hit.explanation.empty()) explanation(hit);
  }

  // Countries and persons; those that were asked for first, and highlighted.
  void tags(const Hit& hit) {
    constexpr size_t most = 6;
    std::vector<Fragment> line;
    const auto add = [&line](const std::string& text, bool match) {
      line.push_back({text, match, false, 0});
    };
    for (const EntityKind kind : {EntityKind::country, EntityKind::person}) {
      std::vector<const Tag*> list;
      for (const Tag& tag : hit.tags) {
        if (tag.kind == kind) list.push_back(&tag);
      }
      const auto is_wanted = [&hit](const Tag* tag) { return hit.is_wanted(*tag); };
      std::stable_partition(list.begin(), list.end(), is_wanted);
      for (size_t i = 0; i < std::min(list.size(), most); ++i) {
        add(i > 0 ? ", " : line.empty() ? "[" : " | ", false);
        add(one_safe_line(list[i]->name), is_wanted(list[i]));
      }
      if (list.size() > most) add(" +" + std::to_string(list.size() - most), false);
    }
    if (line.empty()) return;
    add("]", false);
    wrapped(line, 4);
  }

  void explanation(const Hit& hit) {
    std::string text = "score " + with_decimal(hit.score);
    for (size_t i = 0; i < hit.explanation.size(); ++i) {
      text += (i == 0 ? " = " : " + ") + with_decimal(hit.explanation[i].weight) + ' ' +
              hit.explanation[i].what;
    }
    wrapped({{text, false, false, 0}}, 4);
  }

  static std::string names(const std::vector<Tag>& tags, EntityKind kind) {
    std::string list;
    for (const Tag& tag : tags) {
      if (tag.kind == kind) list += (list.empty() ? "" : ", ") + one_safe_line(tag.name);
    }
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

  std::ostream& out_;
  const OutputStyle& style_;
};

}  // namespace

void render_text(std::ostream& out, const Results& results, const OutputStyle& style) {
  TextRenderer(out, style).results(results);
}

void render_text(std::ostream& out, const ArticleView& view, const OutputStyle& style) {
  TextRenderer(out, style).article(view);
}

void render_text(std::ostream& out, const std::vector<Candidate>& candidates,
                 const OutputStyle& style) {
  TextRenderer(out, style).candidates(candidates);
}

}  // namespace chancery
