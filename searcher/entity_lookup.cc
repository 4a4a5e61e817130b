// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/entity_lookup.h"

#include <algorithm>

#include "common/fold.h"
#include "common/words.h"
#include "searcher/edit_distance.h"

namespace chancery {
namespace {

std::string upper_case(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  }
  return text;
}

Candidate candidate(const Index& index, Field field, const std::string& key) {
  NameRecord names = index.names(field, key);
  if (names.name.empty()) names.name = key;
  return {std::string(name_of(field)), key, std::move(names.name), std::move(names.aliases),
          index.count(field, key)};
}

}  // namespace

std::vector<Candidate> find_candidates(const Index& index, Field field, const std::string& name) {
  const bool code_like = field == Field::country && name.size() == 2;
  const std::string key = code_like                  ? upper_case(name)
                          : field == Field::language ? fold(name)
                                                     : name;
  if (!index.names(field, key).name.empty() ||
      (field == Field::language && index.count(field, key) > 0)) {
    return {candidate(index, field, key)};
  }
  std::vector<std::string> keys = index.keys_named(field, fold_phrase(name));
  if (const size_t comma = name.find(", "); keys.empty() && comma != std::string::npos) {
    keys =
        index.keys_named(field, fold_phrase(name.substr(comma + 2) + " " + name.substr(0, comma)));
  }
  if (keys.empty() && field == Field::source)
    keys = index.keys_named(field, "the " + fold_phrase(name));
  std::vector<Candidate> candidates;
  for (const std::string& found : keys) {
    Candidate one = candidate(index, field, found);
    // A country may have no article; of another entity without one nothing but the name is left.
    if (one.count > 0 || field == Field::country) candidates.push_back(std::move(one));
  }
  // "Russia" is Russia, though articles on the Soviet Union say it more often. But "Rusk" is rather
  // Dean Rusk than somebody of whom no more than that is known.
  const auto rank = [field, folded = fold_phrase(name)](const Candidate& one) {
    return std::pair(field == Field::country && one.count > 0 && fold_phrase(one.name) == folded,
                     one.count);
  };
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const Candidate& a, const Candidate& b) { return rank(a) > rank(b); });
  return candidates;
}

std::vector<std::string> similar_names(const Index& index, Field field, const std::string& name) {
  constexpr size_t most = 3;
  const std::string folded = fold_phrase(name);
  std::vector<std::string> keys;
  size_t nearest = folded.size() < 5 ? 1 : 2;
  for (const std::string& other : index.folded_names(field)) {
    const size_t distance = edit_distance(folded, other, nearest);
    if (distance > nearest) continue;
    if (distance < nearest) keys.clear();
    nearest = distance;
    for (const std::string& key : index.keys_named(field, other)) keys.push_back(key);
  }
  for (const std::string& key : index.keys_named(field, folded.substr(folded.rfind(' ') + 1)))
    keys.push_back(key);
  std::stable_sort(keys.begin(), keys.end(), [&](const std::string& a, const std::string& b) {
    return index.count(field, a) > index.count(field, b);
  });
  std::vector<std::string> names;
  for (const std::string& key : keys) {
    std::string similar = index.display_name(field, key);
    if (names.size() < most && std::find(names.begin(), names.end(), similar) == names.end()) {
      names.push_back(std::move(similar));
    }
  }
  return names;
}

std::vector<Candidate> completions(const Index& index, Field field, const std::string& prefix,
                                   size_t most) {
  std::vector<std::pair<size_t, std::string>> counted;
  for (const std::string& name : index.folded_names(field, fold_phrase(prefix))) {
    for (std::string& key : index.keys_named(field, name)) {
      const size_t count = index.count(field, key);
      if (count > 0) counted.emplace_back(count, std::move(key));
    }
  }
  std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  counted.erase(std::unique(counted.begin(), counted.end()), counted.end());
  if (counted.size() > most) counted.resize(most);
  std::vector<Candidate> found;
  for (const auto& [count, key] : counted) found.push_back(candidate(index, field, key));
  return found;
}

std::vector<Candidate> resolve(const Index& index, const std::string& name) {
  std::vector<Candidate> all;
  for (const Field field : filter_fields) {
    for (Candidate& found : find_candidates(index, field, name)) all.push_back(std::move(found));
  }
  return all;
}

}  // namespace chancery
