// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text_analysis.h"

#include <xapian.h>

#include "common/string_map.h"
#include "common/words.h"

namespace chancery {
namespace {

// Forgotten at this many words, so that noise (numbers, misprints) cannot eat the memory.
constexpr size_t most_remembered = 200'000;

bool is_number(std::string_view folded) {
  return folded.find_first_not_of("0123456789.,") == std::string_view::npos;
}

Xapian::Stem make_stemmer(std::string_view language) {
  try {
    return Xapian::Stem(std::string(language));
  } catch (const Xapian::InvalidArgumentError&) {
    return Xapian::Stem();
  }
}

}  // namespace

struct TextAnalysis::State {
  Xapian::Stem stem;
  StringMap<std::string> terms;
  std::vector<std::string>* new_words = nullptr;
};

TextAnalysis::TextAnalysis(std::string_view language)
    : state_(std::make_unique<State>(State{make_stemmer(language), {}, nullptr})) {}
TextAnalysis::~TextAnalysis() = default;
TextAnalysis::TextAnalysis(TextAnalysis&&) noexcept = default;

void TextAnalysis::collect_new_words(std::vector<std::string>& words) {
  state_->new_words = &words;
}

const std::string& TextAnalysis::term(std::string_view word) {
  auto& terms = state_->terms;
  if (const auto known = terms.find(word); known != terms.end()) return known->second;
  if (terms.size() >= most_remembered) terms.clear();
  std::string folded = fold_word(word);
  std::string term = folded.size() > longest_term ? std::string() : state_->stem(folded);
  if (state_->new_words != nullptr && !term.empty() && !is_number(folded))
    state_->new_words->push_back(folded);
  return terms.emplace(word, std::move(term)).first->second;
}

}  // namespace chancery
