// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/main_text.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "common/fold.h"
#include "corpus/html/furniture_line.h"
#include "corpus/html/page_furniture.h"
#include "corpus/html/text_blocks.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

constexpr int surest_hint = 3;       // see body_hint
constexpr size_t least_prose = 120;  // a paragraph or two

// For each node, the weight of the prose within it. Where the page itself marks its body, tables of
// fixtures and the like in it count too.
std::vector<size_t> prose_of(const HtmlTree& page, const std::vector<TextBlock>& blocks,
                             const std::vector<int>& hints) {
  std::vector<bool> marked(page.nodes().size(), false);
  for (size_t i = 1; i < marked.size(); ++i)
    marked[i] = marked[page[i].parent] || hints[i] == surest_hint;
  std::vector<size_t> prose(page.nodes().size(), 0);
  for (const TextBlock& block : blocks) {
    const bool counts =
        block.is_prose() || (marked[block.node] && !block.heading && !block.mostly_link());
    if (counts) prose[block.node] += block.weight - block.link_weight;
  }
  for (size_t i = prose.size(); i-- > 1;) prose[page[i].parent] += prose[i];
  return prose;
}

void hide(const HtmlTree& page, size_t i, std::vector<bool>& hidden) {
  for (size_t n = i; n < page[i].end; ++n) hidden[n] = true;
}

class MainTextFinder {
 public:
  MainTextFinder(const HtmlTree& page, std::string_view title)
      : page_(page), title_(fold(title)), hidden_(page.nodes().size(), false) {
    for (size_t i = 0; i < page.nodes().size(); ++i) hints_.push_back(body_hint(page[i]));
  }

  MainText find() {
    hide_furniture();
    const std::vector<TextBlock> blocks = text_blocks(page_, hidden_);
    prose_ = prose_of(page_, blocks, hints_);
    const std::vector<size_t> regions = regions_of(best_region());
    return text_of(blocks, regions);
  }

 private:
  void hide_furniture() {
    std::vector<Furniture> kinds;
    for (size_t i = 0; i < page_.nodes().size(); ++i) {
      kinds.push_back(furniture(page_[i]));
      if (kinds.back() == Furniture::certain) hide(page_, i, hidden_);
    }
    const std::vector<bool> certain = hidden_;
    prose_ = prose_of(page_, text_blocks(page_, hidden_), hints_);
    const size_t all = prose_[0];
    hide_named(kinds, all);
    prose_ = prose_of(page_, text_blocks(page_, hidden_), hints_);
    // A page whose very body bears such a name.
    if (prose_[0] < least_prose && prose_[0] * 3 < all) hidden_ = certain;
  }

  // What names itself so and yet holds the body names something else ("page-with-sidebar").
  void hide_named(const std::vector<Furniture>& kinds, size_t all) {
    const size_t core = hinted_region();
    for (size_t i = 1; i < kinds.size(); ++i) {
      if (hidden_[i] || (core != 0 && i <= core && core < page_[i].end)) continue;
      const bool most =
          core == 0 && prose_[i] * 5 > all * 3 && (all - prose_[i] < least_prose || has_heading(i));
      const bool little = prose_[i] < 2 * least_prose && prose_[i] * 8 < all;
      if ((kinds[i] == Furniture::named && !most) || (kinds[i] == Furniture::likely && little))
        hide(page_, i, hidden_);
    }
  }

  bool has_heading(size_t i) const {
    for (size_t n = i; n < page_[i].end; ++n) {
      if (page_[n].name == "h1") return true;
    }
    return false;
  }

  // The node with the surest hint that it is the body; of equals that with most prose. 0: none.
  size_t hinted_region() const {
    size_t best = 0;
    for (size_t i = 1; i < hints_.size(); ++i) {
      const size_t enough = hints_[i] == surest_hint ? least_prose / 3 : least_prose;
      if (hints_[i] < 2 || hidden_[i] || prose_[i] < enough) continue;
      // An author's blurb may be called "text-content" as well.
      if (best == 0 || prose_[i] > prose_[best] * 2 ||
          (hints_[i] > hints_[best] && prose_[i] * 4 > prose_[best]))
        best = i;
    }
    return best;
  }

  // Goes down from the page to the element that holds the prose, as long as one child has most of
  // it.
  size_t densest_region() const {
    size_t region = 0;
    for (;;) {
      size_t best = 0;
      for (size_t i = region + 1; i < page_[region].end; i = page_[i].end) {
        if (prose_[i] > prose_[best == 0 ? region : best] || (best == 0 && prose_[i] > 0)) best = i;
      }
      if (best == 0 || prose_[best] * 10 < prose_[region] * 6 || !is_block_element(page_[best]))
        return region;
      if (page_[best].name == "p" || page_[best].name == "ul" || page_[best].name == "ol" ||
          page_[best].name == "blockquote")
        return region;
      region = best;
    }
  }

