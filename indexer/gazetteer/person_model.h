// SPDX-License-Identifier: GPL-2.0-or-later
/// The learned part of finding persons: how much each feature speaks for a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

namespace chancery {

/// One circumstance of a run of words: which (`slot`, a literal) and its value. Its name in
/// person_model.tsv is "slot=value".
struct Feature {
  std::string_view slot;
  std::string value;
  std::string name() const { return std::string(slot) + '=' + value; }
};

/// A linear model. Its weights come from tools/train_persons.
class PersonModel {
 public:
  /// `feature` is a Feature's name. Throws Error where `weight` is no number.
  void set_weight(const std::string& feature, const std::string& weight);
  void set_weight(const std::string& feature, float weight);

  /// The weight of one feature; 0 where it was not learned.
  float weight(const Feature& feature) const;

  /// The sum of the weights: above 0 the words are rather a person's name than not.
  double score(const std::vector<Feature>& features) const;

 private:
  tsl::robin_map<uint64_t, float> weights_;  // by hash of the name
};

}  // namespace chancery
