// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/published_date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "common/fold.h"
#include "common/utf8.h"
#include "corpus/month_names.h"

namespace chancery {
namespace {

// Those of other languages become these: month_names.h.
constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// A run of digits or of letters, and the character before it.
struct Piece {
  std::string text;  // folded
  bool digits = false;
  char before = ' ';
};

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) {
  const bool mark = c == 0xA0 || c == 0x60C || (c >= 0x2000 && c < 0x2070) ||
                    (c >= 0x3000 && c < 0x3040) || c == 0xFF0C;
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x80 && !mark);
}

std::vector<Piece> split(std::string_view text) {
  constexpr size_t most = 12;  // a date is in the first pieces, or it is none
  constexpr size_t longest = 60;
  std::vector<Piece> pieces;
  size_t begin = 0;  // of the piece that is being read
  enum class Kind { none, digits, letters } kind = Kind::none;
  const auto end_piece = [&](size_t end) {
    if (kind == Kind::none) return;
    const std::string_view piece = text.substr(begin, std::min(end - begin, longest));
    pieces.push_back({kind == Kind::digits ? std::string(piece) : fold(piece), kind == Kind::digits,
                      begin > 0 ? text[begin - 1] : ' '});
  };
  for (size_t at = 0; at < text.size() && pieces.size() < most;) {
    const size_t start = at;
    const char32_t c = decode_utf8(text, at);
    const Kind now = is_digit(c) ? Kind::digits : is_letter(c) ? Kind::letters : Kind::none;
    if (now == kind) continue;
    end_piece(start);
    kind = now;
    begin = start;
  }
  if (pieces.size() < most) end_piece(text.size());
  return pieces;
}

// 1 to 12 for a month's name or its first three letters or more; else 0.
int month_of(const Piece& piece) {
  constexpr size_t shortest = 3;
  const auto letters = std::count_if(piece.text.begin(), piece.text.end(),
                                     [](char c) { return (c & 0xC0) != 0x80; });
  if (piece.digits || static_cast<size_t>(letters) < shortest) return 0;
  if (piece.text == "sept") return 9;
  for (size_t i = 0; i < months.size(); ++i) {
    if (months[i].starts_with(piece.text)) return static_cast<int>(i) + 1;
  }
  return 0;
}

int number(const Piece& piece) {
  return piece.digits && piece.text.size() <= 4 ? std::stoi(piece.text) : -1;
}

// The year in `piece`, two and three digits completed as RFC 2822, 4.3 has it; -1 where it is none.
int year_of(const Piece& piece) {
  const int year = number(piece);
  if (piece.text.size() == 4) return year;
  if (piece.text.size() == 3 && year >= 100) return 1900 + year;
  if (piece.text.size() != 2) return -1;
  return year < 50 ? 2000 + year : 1900 + year;
}

