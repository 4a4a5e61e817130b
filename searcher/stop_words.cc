// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/stop_words.h"

#include <unordered_set>

namespace chancery {

bool is_stop_word(std::string_view folded) {
  static const std::unordered_set<std::string_view> words = {
      // articles and pronouns
      "a", "an", "the", "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "them",
      "my", "your", "his", "its", "our", "their", "this", "that", "these", "those", "who", "whom",
      "whose", "which", "what", "himself", "itself", "themselves", "there", "here", "each", "any",
      "some", "such", "other", "both",
      // prepositions
      "of", "in", "on", "at", "by", "for", "from", "to", "with", "within", "into", "about",
      "between", "during", "through", "under", "over", "upon", "as", "than", "per",
      // conjunctions and adverbs
      "and", "or", "but", "nor", "if", "because", "while", "when", "where", "why", "how", "whether",
      "so", "then", "also", "only", "very", "too", "just", "not", "no",
      // auxiliary verbs
      "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do",
      "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must"};
  return words.contains(folded);
}

}  // namespace chancery
