// SPDX-License-Identifier: GPL-2.0-or-later
/// The tags of an article as they are made and counted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/entity.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/annotated_text.h"

namespace chancery {

/// Notes a form in which a text has a name, once.
void add_surface(std::vector<std::string>& surfaces, const std::string& surface);

/// The tag of an entity of the gazetteer, without mentions. A place lies in the state of the day.
Tag tag_of(const KnownEntity& entity, const Gazetteer& gazetteer, const std::optional<Date>& date);

class TagList {
 public:
  explicit TagList(EntityKind kind) : kind_(kind) {}

  /// One mention more of the entity with that key; its tag, to complete where it is new.
  Tag& count(const std::string& key, const std::string& surface);

  std::vector<Tag>& tags() { return tags_; }

 private:
  EntityKind kind_;
  std::vector<Tag> tags_;
};

/// Words [first, last) of a text as the tag shows them: on one line, without a genitive.
/// Example: "Wang\nYi's" -> "Wang Yi".
std::string tidy_surface(const AnnotatedText& text, size_t first, size_t last);

}  // namespace chancery
