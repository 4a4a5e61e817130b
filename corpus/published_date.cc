// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/published_date.h"

#include <array>
#include <string>
#include <vector>

#include "corpus/month_names.h"

namespace chancery {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// A run of digits or of letters, and the character before it.
struct Piece {
  std::string text;
  bool digits = false;
  char before = ' ';
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::vector<Piece> split(std::string_view text) {
  constexpr size_t most = 12;  // a date is in the first pieces, or it is none
  std::vector<Piece> pieces;
  for (size_t at = 0; at < text.size() && pieces.size() < most;) {
    const bool digits = is_digit(text[at]);
    if (!digits && !is_letter(text[at])) {
      ++at;
      continue;
    }
    Piece piece{{}, digits, at > 0 ? text[at - 1] : ' '};
    for (; at < text.size() && (digits ? is_digit(text[at]) : is_letter(text[at])); ++at) {
      piece.text += static_cast<char>(is_letter(text[at]) ? text[at] | 0x20 : text[at]);
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

// 1 to 12 for a month's name or its first three letters or more; else 0.
int month_of(const Piece& piece) {
  if (piece.digits || piece.text.size() < 3) return 0;
  for (size_t i = 0; i < months.size(); ++i) {
    if (months[i].starts_with(piece.text) || (i == 8 && piece.text == "sept")) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

int number(const Piece& piece) {
  return piece.digits && piece.text.size() <= 4 ? std::stoi(piece.text) : -1;
}

// The year in `piece`, two digits completed; -1 where it is none.
int year_of(const Piece& piece) {
  const int year = number(piece);
  if (piece.text.size() == 4) return year;
  if (piece.text.size() != 2) return -1;
  return year < 50 ? 2000 + year : 1900 + year;
}

std::optional<Date> from_iso(const std::vector<Piece>& pieces) {
  if (pieces.empty() || !pieces[0].digits) return std::nullopt;
  if (pieces[0].text.size() == 8) return from_digits(pieces[0].text);
  if (pieces[0].text.size() == 14) return from_digits(pieces[0].text.substr(0, 8));
  if (pieces[0].text.size() != 4 || pieces.size() < 3) return std::nullopt;
  const char separator = pieces[1].before;
  if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
  return make_date(number(pieces[0]), number(pieces[1]), number(pieces[2]));
}

std::optional<Date> from_english(const std::vector<Piece>& pieces) {
  for (size_t i = 0; i < pieces.size(); ++i) {
    const int month = month_of(pieces[i]);
    if (month == 0) continue;
    // "26 December 2018", "26th of December 2018"
    size_t before = i;
    while (before > 0 && !pieces[before - 1].digits && i - before < 2) --before;
    if (before > 0 && i + 1 < pieces.size() && pieces[before - 1].text.size() <= 2) {
      const int year = year_of(pieces[i + 1]);
      if (const auto date = make_date(year, month, number(pieces[before - 1]))) return date;
    }
    // "December 26, 2018", "Dec 26th, 2018", and as Unix writes it: "Dec 26 10:00:00 2018"
    for (size_t j = i + 2; j < pieces.size() && number(pieces[i + 1]) > 0; ++j) {
      const bool time = pieces[j].before == ':' || (j + 1 < pieces.size() && pieces[j + 1].before == ':');
      const int year = pieces[j].digits && !time ? year_of(pieces[j]) : -1;
      if (year > 0) return make_date(year, month, number(pieces[i + 1]));
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
  if (const auto date = from_english(pieces)) return date;
  return from_numbers(pieces);
}

void set_date(Article& article, const std::vector<std::string>& texts) {
  const std::string* unread = nullptr;
  for (const std::string& text : texts) {
    article.date = parse_published_date(text);
    if (article.date) return;
    if (unread == nullptr && !text.empty()) unread = &text;
  }
  if (unread != nullptr) article.notes.push_back("the date '" + unread->substr(0, 60) + "' is none that can be read; left undated");
}

}  // namespace chancery
