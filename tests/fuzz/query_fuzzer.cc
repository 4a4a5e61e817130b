// SPDX-License-Identifier: GPL-2.0-or-later
/// Any text as a query, and as an article in which it is highlighted.
#include "searcher/query_parser.h"
#include "searcher/snippet.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  chancery::parse_query(text);
  chancery::Highlighter highlighter;
  highlighter.add_words(text.substr(0, text.find('\n')));
  highlighter.add_name(text.substr(0, 20));
  chancery::make_snippet(text, "en", highlighter, 100);
  chancery::highlight_all(text, "fr", highlighter);
  return 0;
}
