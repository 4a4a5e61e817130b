// SPDX-License-Identifier: GPL-2.0-or-later
/// What stands where in a text, as far as it helps to tell persons' names: titles, names of the
/// gazetteer, classes of words, and how words are used elsewhere in the same text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/string_map.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/annotated_text.h"
#include "indexer/tagging/name_finder.h"

namespace chancery {

class NameContext {
 public:
  /// All three must outlive this.
  NameContext(const AnnotatedText& text, const std::vector<NameMatch>& names,
              const Gazetteer& gazetteer);

  const AnnotatedText& text() const { return text_; }
  const std::vector<Token>& tokens() const { return text_.tokens; }
  const Gazetteer& gazetteer() const { return gazetteer_; }

  /// The name of the gazetteer that the word is part of; nullptr where none.
  const NameMatch* match_at(size_t at) const { return match_at_[at]; }
  static bool is_person(const NameMatch* match);
  bool names_country(size_t at) const;

  /// The kind of the title that the word is part of; nullptr where none.
  const std::string* title_at(size_t at) const { return title_at_[at]; }

  /// The title that ends just before the word; nullptr where none.
  const std::string* title_before(size_t at) const;

  /// Of capitalised words and particles; 0 of others.
  WordClasses classes(size_t at) const { return classes_[at]; }
  bool is_class(size_t at, WordClass word_class) const {
    return has_class(classes_[at], word_class);
  }
  bool is_initial(size_t at) const;

  /// Whether a name can end with this word: a capitalised one, or the small half of "Ki-moon".
  bool ends_name(size_t at) const;

  /// Whether a name can go on from this word to the next.
  bool goes_on(size_t at) const;

  /// The end of the run of words from `at` that may hold one name; `at` itself if there is none.
  size_t run_end(size_t at) const;

  /// How a word is used in this text.
  struct Use {
    bool small = false;     ///< also without a capital
    bool courtesy = false;  ///< behind "Mr", "Mrs" …
    unsigned capital = 0;   ///< how often with one
  };
  const Use& use(const std::string& folded_word) const;

 private:
  void mark_matches(const std::vector<NameMatch>& names);
  void mark_titles();
  void note_uses();
  bool may_be_in_run(size_t at) const;
  bool is_given_month(size_t at) const;
  bool is_second_half(size_t run, size_t at) const;
  bool goes_through_match(size_t run, size_t at) const;

  const AnnotatedText& text_;
  const Gazetteer& gazetteer_;
  std::vector<const NameMatch*> match_at_;
  std::vector<const std::string*> title_at_;
  std::vector<WordClasses> classes_;
  ViewMap<Use> uses_;  // by folded word
};

}  // namespace chancery
