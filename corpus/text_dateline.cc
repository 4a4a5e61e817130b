// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text_dateline.h"

#include <algorithm>
#include <array>

#include "common/fold.h"
#include "corpus/html/html_text.h"
#include "corpus/published_date.h"

namespace chancery {
namespace {

constexpr size_t longest = 120;
constexpr std::array<std::string_view, 6> dashes = {" - ", " -- ", " – ", " — ", "— ", ") "};

// Where the dateline ends and where the story starts behind its dash.
struct End {
  size_t before = std::string_view::npos;
  bool dash = false;
};

End end_of(std::string_view head) {
  End end;
  for (const std::string_view dash : dashes) {
    const size_t at = head.find(dash);
    // "(AFP) The" has no dash
    const size_t before = at == std::string_view::npos ? at : at + (dash.starts_with(')') ? 1 : 0);
    if (before < end.before || (before == end.before && !dash.starts_with(')')))
      end = {before, !dash.starts_with(')')};
  }
  return end;
}

// Words in capitals, of which one has three letters: "NEW YORK", "ST. PETERSBURG", not "I" and not
// "US".
bool is_in_capitals(std::string_view place) {
  size_t letters = 0;
  size_t longest_word = 0;
  for (const char c : place) {
    const bool letter = (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    letters = letter ? letters + 1 : 0;
    longest_word = std::max(longest_word, letters);
  }
  return longest_word >= 3 && !has_small_letter(place);
}

// "Kabul", "Rio de Janeiro", "PORTLAND, Ore."
bool are_names(std::string_view place) {
  constexpr std::array<std::string_view, 10> small = {"de",  "la", "le", "of", "al",
                                                      "del", "el", "am", "du", "and"};
  while (!place.empty()) {
    const size_t end = std::min(place.find(' '), place.size());
    const std::string_view word = place.substr(0, end);
    if (!begins_with_capital(word) && std::find(small.begin(), small.end(), word) == small.end())
      return false;
    place.remove_prefix(std::min(end + 1, place.size()));
  }
  return true;
}

bool is_place(std::string_view place, bool with_agency) {
  constexpr size_t most = 60;
  if (place.empty() || place.size() > most || !begins_with_capital(place)) return false;
  if (place.find_first_of("0123456789:;!?\"()") != std::string_view::npos) return false;
  if (std::count(place.begin(), place.end(), ' ') > 4) return false;
  return with_agency ? are_names(place) : is_in_capitals(place.substr(0, place.find(',')));
}

bool is_agency(std::string_view name) {
  return name.size() >= 2 && name.size() <= 30 &&
         name.find_first_of("0123456789") == std::string_view::npos &&
         std::count(name.begin(), name.end(), ' ') <= 3;
}

}  // namespace

std::optional<RunInDateline> run_in_dateline(std::string_view text) {
  std::string_view head = text.substr(0, std::min(text.find('\n'), longest));
  RunInDateline found;
  std::string_view before;
  const size_t tass = head.find(". /");
  const size_t tass_end = tass == std::string_view::npos ? tass : head.find("/. ", tass + 3);
  if (tass_end != std::string_view::npos) {
    before = head.substr(0, tass);
    found.agency = tidy_line(head.substr(tass + 3, tass_end - tass - 3));
    if (!is_agency(found.agency)) return std::nullopt;
  } else {
    const End end = end_of(head);
    if (end.before == std::string_view::npos) return std::nullopt;
    before = head.substr(0, end.before);
    const size_t open = before.rfind('(');
    if (before.ends_with(')') && open != std::string_view::npos) {
      found.agency = tidy_line(before.substr(open + 1, before.size() - open - 2));
      if (!is_agency(found.agency)) return std::nullopt;
      before = before.substr(0, open);
    }
    if (found.agency.empty() && !end.dash) return std::nullopt;
  }
  found.dateline = tidy_line(before);
  while (found.dateline.ends_with(',')) found.dateline.pop_back();
  // The day stands behind a comma, or has none: "Berlin, 26 December", "MOSCOW Dec 26"
  const size_t digit = found.dateline.find_first_of("0123456789");
  std::string_view place = found.dateline;
  if (digit != std::string::npos) {
    const size_t comma = place.find(',');
    const size_t space = place.rfind(
        ' ', place.rfind(' ', digit) == std::string_view::npos ? 0 : place.rfind(' ', digit) - 1);
    place = comma != std::string_view::npos ? place.substr(0, comma) : place.substr(0, space);
  }
  if (!is_place(place, !found.agency.empty())) return std::nullopt;
  return found;
}

void take_run_in_dateline(Article& article) {
  const auto found = run_in_dateline(article.text);
  if (!found) return;
  if (article.dateline.empty()) article.dateline = found->dateline;
  if (article.source.empty()) article.source = found->agency;
  if (article.date) return;
  article.date = parse_published_date(found->dateline);
  if (article.date) return;
  for (size_t at = article.text.rfind("opyright"); at != std::string::npos;
       at = at == 0 ? std::string::npos : article.text.rfind("opyright", at - 1)) {
    const std::string_view line = std::string_view(article.text).substr(at, 60);
    const size_t year = line.find_first_of("0123456789");
    if (year == std::string_view::npos) continue;
    article.date = parse_published_date(found->dateline + ", " + std::string(line.substr(year, 4)));
    return;
  }
}

}  // namespace chancery
