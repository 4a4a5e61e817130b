// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/furniture_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/fold.h"
#include "corpus/html/text_blocks.h"

namespace chancery {
namespace {

// As fold() gives them. The whole line, marks at its end aside.
constexpr auto whole_lines = std::to_array<std::string_view>({
    "advert",
    "advertisement",
    "advertising",
    "ad",
    "anzeige",
    "werbung",
    "publicidad",
    "publicidade",
    "publicite",
    "pubblicita",
    "iklan",
    "reklama",
    "reklam",
    "реклама",
    "إعلان",
    "广告",
    "廣告",
    "広告",
    "comment",
    "comments",
    "no comments",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "kommentare",
    "comentarios",
    "commentaires",
    "comentários",
    "комментарии",
    "تعليقات",
    "评论",
    "share",
    "share this",
    "share this article",
    "share on facebook",
    "tweet",
    "print",
    "email",
    "teilen",
    "compartir",
    "compartilhar",
    "partager",
    "condividi",
    "поделиться",
    "شارك",
    "分享",
    "シェア",
    "topics",
    "tags",
    "text size",
    "font size",
    "loading",
    "cookie settings",
    "back to top",
    "skip to content",
    "play video",
    "watch live",
    "listen to article",
    "close",
    "menu",
    "search",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "telegram",
    "continue reading",
});
// The beginning of a short line.
constexpr auto beginnings = std::to_array<std::string_view>({
    "advertisement ",
    "story continues below",
    "article continues below",
    "continue reading below",
    "sign up for ",
    "sign up to ",
    "subscribe to ",
    "subscribe now",
    "click here to ",
    "click here for ",
    "have your say",
    "like this story",
    "filed under",
    "tags:",
    "topics:",
    "posted in ",
    "share this ",
    "follow us ",
    "follow him on ",
    "follow her on ",
    "like us on ",
    "join our ",
    "join us on ",
    "download our ",
    "get our ",
    "tell us what you think",
    "share on ",
    "abonnieren sie ",
    "folgen sie ",
    "suscribete ",
    "siguenos ",
    "assine ",
    "siga ",
    "abonnez vous",
    "suivez nous",
    "iscriviti ",
    "seguici ",
    "подписывайтесь",
    "подпишитесь",
    "اشترك",
    "関注",
});
constexpr auto related_beginnings = std::to_array<std::string_view>({
    "related",
    "read more",
    "read also",
    "also read",
    "see also",
    "read next",
    "more from ",
    "more on ",
    "more about ",
    "more stories",
    "more great ",
    "more news",
    "more:",
    "you may also like",
    "you might also like",
    "you may like",
    "recommended for you",
    "recommended",
    "don't miss",
    "don’t miss",
    "top stories",
    "most popular",
    "most read",
    "trending",
    "what to read next",
    "watch:",
    "in case you missed",
    "lesen sie auch",
    "mehr zum thema",
    "das konnte sie auch interessieren",
    "lire aussi",
    "a lire aussi",
    "lea tambien",
    "leer mas",
    "te puede interesar",
    "leia tambem",
    "leia mais",
    "veja tambem",
    "leggi anche",
    "baca juga",
    "lees ook",
    "czytaj tez",
    "las ocksa",
    "читайте также",
    "اقرا ايضا",
    "相关阅读",
    "関連記事",
});

std::string without_marks(std::string text) {
  while (!text.empty() &&
         (text.back() == ':' || text.back() == '.' || text.back() == '!' || text.back() == ' '))
    text.pop_back();
  return text;
}

}  // namespace

LineKind line_kind(std::string_view line) {
  constexpr size_t longest = 240;  // bytes
  constexpr size_t longest_sentence = 110;
  if (line.size() > longest) return LineKind::text;
  const std::string folded = fold(line);
  const auto begins = [&folded](std::string_view start) { return folded.starts_with(start); };
  if (std::find(whole_lines.begin(), whole_lines.end(), without_marks(folded)) != whole_lines.end())
    return LineKind::furniture;
  if (text_weight(line) <= longest_sentence &&
      std::any_of(beginnings.begin(), beginnings.end(), begins))
    return LineKind::furniture;
  const bool sentence = line.ends_with('.') && text_weight(line) > longest_sentence / 2;
  if (!sentence && std::any_of(related_beginnings.begin(), related_beginnings.end(), begins))
    return LineKind::related;
  return LineKind::text;
}

}  // namespace chancery
