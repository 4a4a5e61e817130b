// SPDX-License-Identifier: GPL-2.0-or-later
/// The fields of articles in text files, as archives and databases label them: "Byline: …".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article.h"
#include "corpus/day_order.h"

namespace chancery {

enum class TextField {
  headline,
  subject,
  byline,
  dateline,
  date,
  load_date,
  source,
  language,
  id,
  url,
  keywords,
  persons,
  organisations,
  countries,
  other
};

/// The field of that name, in whatever case; nothing where it is none that is known.
std::optional<TextField> text_field(std::string_view name);

/// A line "Name: value", split; the name empty where it is no such line.
std::pair<std::string_view, std::string_view> split_label(std::string_view line);

/// Gathers the fields of one article.
class TextFields {
 public:
  explicit TextFields(DayOrder order) : order_(order) {}

  /// The first value of a field holds; of keywords and names all.
  void add(TextField field, std::string_view value);

  /// The article, with `text` as its body. Where the text begins with a dateline, that is used too.
  Article finish(std::string text);

 private:
  void add_list(TextField field, std::string_view value);

  DayOrder order_;
  Article article_;
  std::string subject_;
  std::vector<std::string> dates_;
  std::vector<std::string> load_dates_;
};

}  // namespace chancery
