// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/corrections.h"

#include <algorithm>

#include "common/error.h"
#include "common/fold.h"
#include "common/words.h"
#include "indexer/tagging/tag_list.h"

namespace chancery {
namespace {

bool is_called(const Tag& tag, const std::string& entity) {
  if (tag.key == entity) return true;
  const std::string folded = fold_phrase(entity);
  return fold_phrase(tag.name) == folded || fold_phrase(tag.written) == folded;
}

std::vector<Tag>::iterator find(std::vector<Tag>& tags, const std::string& entity) {
  return std::find_if(tags.begin(), tags.end(),
                      [&entity](const Tag& tag) { return is_called(tag, entity); });
}

// The tag of the entity that a user names: as the gazetteer has it, else made of the name; of a key
// that stands for nobody known, the name stays the one that the article uses.
Tag tag_for(const std::string& entity, const std::string& name_in_article, EntityKind kind,
            const Gazetteer& gazetteer, const std::optional<Date>& date) {
  if (const KnownEntity* known = gazetteer.entity(kind, entity))
    return tag_of(*known, gazetteer, date);
  Tag tag;
  tag.kind = kind;
  tag.key = make_key(entity);
  const bool is_key = tag.key == entity;
  tag.name = is_key ? name_in_article : entity;
  tag.known = !is_key;
  return tag;
}

// Makes `from` one with the entity `into`, which may be in the article already.
void merge(std::vector<Tag>& tags, Tag from, const std::string& into, const Gazetteer& gazetteer,
           const std::optional<Date>& date) {
  auto at = find(tags, into);
  if (at == tags.end()) {
    tags.push_back(tag_for(into, from.name, from.kind, gazetteer, date));
    at = tags.end() - 1;
  }
  at->mentions += from.mentions;
  at->focus = at->focus || from.focus;
  if (at->written.empty()) at->written = from.written;
  if (at->country.empty()) at->country = from.country;
  at->aliases.push_back(from.name);
  for (const std::string& surface : from.surfaces) add_surface(at->surfaces, surface);
}

// Takes the mentions with that surface out of the article's tags.
unsigned take_surface(std::vector<Tag>& tags, const std::string& surface, EntityKind kind,
                      const Article& article, const std::vector<Mention>& mentions) {
  unsigned taken = 0;
  for (const Mention& mention : mentions) {
    if (mention.kind != kind) continue;
    const std::string& text = *texts_of(article)[mention.text];
    if (fold_phrase(text.substr(mention.begin, mention.end - mention.begin)) !=
        fold_phrase(surface))
      continue;
    const auto tag = std::find_if(tags.begin(), tags.end(),
                                  [&mention](const Tag& t) { return t.key == mention.key; });
    if (tag == tags.end()) continue;
    ++taken;
    --tag->mentions;
    std::erase_if(tag->surfaces, [&surface](const std::string& s) {
      return fold_phrase(s) == fold_phrase(surface);
    });
    if (tag->mentions == 0) tags.erase(tag);
  }
  return taken;
}

}  // namespace

Corrections::Corrections(const std::string& file, std::string_view text) {
  const GazetteerTable table = parse_gazetteer_table(file, text);
  if (table.columns != std::vector<std::string>{"action", "kind", "entity", "value", "article"}) {
    throw Error(file + ": the columns of corrections are: action, kind, entity, value, article");
  }
  for (const GazetteerRow& row : table.rows) {
    try {
      corrections_.push_back(parse(row.fields));
    } catch (const Error& error) {
      throw Error(file + ":" + std::to_string(row.line) + ": " + error.what());
    }
  }
}

Corrections::Correction Corrections::parse(const std::vector<std::string>& fields) const {
  Correction correction;
  if (fields[0] == "merge") {
    correction.action = Action::merge;
  } else if (fields[0] == "rename") {
    correction.action = Action::rename;
  } else if (fields[0] == "drop") {
    correction.action = Action::drop;
  } else if (fields[0] == "set") {
    correction.action = Action::set;
  } else {
    throw Error("the action '" + fields[0] + "' is none of merge, rename, drop, set");
  }
  const auto kind = std::find_if(entity_kinds.begin(), entity_kinds.end(),
                                 [&](EntityKind k) { return name_of(k) == fields[1]; });
  if (kind == entity_kinds.end())
    throw Error("the kind '" + fields[1] + "' is none of person, country, organisation, place");
  correction.kind = *kind;
  if (fields[2].empty()) throw Error("the entity is missing");
  if ((correction.action == Action::drop) != fields[3].empty()) {
    throw Error(fields[3].empty() ? fields[0] + " needs a value" : "drop takes no value");
  }
  if ((correction.action == Action::set) == fields[4].empty()) {
    throw Error(fields[4].empty() ? "set needs the id of an article"
                                  : fields[0] + " is for all articles, not one");
  }
  correction.entity = fields[2];
  correction.value = fields[3];
  correction.article = fields[4];
  return correction;
}

bool Corrections::sets_in(const std::string& article) const {
  return std::any_of(corrections_.begin(), corrections_.end(), [&article](const Correction& c) {
    return c.article == article && !article.empty();
  });
}

// What a name in one article means comes first: the mentions know the entities as they were found.
void Corrections::apply(const Article& article, const Gazetteer& gazetteer,
                        const std::vector<Mention>& mentions, Tags& tags) const {
  for (const Correction& correction : corrections_) {
    if (correction.action != Action::set || correction.article != article.id) continue;
    std::vector<Tag>& list = tags.of(correction.kind);
    Tag taken;
    taken.kind = correction.kind;
    taken.name = correction.entity;
    taken.surfaces = {correction.entity};
    taken.mentions = take_surface(list, correction.entity, correction.kind, article, mentions);
    if (taken.mentions > 0)
      merge(list, std::move(taken), correction.value, gazetteer, article.date);
  }
  for (const Correction& correction : corrections_) {
    if (correction.action == Action::set) continue;
    std::vector<Tag>& list = tags.of(correction.kind);
    const auto tag = find(list, correction.entity);
    if (tag == list.end()) continue;
    if (correction.action == Action::drop) {
      list.erase(tag);
    } else if (correction.action == Action::rename) {
      tag->aliases.push_back(tag->name);
      tag->name = correction.value;
      tag->known = true;
    } else if (!is_called(*tag, correction.value)) {
      Tag from = std::move(*tag);
      list.erase(tag);
      merge(list, std::move(from), correction.value, gazetteer, article.date);
    }
  }
}

}  // namespace chancery
