// SPDX-License-Identifier: GPL-2.0-or-later
/// When two spellings name one person: Sergei and Sergey, Zelensky and Zelenskyy, Qureshi and
/// al-Qureshi, John F. and John Fitzgerald.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chancery {

/// Spellings of words that no rule brings together: "Mohammed" and "Muhammad", "Yevgeny" and
/// "Eugene". From spellings.tsv.
class Spellings {
 public:
  /// `words` are spellings of one name.
  void add(const std::vector<std::string>& words);

  /// What all spellings of a folded word have in common: by the table, else by rules for
  /// transliteration (kh, ou, final y and iy …). Example: "zelenskyy" and "zelensky" -> "zelenski".
  std::string key(const std::string& folded_word) const;

  /// The first spelling in the table's line; the word itself where it is in none.
  const std::string& usual(const std::string& folded_word) const;

 private:
  std::unordered_map<std::string, std::string> keys_;
};

/// Whether a word of name_words is an initial: "j".
bool is_initial(const std::string& word);

/// "Lavrov, Sergei" -> "Sergei Lavrov". "Martin Luther King, Jr." stays, and what has two commas.
std::string in_usual_order(std::string_view name);

/// The folded words of a name, "Lastname, Firstname" in the usual order, without particles (al-,
/// bin, de) behind the first word; "J.B." is two words.
std::vector<std::string> name_words(std::string_view name);

/// Whether two full names (of name_words) are one person's: first and last words spelled alike or
/// abbreviated, what stands between not in contradiction. George H. W. and George W. Bush are two.
/// Single names are variants where they are spelled alike.
bool are_variants(const std::vector<std::string>& one, const std::vector<std::string>& other,
                  const Spellings& spellings);

/// The key of a person whom no list knows: the same for most spellings of the name, with and
/// without initials. Example: {"sergey", "v", "ivanov"} -> "sergei-ivanov".
std::string key_of_unlisted(const std::vector<std::string>& words, const Spellings& spellings);

/// By this variants are looked for: the last word as Spellings::key has it. Not all names with one
/// key are variants, and a few variants have another one ("Kim Jong-un", "Kim Jongun").
std::string variant_key(const std::vector<std::string>& words, const Spellings& spellings);

}  // namespace chancery
