// SPDX-License-Identifier: GPL-2.0-or-later
/// A page of HTML as a tree that lies flat in document order: a walk is a loop, however deep the
/// page nests. By libxml2's HTML parser, which takes anything.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery {

struct HtmlNode {
  std::string name;  ///< in lower case; empty: a text
  std::string text;  ///< of a text, also of scripts
  std::vector<std::pair<std::string, std::string>> attributes;
  uint32_t parent = 0;
  /// Behind the last node within it: those within are from its own number + 1 up to this.
  uint32_t end = 0;

  bool is_text() const { return name.empty(); }
  /// The attribute's value; empty for none.
  std::string_view attribute(std::string_view attribute_name) const;
};

class HtmlTree {
 public:
  /// Node 0 is the page itself and has no name. `html` is UTF-8. Throws ArticleError for a page
  /// beyond the limits: nested more than 1,000 deep, more than 500,000 nodes, or 1,000 attributes
  /// at a tag.
  explicit HtmlTree(std::string html);

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const HtmlNode& operator[](size_t i) const { return nodes_[i]; }

  /// The text within node `i`, on one line: a headline, a byline, a date. Of what is longer than
  /// any such, longest_line bytes.
  std::string line(size_t i) const;

 private:
  std::vector<HtmlNode> nodes_;
};

inline constexpr size_t longest_line = 4000;

/// A page is at most this large; news pages rarely have a twentieth of it.
inline constexpr size_t largest_page = size_t{12} << 20;

}  // namespace chancery
