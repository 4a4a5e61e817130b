// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/page_furniture.h"

#include <algorithm>
#include <array>

#include "corpus/html/text_blocks.h"

namespace chancery {
namespace {

// Words within class and id, in the languages whose sites name their elements in them; a word here
// stands also for those that begin with it, one with '$' at its end for itself alone.
constexpr auto furniture_names = std::to_array<std::string_view>({
    "comment",    "kommentar",  "comentari",  "commentaire", "disqus",       "respond$",
    "reply",      "share",      "sharing",    "social",      "teilen",       "compart",
    "partage",    "addthis",    "addtoany",   "sharedaddy",  "jp-post",      "related",
    "relacionad", "relate$",    "verwandt",   "correlat",    "recirc",       "recommend",
    "outbrain",   "taboola",    "revcontent", "mgid",        "zergnet",      "yarpp",
    "promo",      "advert",     "ad$",        "ads$",        "adv$",         "werbung",
    "anzeige",    "publicid",   "sponsor",    "banner",      "dfp$",         "adsense",
    "newsletter", "subscri",    "signup",     "paywall",     "sidebar",      "rail$",
    "breadcrumb", "nav$",       "navbar",     "navigation",  "menu",         "footer",
    "byline",     "author",     "autor$",     "bio$",        "tags",         "taglist",
    "caption",    "figcaption", "wp-caption", "credit",      "carousel",     "slider",
    "thumbnail",  "cookie",     "consent",    "gdpr",        "modal",        "popup",
    "lightbox",   "tooltip",    "login",      "pagination",  "pager",        "teaser",
    "trending",   "popular",    "mostread",   "readmore",    "morestories",  "moreon",
    "upnext",     "toolbar",    "masthead",   "trinity",     "meta$",        "timestamp",
    "dateline$",  "pubdate",    "postdate",   "datetime",    "screenreader", "visuallyhidden",
    "sr-only",    "skiplink",   "hidden$",    "donat",       "follow",       "print$",
    "poll$",      "quiz",       "rating",     "inread",      "crosslink",    "interlink",
    "seealso",    "readalso",   "alsoread",   "leggi",       "leia",         "jetpack",
    "toc$",       "rollover",   "dropdown",   "flyout",      "popover",      "overlay$",
    "textsize",   "textresiz",  "fontsize",   "nextprev",    "prevnext",     "breakingnews",
});
constexpr auto likely_names = std::to_array<std::string_view>({
    "header",    "media",  "video",     "player", "image",    "photo",      "gallery",
    "slideshow", "date$",  "tools",     "aside",  "category", "categories", "topics",
    "more$",     "latest", "links",     "inset",  "callout",  "embed",      "infobox",
    "tag$",      "feed$",  "pullquote", "posts",  "notice",   "alert",
});
constexpr auto body_names = std::to_array<std::string_view>({
    "articlebody",   "articlecontent",  "articletext",   "articlecopy",      "articlemain",
    "storybody",     "storycontent",    "storytext",     "storycopy",        "postbody",
    "postcontent",   "posttext",        "entrycontent",  "entrybody",        "entrytext",
    "contentbody",   "bodycopy",        "bodycontent",   "bodytext",         "newsbody",
    "newstext",      "newscontent",     "textbody",      "richtext",         "blogcontent",
    "singlecontent", "articlefulltext", "fulltext",      "fieldnamebody",    "wysiwyg",
    "tdpostcontent", "noticiatexto",    "artikeltext",   "contenidonoticia", "cuerponoticia",
    "textonoticia",  "detailbody",      "detailcontent", "textcontent",      "storydetail",
    "pagecontent",   "postarticle",     "articledetail", "articlesection",
});
constexpr std::array<std::string_view, 30> never_text = {
    "script", "style",  "noscript", "template", "nav",    "form",       "button",   "select",
    "option", "iframe", "svg",      "object",   "embed",  "applet",     "canvas",   "audio",
    "video",  "map",    "head",     "footer",   "aside",  "figcaption", "textarea", "input",
    "menu",   "dialog", "picture",  "title",    "figure", "amp-ad"};

constexpr std::array<std::string_view, 9> qualities = {
    "tag-", "category-", "format-", "has-", "no-", "with-", "without-", "not-", "author-"};

// "articleBody__main", "post-content": the words in lower case, at capitals, digits and marks.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  bool was_lower = false;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if ((!upper && !lower) || (upper && was_lower)) {
      if (!words.back().empty()) words.emplace_back();
    }
    if (c == ' ') words.emplace_back();  // an empty word parts two names
    if (upper || lower) words.back() += static_cast<char>(c | 0x20);
    was_lower = lower;
  }
  return words;
}

