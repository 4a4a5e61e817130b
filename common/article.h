// SPDX-License-Identifier: GPL-2.0-or-later
/// One news article, as the readers in corpus/ give it and everything after them sees it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/entity.h"

namespace chancery {

/// What the editors of an article say that it speaks of.
struct EditorTag {
  EntityKind kind = EntityKind::person;
  std::string name;  ///< as they write it: "Lavrov, Sergei"; may be empty where there is a code
  std::string code;  ///< of a country ISO 3166-1, alpha-2 or alpha-3; else empty
};

/// All text is valid UTF-8 and plain: no markup, paragraphs parted by '\n'. What an article does
/// not have is empty.
struct Article {
  /// Unique in the archive; the same id again is the same article anew.
  std::string id;
  std::string title;  ///< the headline
  std::string text;   ///< the body, dateline included where the source runs it in
  /// The day as published, in the publisher's own time zone.
  std::optional<Date> date;
  std::string source;  ///< agency or paper: "Reuters"
  std::string url;
  std::string byline;    ///< "Clara Whitcombe", without "By"
  std::string dateline;  ///< "MOSCOW, Dec 26" where the source gives it apart from the body
  std::string language;  ///< ISO 639-1: "en"; empty where unknown
  /// As the editors gave them: "arms control".
  std::vector<std::string> subjects;
  std::vector<EditorTag> editor_tags;
  /// What was not as it should be and was mended: "the date '2018-02-30' is none". Reported, not
  /// kept.
  std::vector<std::string> notes;
};

}  // namespace chancery
