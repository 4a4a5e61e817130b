// SPDX-License-Identifier: GPL-2.0-or-later
/// Any bytes, read as one format (FORMAT): articles are valid UTF-8, or the bytes are rejected.
#include <cstdlib>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/formats.h"

namespace {

void check(const std::string& text) {
  if (!chancery::is_valid_utf8(text)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace chancery;
  const auto source =
      source_of_text("fuzz", std::string(reinterpret_cast<const char*>(data), size));
  const ArticleSink sink = {
      [](Article&& article) {
        for (const std::string* text :
             {&article.id, &article.title, &article.text, &article.source, &article.url,
              &article.byline, &article.dateline, &article.language}) {
          check(*text);
        }
        for (const std::string& subject : article.subjects) check(subject);
        for (const EditorTag& tag : article.editor_tags) check(tag.name + tag.code);
      },
      [](const std::string&, const std::string&) {}};
  FORMAT.recognise(source->peek(head_size));
  try {
    FORMAT.read(*source, sink);
  } catch (const ArticleError&) {
  }
  return 0;
}