bool matches(std::string_view word, std::string_view pattern) {
  return pattern.ends_with('$') ? word == pattern.substr(0, pattern.size() - 1)
                                : word.starts_with(pattern);
}

// Whether a word of `words`, or two or three that follow each other run together, is one of
// `names`.
template <class List>
bool has_name(const std::vector<std::string>& words, const List& names) {
  for (size_t i = 0; i < words.size(); ++i) {
    std::string run;
    for (size_t j = i; j < words.size() && j < i + 3 && !words[j].empty(); ++j) {
      run += words[j];
      for (const std::string_view name : names) {
        if (j == i ? matches(run, name) : (run.starts_with(name) && run.size() <= name.size() + 1))
          return true;
      }
    }
  }
  return false;
}

std::vector<std::string> names_of(const HtmlNode& node) {
  constexpr size_t most = 120;  // what is longer is generated and says nothing
  std::string all;
  for (const std::string_view key : {"id", "data-testid", "data-component", "data-type"})
    all += ' ' + std::string(node.attribute(key).substr(0, most));
  // What a page has or is about is not what the element is: "has-comments", "tag-advertising".
  const std::string_view classes = node.attribute("class").substr(0, most);
  for (size_t at = 0; at < classes.size();) {
    const size_t end = std::min(classes.find_first_of(" \t\r\n", at), classes.size());
    const std::string_view name = classes.substr(at, end - at);
    const auto begins = [name](std::string_view start) { return name.starts_with(start); };
    if (std::none_of(qualities.begin(), qualities.end(), begins)) all += ' ' + std::string(name);
    at = end + 1;
  }
  return words_of(all);
}

bool is_invisible(const HtmlNode& node) {
  if (node.attribute("aria-hidden") == "true") return true;
  std::string style;
  for (const char c : node.attribute("style")) {
    if (c != ' ') style += c;
  }
  if (style.find("display:none") != std::string::npos ||
      style.find("visibility:hidden") != std::string::npos)
    return true;
  return std::any_of(node.attributes.begin(), node.attributes.end(),
                     [](const auto& pair) { return pair.first == "hidden"; });
}

}  // namespace

Furniture furniture(const HtmlNode& node) {
  if (node.is_text() || node.name == "body" || node.name == "html") return Furniture::none;
  if (std::find(never_text.begin(), never_text.end(), node.name) != never_text.end()) {
    // Old pages have all of the page in a form, newer ones the body's pictures with their text in
    // figures.
    return node.name == "form" || node.name == "aside" || node.name == "figure" ||
                   node.name == "footer"
               ? Furniture::named
               : Furniture::certain;
  }
  if (is_invisible(node)) return Furniture::named;
  const std::string_view role = node.attribute("role");
  for (const std::string_view name : {"navigation", "complementary", "banner", "contentinfo",
                                      "search", "dialog", "menu", "toolbar"}) {
    if (role == name) return Furniture::named;
  }
  if (node.name == "a") return Furniture::none;
  const std::vector<std::string> names = names_of(node);
  if (has_name(names, furniture_names))
    return has_name(names, body_names) ? Furniture::likely : Furniture::named;
  // Within a line such names mark what words are: a link to a topic's page, a person.
  if (!is_block_element(node)) return Furniture::none;
  if (node.name == "header" || node.name == "table" || has_name(names, likely_names))
    return Furniture::likely;
  return Furniture::none;
}

int body_hint(const HtmlNode& node) {
  if (node.is_text() || node.name == "body" || node.name == "html") return 0;
  const std::string_view itemprop = node.attribute("itemprop");
  if (itemprop.find("articleBody") != std::string_view::npos) return 3;
  if (has_name(names_of(node), body_names)) return 2;
  return node.name == "article" || node.name == "main" || node.attribute("role") == "main" ||
                 node.attribute("role") == "article"
             ? 1
             : 0;
}

}  // namespace chancery
