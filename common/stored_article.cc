// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/stored_article.h"

#include "common/error.h"
#include "common/packed.h"

namespace chancery {
namespace {

constexpr uint64_t known_bit = 1;
constexpr uint64_t focus_bit = 2;
constexpr uint64_t editor_bit = 4;

EntityKind unpack_kind(Unpacker& in) {
  const uint64_t kind = in.number();
  if (kind >= entity_kinds.size()) throw Error("the index holds a tag of a kind unknown here");
  return static_cast<EntityKind>(kind);
}

Tag unpack_tag(Unpacker& in) {
  Tag tag;
  tag.kind = unpack_kind(in);
  const uint64_t bits = in.number();
  tag.known = bits & known_bit;
  tag.focus = bits & focus_bit;
  tag.by_editor = bits & editor_bit;
  tag.key = in.string();
  tag.country = in.string();
  tag.mentions = static_cast<unsigned>(in.number());
  for (uint64_t count = in.number(); count > 0; --count) tag.surfaces.emplace_back(in.string());
  return tag;
}

}  // namespace

std::string pack_article(const Article& article, std::string_view language) {
  std::string packed;
  packed.reserve(article.text.size() + 2000);
  for (const std::string* field : {&article.id, &article.title, &article.source, &article.url,
                                   &article.byline, &article.dateline}) {
    pack_string(packed, *field);
  }
  pack_string(packed, language);
  pack_string(packed, article.date ? to_digits(*article.date) : "");
  pack_string(packed, article.text);
  pack_number(packed, article.subjects.size());
  for (const std::string& subject : article.subjects) pack_string(packed, subject);
  pack_number(packed, article.editor_tags.size());
  for (const EditorTag& tag : article.editor_tags) {
    pack_number(packed, static_cast<uint64_t>(tag.kind));
    pack_string(packed, tag.name);
    pack_string(packed, tag.code);
  }
  return packed;
}

void pack_tag(std::string& packed, const Tag& tag) {
  pack_number(packed, static_cast<uint64_t>(tag.kind));
  pack_number(packed, (tag.known ? known_bit : 0) | (tag.focus ? focus_bit : 0) |
                          (tag.by_editor ? editor_bit : 0));
  pack_string(packed, tag.key);
  pack_string(packed, tag.country);
  pack_number(packed, tag.mentions);
  pack_number(packed, tag.surfaces.size());
  for (const std::string& surface : tag.surfaces) pack_string(packed, surface);
}

std::string_view stored_id(std::string_view packed) { return Unpacker(packed).string(); }

StoredArticle unpack_stored_article(std::string_view packed) {
  StoredArticle stored;
  Article& article = stored.article;
  Unpacker in(packed);
  for (std::string* field : {&article.id, &article.title, &article.source, &article.url,
                             &article.byline, &article.dateline, &article.language}) {
    *field = in.string();
  }
  article.date = from_digits(in.string());
  article.text = in.string();
  for (uint64_t count = in.number(); count > 0; --count) article.subjects.emplace_back(in.string());
  for (uint64_t count = in.number(); count > 0; --count) {
    EditorTag tag{unpack_kind(in), {}, {}};
    tag.name = in.string();
    tag.code = in.string();
    article.editor_tags.push_back(std::move(tag));
  }
  while (!in.at_end()) stored.tags.push_back(unpack_tag(in));
  return stored;
}

}  // namespace chancery
