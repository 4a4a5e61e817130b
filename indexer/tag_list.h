// SPDX-License-Identifier: GPL-2.0-or-later
/// The tags of one kind as they are counted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/entity.h"
#include "indexer/annotated_text.h"

namespace chancery {

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
