// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/introduced_names.h"

namespace chancery {
namespace {

constexpr size_t shortest = 2;
constexpr size_t longest = 7;

bool stands_in_brackets(const AnnotatedText& text, size_t at) {
  const Token& token = text.tokens[at];
  return token.begin > 0 && text.text[token.begin - 1] == '(' &&
         text.text.substr(token.end).starts_with(")");
}

// The first word of the name before `end` that the letters abbreviate; `end` where there is none.
// Small words (of, for, the) and hyphens need have no letter.
size_t begin_of_name(const std::vector<Token>& tokens, size_t end, const std::string& letters) {
  size_t left = letters.size();
  size_t at = end;
  for (size_t steps = 0; at > 0 && left > 0 && steps < 2 * longest; ++steps) {
    const Token& token = tokens[at - 1];
    if (at < end && token.after != Gap::space && token.after != Gap::hyphen) return end;
    if (token.capital && token.folded[0] != letters[left - 1]) return end;
    if (token.capital) --left;
    --at;
  }
  return left == 0 && end - at >= shortest && tokens[at].capital ? at : end;
}

}  // namespace

std::vector<IntroducedName> find_introduced_names(const AnnotatedText& text) {
  std::vector<IntroducedName> names;
  if (text.casing != Casing::sentence) return names;
  for (size_t at = 1; at < text.tokens.size(); ++at) {
    const Token& token = text.tokens[at];
    if (!token.capitals || token.folded.size() < shortest || token.folded.size() > longest ||
        !stands_in_brackets(text, at))
      continue;
    const size_t first = begin_of_name(text.tokens, at, token.folded);
    if (first < at) names.push_back({first, at, token.folded});
  }
  return names;
}

}  // namespace chancery
