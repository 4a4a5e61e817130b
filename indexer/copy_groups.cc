// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copy_groups.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "common/schema.h"
#include "indexer/fingerprint.h"

namespace chancery {
namespace {}  // namespace

uint32_t CopyGroups::add(std::string_view packed_fingerprint, std::string_view article_id) {
  const auto document = static_cast<uint32_t>(places_.size());
  article_hashes_.push_back(schema::stable_number(article_id));
  places_.push_back(0);
  if (packed_fingerprint.empty()) return document;
  fingerprints_ += packed_fingerprint;
  places_.back() = static_cast<uint32_t>(fingerprints_.size() / packed_fingerprint.size());
  uint32_t number = 0;
  for (const std::string& band : fingerprint_bands(packed_fingerprint))
    bands_.push_back({schema::stable_number(band), document, number++});
  return document;
}

void CopyGroups::find_groups() {
  std::vector<Band> bands = std::move(bands_);
  std::sort(bands.begin(), bands.end(), [](const Band& a, const Band& b) {
    return std::tie(a.hash, a.document) < std::tie(b.hash, b.document);
  });
  // What shares a band with an earlier document: which, and where the bands begin that are alike.
  struct Candidate {
    uint32_t document = 0;
    uint32_t number = 0;
    size_t begin = 0;
    size_t end = 0;
  };
  std::vector<Candidate> candidates;
  for (size_t begin = 0, end = 0; begin < bands.size(); begin = end) {
    for (end = begin; end < bands.size() && bands[end].hash == bands[begin].hash; ++end) {
      if (end > begin)
        candidates.push_back(
            {bands[end].document, bands[end].number, begin, std::min(end, begin + most_compared)});
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.document, a.number) < std::tie(b.document, b.number);
  });

  const auto with_fingerprint = std::max_element(places_.begin(), places_.end());
  const size_t fingerprints = with_fingerprint == places_.end() ? 0 : *with_fingerprint;
  const size_t size = fingerprints == 0 ? 0 : fingerprints_.size() / fingerprints;
  const auto fingerprint = [&](uint32_t document) {
    return std::string_view(fingerprints_).substr((places_[document] - 1) * size, size);
  };
  groups_.resize(places_.size());
  std::iota(groups_.begin(), groups_.end(), 0U);
  for (const Candidate& candidate : candidates) {
    if (groups_[candidate.document] != candidate.document) continue;
    for (size_t at = candidate.begin; at < candidate.end; ++at) {
      if (!are_copies(fingerprint(candidate.document), fingerprint(bands[at].document))) continue;
      groups_[candidate.document] = groups_[bands[at].document];
      break;
    }
  }
}

std::string CopyGroups::value(uint32_t number) const {
  return places_[number] == 0 ? "" : schema::in_hex(article_hashes_[groups_[number]]);
}

}  // namespace chancery
