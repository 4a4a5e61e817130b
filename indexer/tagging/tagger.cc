// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tagging/tagger.h"

#include <algorithm>
#include <string_view>

#include "indexer/tagging/editor_tags.h"
#include "indexer/tagging/person_tagger.h"
#include "indexer/tagging/place_tagger.h"

namespace chancery {

Tags tag_article(const Article& article, const Gazetteer& gazetteer,
                 std::vector<Mention>* mentions) {
  std::vector<TaggedText> texts;
  const bool is_english = article.language.empty() || article.language == "en";
  for (const std::string* text : texts_of(article)) {
    TaggedText tagged{annotate(*text, gazetteer), {}, {}, {}};
    // What tells an unlisted name was learned from English; in other languages capitals say
    // something else.
    if (!is_english && tagged.text.casing == Casing::sentence) tagged.text.casing = Casing::title;
    tagged.names = find_names(tagged.text, gazetteer);
    tagged.persons = find_persons(tagged.text, tagged.names, gazetteer);
    texts.push_back(std::move(tagged));
  }
  Tags tags;
  tags.persons = tag_persons(texts, article.date, gazetteer, mentions);
  PlaceTags places = tag_places(texts, article.date, gazetteer, mentions);
  tags.countries = std::move(places.countries);
  tags.organisations = std::move(places.organisations);
  tags.places = std::move(places.places);
  add_editor_tags(article, gazetteer, tags);
  if (mentions != nullptr) {
    std::stable_sort(mentions->begin(), mentions->end(), [](const Mention& a, const Mention& b) {
      return std::pair(a.text, a.begin) < std::pair(b.text, b.begin);
    });
  }
  return tags;
}

}  // namespace chancery
