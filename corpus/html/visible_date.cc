// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/visible_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/fold.h"
#include "common/utf8.h"
#include "corpus/month_names.h"

namespace chancery {
namespace {

struct Word {
  std::string text;
  bool digits = false;
  char before = ' ';
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<Word> words_of(std::string_view folded) {
  constexpr size_t most = 40;
  std::vector<Word> words;
  for (size_t at = 0; at < folded.size() && words.size() < most;) {
    const bool digits = is_digit(folded[at]);
    if (!digits && !is_letter(folded[at])) {
      ++at;
      continue;
    }
    Word word{{}, digits, at > 0 ? folded[at - 1] : ' '};
    for (; at < folded.size() && (digits ? is_digit(folded[at]) : is_letter(folded[at])); ++at)
      word.text += folded[at];
    words.push_back(std::move(word));
  }
  return words;
}

int number(const Word& word) {
  return word.digits && word.text.size() <= 4 ? std::stoi(word.text) : -1;
}

// 0 for none.
int month_of(const Word& word) { return word.digits ? 0 : month_named(word.text); }

bool is_year(const Word& word) {
  return word.digits && word.text.size() == 4 && number(word) >= 1900 && number(word) <= 2100;
}
bool is_day(const Word& word) {
  return word.digits && word.text.size() <= 2 && number(word) >= 1 && number(word) <= 31;
}

std::optional<Date> with_month_name(const std::vector<Word>& words) {
  for (size_t i = 0; i < words.size(); ++i) {
    const int month = month_of(words[i]);
    if (month == 0) continue;
    // "22 de outubro de 2010": one word may stand between
    for (size_t year = i + 1; year < words.size() && year <= i + 3; ++year) {
      if (!is_year(words[year])) continue;
      for (size_t back = 1; back <= 2 && back <= i; ++back) {
        if (is_day(words[i - back]))
          return make_date(number(words[year]), month, number(words[i - back]));
      }
      if (year > i + 1 && is_day(words[i + 1]))
        return make_date(number(words[year]), month, number(words[i + 1]));
    }
  }
  return std::nullopt;
}

// Year, month, day in three figures with nothing or one word ("年", "년") between.
std::optional<Date> in_figures(const std::vector<Word>& words, DayOrder order) {
  for (size_t i = 0; i < words.size(); ++i) {
    std::vector<const Word*> figures;
    for (size_t j = i; j < words.size() && j < i + 5 && figures.size() < 3; ++j) {
      if (words[j].digits) {
        figures.push_back(&words[j]);
      } else if (words[j].text.size() > 3 || j == i) {
        break;
      }
    }
    if (figures.size() < 3 || figures[1]->before == ':' || figures[2]->before == ':') continue;
    if (is_year(*figures[0]) && is_day(*figures[1]) && is_day(*figures[2]))
      return make_date(number(*figures[0]), number(*figures[1]), number(*figures[2]));
    if (!is_year(*figures[2]) || !is_day(*figures[0]) || !is_day(*figures[1])) continue;
    const int first = number(*figures[0]);
    const int second = number(*figures[1]);
    if (figures[1]->before == '.' || first > 12 || order == DayOrder::day_first)
      return make_date(number(*figures[2]), second, first);
    if (second > 12 || first == second || order == DayOrder::month_first)
      return make_date(number(*figures[2]), first, second);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> visible_date(std::string_view text, DayOrder order) {
  const std::vector<Word> words = words_of(fold(text));
  if (const auto date = with_month_name(words)) return date;
  return in_figures(words, order);
}

std::optional<Date> date_in_url(std::string_view url) {
  const size_t start = url.find("://");
  url = url.substr(start == std::string_view::npos ? 0 : start + 3);
  url = url.substr(std::min(url.find('/'), url.size()));
  const std::vector<Word> words = words_of(fold(url));
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].digits && words[i].text.size() == 8) {
      const auto date = from_digits(words[i].text);
      if (date && words[i].text.substr(0, 4) >= "1990" && words[i].text.substr(0, 4) < "2100")
        return date;
    }
    if (i + 2 >= words.size() || !is_year(words[i]) || !is_day(words[i + 2])) continue;
    if (words[i + 1].before != words[i + 2].before ||
        (words[i + 1].before != '/' && words[i + 1].before != '-'))
      continue;
    const int month = words[i + 1].digits && words[i + 1].text.size() <= 2 ? number(words[i + 1])
                                                                           : month_of(words[i + 1]);
    if (month == 0) continue;
    if (const auto date = make_date(number(words[i]), month, number(words[i + 2]))) return date;
  }
  return std::nullopt;
}

}  // namespace chancery
