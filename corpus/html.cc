// SPDX-License-Identifier: GPL-2.0-or-later
/// Pages of news sites in HTML (html.spec.whatwg.org) of any version, one article per file.
#include "common/error.h"
#include "corpus/encoding.h"
#include "corpus/formats.h"
#include "corpus/html/html_page.h"
#include "corpus/html/html_tree.h"

namespace chancery {
namespace {

bool recognise(std::string_view head) {
  if (head.find('\0') == std::string_view::npos) return starts_as_html(head);
  constexpr size_t enough = 1024;  // UTF-16
  return starts_as_html(decode_text(std::string(head.substr(0, enough))).text);
}

void read(ByteSource& source, const ArticleSink& sink) {
  if (auto article = read_web_page({source.read_all(largest_page), {}, {}}))
    sink.article(std::move(*article));
}

}  // namespace

const Format html = {"html", "pages of news sites in HTML: one article per file", recognise, read};

}  // namespace chancery
