// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/formats.h"

#include "corpus/encoding.h"

namespace chancery {

const std::vector<const Format*>& formats() {
  // clang-format off
  static const std::vector<const Format*> all = {
      &html,
      &warc,
      &nitf,
      &newsml_g2,
      &newsml_1,
      &rss,
      &atom,
      &tei,
      &reuters_sgml,
      &ninjs,
      &json_lines,
      &lexis,
      &factiva,
      &plain_text,
  };
  // clang-format on
  return all;
}

const Format* format_named(std::string_view name) {
  for (const Format* format : formats()) {
    if (format->name == name) return format;
  }
  return nullptr;
}

const Format* recognise_format(std::string_view head) {
  std::string decoded;
  if (has_wide_characters(head)) {
    decoded = decode_text(std::string(head)).text;
    head = decoded;
  }
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  for (const Format* format : formats()) {
    if (format->recognise(head)) return format;
  }
  return nullptr;
}

}  // namespace chancery
