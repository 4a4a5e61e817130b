// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets.h"

#include <algorithm>

#include "common/packed.h"

namespace chancery {

namespace {

// "201812" -> "2018-12"
std::string with_hyphens(std::string digits) {
  constexpr size_t year = 4;
  constexpr size_t month = 6;
  if (digits.size() > month) digits.insert(month, "-");
  if (digits.size() > year) digits.insert(year, "-");
  return digits;
}

}  // namespace

std::vector<std::string> keys_of(const Xapian::Document& document, Field field) {
  std::vector<std::string> keys;
  const std::string value = document.get_value(slot_of(field));
  if (value.empty()) return keys;
  if (const size_t digits = date_digits(field)) return {with_hyphens(value.substr(0, digits))};
  for (Unpacker unpacker(value); !unpacker.at_end();) keys.emplace_back(unpacker.string());
  return keys;
}

FacetCounter::FacetCounter(Field field) : field_(field) {}

void FacetCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  const std::string value = document.get_value(slot_of(field_));
  if (!value.empty()) count_value(value, 1);
}

std::string FacetCounter::name() const { return Xapian::ValueCountMatchSpy().name(); }

std::string FacetCounter::serialise() const {
  return Xapian::ValueCountMatchSpy(slot_of(field_)).serialise();
}

void FacetCounter::merge_results(const std::string& counts) {
  Xapian::ValueCountMatchSpy theirs(slot_of(field_));
  theirs.merge_results(counts);
  for (auto at = theirs.values_begin(); at != theirs.values_end(); ++at)
    count_value(*at, at.get_termfreq());
}

void FacetCounter::count_value(std::string_view value, size_t articles) {
  if (const size_t digits = date_digits(field_)) {
    count(value.substr(0, digits), articles);
    return;
  }
  for (Unpacker keys(value); !keys.at_end();) count(keys.string(), articles);
}

void FacetCounter::count(std::string_view key, size_t articles) {
  const auto found = counts_.find(key);
  if (found != counts_.end()) {
    found->second += articles;
  } else {
    counts_.emplace(key, articles);
  }
}

size_t FacetCounter::count_of(std::string_view key) const {
  std::string stored(key);
  if (date_digits(field_) > 0) std::erase(stored, '-');
  const auto found = counts_.find(stored);
  return found == counts_.end() ? 0 : found->second;
}

Facet FacetCounter::facet(const Index& index, size_t limit) const {
  Facet facet{field_, {}, counts_.size()};
  for (const auto& [key, number] : counts_) facet.values.push_back({key, "", number});
  const bool by_date = date_digits(field_) > 0;
  const size_t kept = std::min(limit, facet.values.size());
  std::partial_sort(facet.values.begin(), facet.values.begin() + static_cast<ptrdiff_t>(kept),
                    facet.values.end(), [by_date](const FacetValue& a, const FacetValue& b) {
                      if (by_date) return a.key > b.key;
                      return a.count != b.count ? a.count > b.count : a.key < b.key;
                    });
  facet.values.resize(kept);
  if (by_date) std::reverse(facet.values.begin(), facet.values.end());
  for (FacetValue& value : facet.values) {
    if (by_date) value.key = with_hyphens(value.key);
    value.name =
        by_date || field_ == Field::language ? value.key : index.display_name(field_, value.key);
  }
  return facet;
}

}  // namespace chancery
