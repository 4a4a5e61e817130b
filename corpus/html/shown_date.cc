// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/shown_date.h"

#include "common/fold.h"
#include "corpus/html/page_furniture.h"
#include "corpus/html/text_blocks.h"

namespace chancery {

std::optional<Date> shown_date(const HtmlTree& page, std::string_view title, size_t heading_at,
                               DayOrder order) {
  constexpr size_t longest = 90;
  constexpr size_t lines_below = 15;
  constexpr size_t lines_above = 6;
  std::vector<bool> hidden(page.nodes().size(), false);
  for (size_t i = 0; i < page.nodes().size(); ++i) {
    hidden[i] = hidden[page[i].parent] || furniture(page[i]) == Furniture::certain;
  }
  const std::vector<TextBlock> blocks = text_blocks(page, hidden);
  const std::string headline = fold(title);
  size_t start = 0;
  for (size_t b = 0; b < blocks.size() && start == 0; ++b) {
    if (blocks[b].weight > 5 && fold(blocks[b].text) == headline) start = b;
  }
  for (size_t b = 0; b < blocks.size() && start == 0; ++b) {
    if (heading_at != 0 && blocks[b].node > heading_at) start = b;
  }
  const auto date_at = [&](size_t b) {
    return blocks[b].weight <= longest ? visible_date(blocks[b].text, order) : std::nullopt;
  };
  for (size_t b = start; b < blocks.size() && b < start + lines_below; ++b) {
    if (const auto date = date_at(b)) return date;
  }
  for (size_t b = start; b > 0 && b + lines_above > start; --b) {
    if (const auto date = date_at(b - 1)) return date;
  }
  return std::nullopt;
}

}  // namespace chancery
