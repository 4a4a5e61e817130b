// SPDX-License-Identifier: GPL-2.0-or-later
/// Who and what an article speaks of.
#pragma once

#include <vector>

#include "common/entity.h"

namespace chancery {

struct Tags {
  std::vector<Tag> persons;
  std::vector<Tag> countries;
  std::vector<Tag> organisations;
  std::vector<Tag> places;

  std::vector<Tag>& of(EntityKind kind) {
    switch (kind) {
      case EntityKind::country: return countries;
      case EntityKind::organisation: return organisations;
      case EntityKind::place: return places;
      case EntityKind::person: break;
    }
    return persons;
  }
};

}  // namespace chancery