Date from_days(std::chrono::sys_days days) {
  const std::chrono::year_month_day day(days);
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

// ISO 8601: the 360th day of a year.
std::optional<Date> from_ordinal(int year, int day) {
  if (year < 1 || day < 1 || day > 337 + days_in_month(year, 2)) return std::nullopt;
  return from_days(std::chrono::sys_days(std::chrono::year(year) / 1 / 1) +
                   std::chrono::days(day - 1));
}

// ISO 8601: the third day of a year's 52nd week; the first is that of 4 January.
std::optional<Date> from_week(int year, int week, int day) {
  if (year < 1 || year > 9998 || week < 1 || week > 53 || day < 1 || day > 7) return std::nullopt;
  const auto first_monday = [](int of) {
    const std::chrono::sys_days fourth(std::chrono::year(of) / 1 / 4);
    return fourth - (std::chrono::weekday(fourth) - std::chrono::Monday);
  };
  const std::chrono::sys_days date =
      first_monday(year) + std::chrono::days((week - 1) * 7 + day - 1);
  if (date >= first_monday(year + 1)) return std::nullopt;
  return from_days(date);
}

// "2018 W 52 - 3", "2018 W 523"
std::optional<Date> from_week(const std::vector<Piece>& pieces, size_t first) {
  if (pieces.size() < first + 3 || pieces[first + 1].text != "w") return std::nullopt;
  const int week = number(pieces[first + 2]);
  if (pieces[first + 2].text.size() == 3)
    return from_week(number(pieces[first]), week / 10, week % 10);
  if (pieces.size() < first + 4) return std::nullopt;
  return from_week(number(pieces[first]), week, number(pieces[first + 3]));
}

// "2004年05月28日", in Korean "2004년 05월 28일": by the sign behind the year, folded or not.
bool is_year_sign(const Piece& piece) {
  return piece.text == "年" || piece.text == "년" || piece.text == fold("년");
}

std::optional<Date> from_iso(const std::vector<Piece>& pieces) {
  // "Fri, 2006/09/15": words may stand before it, months not
  size_t first = 0;
  while (first < pieces.size() && first < 3 && !pieces[first].digits &&
         month_of(pieces[first]) == 0)
    ++first;
  if (first == pieces.size() || !pieces[first].digits) return std::nullopt;
  const std::string& text = pieces[first].text;
  if (text.size() == 8 || text.size() == 12 || text.size() == 14)
    return from_digits(text.substr(0, 8));
  if (text.size() == 7)
    return from_ordinal(std::stoi(text.substr(0, 4)), std::stoi(text.substr(4)));
  if (text.size() != 4 || pieces.size() < first + 2) return std::nullopt;
  if (const auto date = from_week(pieces, first)) return date;
  const int year = number(pieces[first]);
  if (is_year_sign(pieces[first + 1]) && pieces.size() > first + 4)
    return make_date(year, number(pieces[first + 2]), number(pieces[first + 4]));
  const char separator = pieces[first + 1].before;
  if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
  if (separator == '-' && pieces[first + 1].text.size() == 3 && pieces[first + 1].digits)
    return from_ordinal(year, number(pieces[first + 1]));
  if (pieces.size() < first + 3) return std::nullopt;
  const int month = month_of(pieces[first + 1]);
  return make_date(year, month > 0 ? month : number(pieces[first + 1]), number(pieces[first + 2]));
}

std::optional<Date> from_words(const std::vector<Piece>& pieces) {
  for (size_t i = 0; i < pieces.size(); ++i) {
    const int month = month_of(pieces[i]);
    // A weekday may begin like a month: "mar. 26 dic. 2018"
    if (month == 0 ||
        (i + 2 < pieces.size() && pieces[i + 1].digits && month_of(pieces[i + 2]) > 0))
      continue;
    // "26 December 2018", "26th of December 2018", "26 de diciembre de 2018"
    size_t before = i;
    while (before > 0 && !pieces[before - 1].digits && i - before < 2) --before;
    size_t after = i + 1;
    if (after + 1 < pieces.size() && !pieces[after].digits) ++after;
    const bool time_follows = after + 1 < pieces.size() && pieces[after + 1].before == ':';
    // "01:38:07 PM IST Nov 20, 2019"
    const bool behind_time = before > 0 && pieces[before - 1].before == ':';
    if (before > 0 && !behind_time && after < pieces.size() &&
        pieces[before - 1].text.size() <= 2 && !time_follows) {
      const int year = year_of(pieces[after]);
      const auto date = make_date(year, month, number(pieces[before - 1]));
      if (date || pieces[after].text.size() == 4) return date;
    }
    // "December 26, 2018", "Dec 26th, 2018", and as Unix writes it: "Dec 26 10:00:00 2018", "26 Dec
    // 10:00:00 2018"
    const int day = number(
        pieces[before > 0 && time_follows ? before - 1 : std::min(i + 1, pieces.size() - 1)]);
    for (size_t j = i + 2; j < pieces.size() && day > 0; ++j) {
      const bool time =
          pieces[j].before == ':' || (j + 1 < pieces.size() && pieces[j + 1].before == ':');
      const bool zone =
          pieces[j].before == '+' || (pieces[j].before == '-' && pieces[j - 1].before == ':');
      const int year = pieces[j].digits && !time && !zone ? year_of(pieces[j]) : -1;
      if (year > 0) return make_date(year, month, day);
    }
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Date> from_numbers(const std::vector<Piece>& pieces) {
  if (pieces.size() < 3) return std::nullopt;
  const int first = number(pieces[0]);
  const int second = number(pieces[1]);
  const int year = year_of(pieces[2]);
  const char separator = pieces[1].before;
  if (separator != pieces[2].before || first < 0 || second < 0) return std::nullopt;
  if (separator == '.' || first > 12) return make_date(year, second, first);
  if ((separator == '/' || separator == '-') && (second > 12 || first == second)) {
    return make_date(year, first, second);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> parse_published_date(std::string_view text) {
  const std::vector<Piece> pieces = split(with_english_months(text));
  if (const auto date = from_iso(pieces)) return date;
  if (const auto date = from_words(pieces)) return date;
  return from_numbers(pieces);
}

void set_date(Article& article, const std::vector<std::string>& texts) {
  const std::string* unread = nullptr;
  for (const std::string& text : texts) {
    article.date = parse_published_date(text);
    if (article.date) return;
    if (unread == nullptr && !text.empty()) unread = &text;
  }
  if (unread != nullptr)
    article.notes.push_back("the date '" + unread->substr(0, 60) +
                            "' is none that can be read; left undated");
}

}  // namespace chancery
