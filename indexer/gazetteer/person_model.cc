// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/gazetteer/person_model.h"

#include <cstdlib>

#include "common/error.h"

namespace chancery {
namespace {

// FNV-1a over the name, without making the name.
uint64_t add_to_hash(uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

constexpr uint64_t hash_of_nothing = 0xcbf29ce484222325U;

uint64_t hash_of(const Feature& feature) {
  return add_to_hash(add_to_hash(add_to_hash(hash_of_nothing, feature.slot), "="), feature.value);
}

}  // namespace

void PersonModel::set_weight(const std::string& feature, const std::string& weight) {
  char* end = nullptr;
  const float value = std::strtof(weight.c_str(), &end);
  if (weight.empty() || *end != '\0') throw Error("the weight '" + weight + "' is no number");
  set_weight(feature, value);
}

void PersonModel::set_weight(const std::string& feature, float weight) {
  weights_[add_to_hash(hash_of_nothing, feature)] = weight;
}

float PersonModel::weight(const Feature& feature) const {
  const auto found = weights_.find(hash_of(feature));
  return found == weights_.end() ? 0 : found->second;
}

double PersonModel::score(const std::vector<Feature>& features) const {
  double sum = 0;
  for (const Feature& feature : features) sum += static_cast<double>(weight(feature));
  return sum;
}

}  // namespace chancery
