// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/similar_articles.h"

#include <algorithm>

#include "common/error.h"
#include "common/schema.h"

namespace chancery {
namespace {

using Xapian::Query;

// Words of the text have no prefix; all other terms begin with a capital letter.
class WordsOnly : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override {
    const auto c = static_cast<unsigned char>(term.front());
    return !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9');
  }
};

}  // namespace

SimilarArticles similar_articles(const Index& index, const std::string& id) {
  constexpr Xapian::termcount most_words = 30;
  constexpr double tag_weight = 0.7;
  const std::string id_term = schema::id_term(id);
  const auto found = index.database().postlist_begin(id_term);
  if (found == index.database().postlist_end(id_term)) throw UsageError("--like: no article has the id '" + id + "'");

  Xapian::RSet itself;
  itself.add_document(*found);
  Xapian::Enquire enquire(index.database());
  const WordsOnly words_only;
  const Xapian::ESet words = enquire.get_eset(most_words, itself, &words_only);
  std::vector<Query> parts;
  for (auto at = words.begin(); at != words.end(); ++at) parts.emplace_back(*at);
  SimilarArticles similar;
  for (const Tag& tag : index.stored_article(*found).tags) {
    parts.emplace_back(Query::OP_SCALE_WEIGHT, Query(schema::entity_term(tag.kind, tag.key)), tag_weight);
    if (tag.kind == EntityKind::person) similar.shared.emplace_back(Field::person, tag.key);
    if (tag.kind == EntityKind::organisation) similar.shared.emplace_back(Field::organisation, tag.key);
  }
  const Query any(Query::OP_ELITE_SET, parts.begin(), parts.end(), most_words);
  similar.query = Query(Query::OP_AND_NOT, any, Query(id_term));
  return similar;
}

}  // namespace chancery
