// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/entity.h"

namespace chancery {

std::string_view name_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::person: return "person";
    case EntityKind::country: return "country";
    case EntityKind::organisation: return "organisation";
    case EntityKind::place: return "place";
  }
  return {};
}

std::string_view plural_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::person: return "persons";
    case EntityKind::country: return "countries";
    case EntityKind::organisation: return "organisations";
    case EntityKind::place: return "places";
  }
  return {};
}

}  // namespace chancery
