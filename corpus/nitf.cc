// SPDX-License-Identifier: GPL-2.0-or-later
/// NITF 3.0 to 3.6 (iptc.org/std/NITF): one article of XML per file.
#include "common/error.h"
#include "corpus/formats.h"
#include "corpus/json_text.h"
#include "corpus/published_date.h"
#include "corpus/xml.h"

namespace chancery {
namespace {

using pugi::xml_node;

std::string attribute(const xml_node& node, const char* name) { return node.attribute(name).value(); }

std::string first_of(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts) {
    if (!text.empty()) return text;
  }
  return {};
}

Article to_article(const xml_node& root) {
  const xml_node head = root.child("head");
  const xml_node docdata = head.child("docdata");
  const xml_node body = root.child("body");
  const xml_node body_head = body.child("body.head");
  Article article;
  const xml_node doc_id = docdata.child("doc-id");
  article.id = first_of({attribute(doc_id, "id-string"), attribute(root, "uno")});
  article.title = first_of({line_text(body_head.child("hedline").child("hl1")),
                            line_text(body_head.child("headline").child("hl1")),
                            line_text(body_head.child("hedline")), line_text(head.child("title"))});
  article.text = block_text(body.child("body.content"));
  set_date(article, {attribute(docdata.child("date.issue"), "norm"), attribute(docdata.child("date.release"), "norm"),
                     attribute(head.child("pubdata"), "date.publication"),
                     attribute(body_head.child("dateline").child("story.date"), "norm")});
  article.source = first_of({attribute(head.child("pubdata"), "name"),
                             line_text(body_head.child("distributor")),
                             attribute(docdata.child("doc.copyright"), "holder"),
                             attribute(doc_id, "regsrc")});
  const xml_node byline = body_head.child("byline");
  article.byline = without_by(first_of({line_text(byline.child("person")), line_text(byline)}));
  article.dateline = line_text(body_head.child("dateline"));
  article.language = language_code(attribute(root, "xml:lang"));
  return article;
}

bool recognise(std::string_view head) {
  return head.find("<nitf") != std::string_view::npos && head.find("<newsItem") == std::string_view::npos &&
         head.find("<NewsML") == std::string_view::npos;
}

void read(ByteSource& source, const ArticleSink& sink) {
  pugi::xml_document document;
  parse_xml(source, document);
  const xml_node root = document.child("nitf");
  if (!root) throw ArticleError("XML, but no <nitf> at its root");
  sink.article(to_article(root));
}

}  // namespace

const Format nitf = {"nitf", "IPTC NITF 3.x: one article per file", recognise, read};

}  // namespace chancery
