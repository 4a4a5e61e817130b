// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/text_blocks.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "corpus/html/html_text.h"

namespace chancery {
namespace {

constexpr std::array<std::string_view, 36> inline_elements = {
    "a",      "abbr", "acronym", "b",  "bdi",  "bdo",   "big", "cite", "code",
    "data",   "dfn",  "del",     "em", "font", "i",     "ins", "kbd",  "label",
    "mark",   "nobr", "q",       "s",  "samp", "small", "sup", "span", "strike",
    "strong", "sub",  "time",    "tt", "u",    "var",   "wbr", "img",  "ruby"};

// The commas and full stops of Latin, Greek, Arabic, Devanagari, Chinese and Japanese writing.
constexpr std::u32string_view sentence_marks =
    U".,;:!?\u2026\u060C\u061B\u061F\u06D4\u0964\u3001\u3002\uFF0C\uFF01\uFF1F\uFF1A\uFF1B\u037E";
constexpr std::u32string_view sentence_ends =
    U".!?\u2026\u061F\u06D4\u0964\u3002\uFF01\uFF1F:;\uFF1A";
constexpr std::u32string_view closing_marks = U"\"')]\u201D\u2019\u00BB\u300D\u300F\uFF09\u201C";

bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_mark(char32_t c) {
  return c <= U' ' ||
         (c < 0x80 && !((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))) ||
         (c >= 0xA0 && c < 0xC0) || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
         c == 0xFEFF;
}

size_t count_marks(std::string_view text) {
  size_t marks = 0;
  for (size_t at = 0; at < text.size();) {
    if (sentence_marks.find(decode_utf8(text, at)) != std::u32string_view::npos) ++marks;
  }
  return marks;
}

bool is_heading(const HtmlNode& node) {
  return node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1' && node.name[1] <= '6';
}

class BlockCollector {
 public:
  BlockCollector(const HtmlTree& page, const std::vector<bool>& hidden)
      : page_(page), hidden_(hidden), around_(page.nodes().size()) {}

  std::vector<TextBlock> collect() {
    for (uint32_t i = 1; i < page_.nodes().size(); ++i) {
      const HtmlNode& node = page_[i];
      const Around& outer = around_[node.parent];
      around_[i] = outer;
      if (node.is_text()) {
        if (!hidden_[i]) add(i, outer);
        continue;
      }
      if (is_block_element(node))
        around_[i] = {i, is_heading(node), node.name == "li" || outer.item, outer.link};
      if (node.name == "a" && !node.attribute("href").empty()) around_[i].link = true;
      if (node.name == "br") finish();
    }
    finish();
    return std::move(blocks_);
  }

 private:
  struct Around {
    uint32_t container = 0;
    bool heading = false;
    bool item = false;
    bool link = false;
  };

  // A text of another container than the last one's begins a block.
  void add(uint32_t i, const Around& around) {
    if (!raw_.empty() && around.container != block_.container) finish();
    const std::string& text = page_[i].text;
    if (raw_.empty()) {
      if (text_weight(text) == 0 && tidy_line(text).empty()) return;
      block_ = {};
      block_.node = i;
      block_.container = around.container;
      block_.heading = around.heading;
      block_.item = around.item;
    }
    raw_ += text;
    if (around.link) block_.link_weight += text_weight(text);
  }

  void finish() {
    if (raw_.empty()) return;
    block_.text = tidy_line(raw_);
    block_.weight = text_weight(block_.text);
    blocks_.push_back(std::move(block_));
    raw_.clear();
  }

  const HtmlTree& page_;
  const std::vector<bool>& hidden_;
  std::vector<Around> around_;
  std::vector<TextBlock> blocks_;
  TextBlock block_;
  std::string raw_;
};

}  // namespace

bool is_block_element(const HtmlNode& node) {
  return !node.is_text() && std::find(inline_elements.begin(), inline_elements.end(), node.name) ==
                                inline_elements.end();
}

size_t text_weight(std::string_view text) {
  size_t weight = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    weight += is_wide(c) ? 2 : is_mark(c) ? 0 : 1;
  }
  return weight;
}

bool ends_sentence(std::string_view text) {
  char32_t last = 0;
  for (size_t at = text.size() > 16 ? text.size() - 16 : 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    if (c > U' ' && closing_marks.find(c) == std::u32string_view::npos) last = c;
  }
  return sentence_ends.find(last) != std::u32string_view::npos;
}

bool TextBlock::is_prose() const {
  if (heading || mostly_link()) return false;
  if (weight >= 120) return true;
  const size_t marks = count_marks(text);
  return (weight >= 60 && marks >= 1) || (weight >= 25 && ends_sentence(text) && marks >= 1);
}

std::vector<TextBlock> text_blocks(const HtmlTree& page, const std::vector<bool>& hidden) {
  return BlockCollector(page, hidden).collect();
}

}  // namespace chancery
