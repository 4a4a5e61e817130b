// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_entities.h"

#include <algorithm>

#include "common/words.h"
#include "searcher/stop_words.h"

namespace chancery {
namespace {

constexpr size_t longest_name = 6;  // words

std::vector<std::string> borne_keys(const Index& index, Field field, const std::string& folded) {
  std::vector<std::pair<size_t, std::string>> counted;
  for (std::string& key : index.keys_named(field, folded)) {
    if (const size_t count = index.count(field, key); count > 0)
      counted.emplace_back(count, std::move(key));
  }
  std::stable_sort(counted.begin(), counted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> keys;
  for (auto& [count, key] : counted) keys.push_back(std::move(key));
  return keys;
}

}  // namespace

std::vector<NamedEntity> entities_named_in(std::string_view text, const Index& index) {
  std::vector<std::string> folded;
  for (const Word& word : split_words(text)) folded.push_back(fold_word(text_of(text, word)));
  std::vector<NamedEntity> entities;
  for (size_t at = 0; at < folded.size();) {
    size_t taken = 0;
    for (size_t length = std::min(longest_name, folded.size() - at); length > 0 && taken == 0;
         --length) {
      std::string name = folded[at];
      for (size_t i = 1; i < length; ++i) name += ' ' + folded[at + i];
      // "Who" is hardly the WHO, and "may" no Mrs May; nor do two letters name anybody.
      if (length == 1 && (name.size() < 3 || is_stop_word(name))) continue;
      for (const Field field : {Field::country, Field::person, Field::organisation, Field::place}) {
        std::vector<std::string> keys = borne_keys(index, field, name);
        if (keys.empty()) continue;
        entities.push_back({field, std::move(keys)});
        taken = length;
      }
    }
    at += std::max<size_t>(taken, 1);
  }
  return entities;
}

}  // namespace chancery
