// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/month_names.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "common/fold.h"
#include "common/utf8.h"

namespace chancery {
namespace {

struct Month {
  std::string_view english;
  std::string_view names;
};

constexpr std::array<Month, 12> months = {{
    {"january",
     "january ιανουαριου jan janvier janv januar jaenner jänner enero ene janeiro gennaio gen januari января "
     "январь янв січня stycznia styczeń sty ocak oca يناير"},
    {"february",
     "february februari شباط φεβρουαριου feb février févr fév februar febrero fevereiro fev febbraio februari февраля "
     "февраль февр фев лютого lutego luty lut şubat şub فبراير"},
    {"march",
     "march maret آذار μαρτιου μαω marcius mar mars märz maerz mär mrz marzo março marco maart mrt марта март мар березня marca "
     "marzec mart مارس"},
    {"april",
     "april april نيسان απριλιου aprilis apr avril avr abril abr aprile апреля апрель апр квітня kwietnia kwiecień kwi nisan "
     "nis أبريل ابريل"},
    {"may",
     "may mei أيار μαιου majus mai mayo maio maggio mag mei мая май травня maja maj mayıs مايو"},
    {"june",
     "june حزيران ιουνιου ιουν ιον junius jun juin juni junio junho giugno giu июня июнь июн червня czerwca czerwiec cze haziran "
     "haz يونيو يونيه"},
    {"july",
     "july تموز ιουλιου ιουλ ιολ julius jul juillet juil juli julio julho luglio lug июля июль июл липня lipca lipiec lip "
     "temmuz tem يوليو يوليه"},
    {"august",
     "august agustus augusti آب αυγουστου augusztus aug août aout agosto ago augustus августа август авг серпня sierpnia sierpień sie "
     "ağustos ağu أغسطس اغسطس"},
    {"september",
     "september أيلول σεπτεμβριου szeptember sept sep septembre septiembre setiembre setembro set settembre сентября сентябрь "
     "сент сен вересня września wrzesień wrz eylül eyl سبتمبر"},
    {"october",
     "october oktober οκτωβριου oct octobre oktober okt octubre outubro out ottobre ott октября октябрь окт жовтня "
     "października październik paź ekim eki أكتوبر اكتوبر"},
    {"november",
     "november nopember νοεμβριου nov novembre noviembre novembro ноября ноябрь нояб ноя листопада listopada listopad "
     "lis kasım kas نوفمبر"},
    {"december",
     "december desember des δεκεμβριου dec décembre déc dezember dez diciembre dic dezembro dicembre декабря декабрь дек "
     "грудня grudnia grudzień gru aralık ara ديسمبر"},
}};

// From the folded name to the month, 1 to 12.
const std::unordered_map<std::string, int>& numbers_by_name() {
  static const auto names = [] {
    std::unordered_map<std::string, int> all;
    for (size_t i = 0; i < months.size(); ++i) {
      for (std::string_view rest = months[i].names; !rest.empty();) {
        const size_t end = std::min(rest.find(' '), rest.size());
        all.emplace(fold(rest.substr(0, end)), static_cast<int>(i) + 1);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return all;
  }();
  return names;
}

enum class Kind { other, word, number };

struct Token {
  Kind kind = Kind::other;
  std::string text;
  std::string_view month;  // in English; empty where it is none
};

// Arabic digits, those of Persian and Urdu too, as European ones.
char32_t european(char32_t c) {
  if (c >= 0x660 && c <= 0x669) return c - 0x660 + '0';
  if (c >= 0x6F0 && c <= 0x6F9) return c - 0x6F0 + '0';
  return c;
}

Kind kind_of(char32_t c) {
  if (c >= '0' && c <= '9') return Kind::number;
  const bool mark =
      c == 0xA0 || c == 0xAB || c == 0xB7 || c == 0xBB || c == 0x60C || (c >= 0x2000 && c < 0x2070);
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? Kind::word
         : c >= 0x80 && !mark                   ? Kind::word
                                                : Kind::other;
}

std::vector<Token> split(std::string_view text) {
  std::vector<Token> tokens;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = european(decode_utf8(text, at));
    const Kind kind = kind_of(c);
    if (tokens.empty() || tokens.back().kind != kind) tokens.push_back({kind, {}, {}});
    append_utf8(tokens.back().text, c);
  }
  return tokens;
}

bool is_link(const Token& token) {
  for (const char* word : {"de", "del", "di", "d", "of", "the"}) {
    if (token.text == word) return true;
  }
  return false;
}

}  // namespace

int month_named(std::string_view folded) {
  const auto found = numbers_by_name().find(std::string(folded));
  return found == numbers_by_name().end() ? 0 : found->second;
}

std::string with_english_months(std::string_view date) {
  constexpr size_t longest = 200;
  std::vector<Token> tokens = split(date.substr(0, longest));
  std::vector<Token*> pieces;  // words and numbers, without the links between them
  for (Token& token : tokens) {
    if (token.kind == Kind::other) continue;
    if (token.kind == Kind::word && is_link(token)) {
      token.text.clear();
    } else {
      pieces.push_back(&token);
    }
  }
  Token* last = nullptr;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const bool beside = (i > 0 && pieces[i - 1]->kind == Kind::number) ||
                        (i + 1 < pieces.size() && pieces[i + 1]->kind == Kind::number);
    if (pieces[i]->kind != Kind::word || !beside) continue;
    const int month = month_named(fold(pieces[i]->text));
    if (month == 0) continue;
    // "mar. 26 dic. 2018": the first is a day of the week
    if (last != nullptr && i >= 2 && pieces[i - 2] == last) {
      last->month = {};
      last->text.clear();
    }
    pieces[i]->month = months.at(static_cast<size_t>(month) - 1).english;
    last = pieces[i];
  }
  std::string english;
  for (const Token& token : tokens)
    english += token.month.empty() ? token.text : std::string(token.month);
  return english;
}

}  // namespace chancery