  // On a page with several articles one after the other, the one that the page's heading is in.
  size_t headed_article(size_t region) const {
    size_t headed = 0;
    size_t article = 0;
    size_t articles = 0;
    for (size_t i = region + 1; i < page_[region].end; ++i) {
      if (page_[i].name == "article" && (article == 0 || i >= page_[article].end))
        article = i, ++articles;
      if (page_[i].name == "h1" && headed == 0 && article != 0 && i < page_[article].end &&
          prose_[article] >= least_prose)
        headed = article;
    }
    return articles > 1 && headed != 0 ? headed : region;
  }

  size_t best_region() const {
    const size_t densest = densest_region();
    const size_t hinted = hinted_region();
    const size_t times = hints_[hinted] == surest_hint ? 5 : 2;
    return hinted != 0 && prose_[hinted] * times > prose_[densest] ? hinted
                                                                   : headed_article(densest);
  }

  // A body may be cut into several elements of one name, with advertisements between them.
  std::vector<size_t> regions_of(size_t region) const {
    std::vector<size_t> regions;
    const HtmlNode& chosen = page_[region];
    const std::string_view names = chosen.attribute("class");
    for (size_t i = 1; i < page_.nodes().size();) {
      const bool same =
          i == region || (!names.empty() && !hidden_[i] && page_[i].name == chosen.name &&
                          page_[i].attribute("class") == names &&
                          page_[page_[i].parent].parent == page_[chosen.parent].parent &&
                          hints_[i] >= hints_[region]);
      if (same) regions.push_back(i);
      i = same ? page_[i].end : i + 1;
    }
    if (regions.empty()) regions.push_back(0);
    return regions;
  }

  // Lines parted by <br> are judged together: a link on a line of its own may belong to the line
  // above.
  std::unordered_map<uint32_t, TextBlock> paragraphs_of(
      const std::vector<TextBlock>& blocks) const {
    std::unordered_map<uint32_t, TextBlock> paragraphs;
    for (const TextBlock& block : blocks) {
      TextBlock& paragraph = paragraphs[block.container];
      paragraph.weight += block.weight;
      paragraph.link_weight += block.link_weight;
    }
    return paragraphs;
  }

  std::vector<const TextBlock*> blocks_within(const std::vector<TextBlock>& blocks,
                                              const std::vector<size_t>& regions) const {
    const auto paragraphs = paragraphs_of(blocks);
    std::vector<const TextBlock*> kept;
    bool in_prose = false;
    bool after_related = false;  // a heading such as "Read also"
    for (const TextBlock& block : blocks) {
      const auto region =
          std::upper_bound(regions.begin(), regions.end(), block.node);  // the first behind it
      if (region == regions.begin() || block.node >= page_[*std::prev(region)].end) continue;
      const LineKind kind = line_kind(block.text);
      if (kind != LineKind::text) {
        after_related = kind == LineKind::related;
        continue;
      }
      const bool link_list =
          paragraphs.at(block.container).mostly_link() && !ends_sentence(block.text);
      if (link_list || (after_related && block.link_weight > 0 && !block.is_prose())) continue;
      after_related = false;
      if (!in_prose && is_page_head(block)) continue;
      in_prose = in_prose || block.is_prose();
      kept.push_back(&block);
    }
    return kept;
  }

  // Above the first paragraph: the headline again, the date, the byline.
  bool is_page_head(const TextBlock& block) const {
    constexpr size_t longest = 70;
    const std::string folded = fold(block.text);
    if (!title_.empty() && folded == title_) return true;
    if (block.weight > longest || block.is_prose()) return false;
    return folded.starts_with("by ") ||
           (std::count_if(folded.begin(), folded.end(),
                          [](char c) { return c >= '0' && c <= '9'; }) >= 5 &&
            parse_published_date(block.text));
  }

  MainText text_of(const std::vector<TextBlock>& blocks, const std::vector<size_t>& regions) const {
    std::vector<const TextBlock*> kept = blocks_within(blocks, regions);
    MainText result;
    // A heading with nothing beneath it headed what was left out.
    while (!kept.empty() && kept.back()->heading) kept.pop_back();
    for (const TextBlock* block : kept) {
      if (!result.text.empty()) result.text += '\n';
      result.text += block->text;
      if (block->is_prose()) result.prose += block->weight;
    }
    return result;
  }

  const HtmlTree& page_;
  std::string title_;
  std::vector<bool> hidden_;
  std::vector<int> hints_;
  std::vector<size_t> prose_;
};

}  // namespace

MainText main_text(const HtmlTree& page, std::string_view title) {
  return MainTextFinder(page, title).find();
}

}  // namespace chancery
