// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/similar_articles.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

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

// The terms that tell most. Xapian's own choice (OP_ELITE_SET) would be another one in each shard.
class Telling {
 public:
  explicit Telling(const Index& index) : index_(index) {}

  void add(const std::string& term, double weight) {
    const double all = index_.database().get_doccount();
    const double with_it = index_.database().get_termfreq(term);
    const double telling = weight * std::log1p((all - with_it + 0.5) / (with_it + 0.5));
    terms_.emplace_back(-telling, term, weight);
  }

  Query best(size_t most) {
    std::sort(terms_.begin(), terms_.end());
    if (terms_.size() > most) terms_.resize(most);
    std::vector<Query> queries;
    for (const auto& [telling, term, weight] : terms_)
      queries.emplace_back(Query::OP_SCALE_WEIGHT, Query(term), weight);
    return {Query::OP_OR, queries.begin(), queries.end()};
  }

 private:
  const Index& index_;
  std::vector<std::tuple<double, std::string, double>> terms_;
};

}  // namespace

SimilarArticles similar_articles(const Index& index, const std::string& id) {
  constexpr Xapian::termcount most_words = 30;
  constexpr double tag_weight = 0.7;
  const auto found = index.find_article(id);
  if (!found) throw UsageError("--like: no article has the id '" + id + "'");

  Xapian::RSet itself;
  itself.add_document(*found);
  Xapian::Enquire enquire(index.database());
  const WordsOnly words_only;
  // Exact: else the frequencies would be guessed from those of the article's own shard.
  const Xapian::ESet words =
      enquire.get_eset(most_words, itself, Xapian::Enquire::USE_EXACT_TERMFREQ, &words_only);
  Telling parts(index);
  for (auto at = words.begin(); at != words.end(); ++at) parts.add(*at, 1);
  SimilarArticles similar;
  for (const Tag& tag : index.stored_article(*found).tags) {
    parts.add(schema::entity_term(tag.kind, tag.key), tag_weight);
    if (tag.kind == EntityKind::person) similar.shared.emplace_back(Field::person, tag.key);
    if (tag.kind == EntityKind::organisation)
      similar.shared.emplace_back(Field::organisation, tag.key);
  }
  similar.query = Query(Query::OP_AND_NOT, parts.best(most_words), Query(schema::id_term(id)));
  return similar;
}

}  // namespace chancery
