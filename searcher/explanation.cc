// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/explanation.h"

#include <algorithm>
#include <map>

#include "common/schema.h"
#include "searcher/ranking.h"

namespace chancery {

void explain(const std::vector<QueryPart>& parts, const Index& index, std::vector<Hit>& hits) {
  std::map<Xapian::docid, Hit*> by_document;
  std::vector<std::string> ids;
  for (Hit& hit : hits) {
    ids.push_back(schema::id_term(hit.article.id));
    if (const auto found = index.find_article(hit.article.id)) by_document[*found] = &hit;
  }
  const Xapian::Query shown(Xapian::Query::OP_OR, ids.begin(), ids.end());
  Xapian::Enquire enquire(index.database());
  for (const QueryPart& part : parts) {
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, part.query, shown));
    const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(hits.size()));
    for (auto at = matches.begin(); at != matches.end(); ++at) {
      const auto hit = by_document.find(*at);
      if (at.get_weight() > 0 && hit != by_document.end())
        hit->second->explanation.push_back({part.what, to_score(at.get_weight())});
    }
  }
  for (Hit& hit : hits) {
    std::stable_sort(hit.explanation.begin(), hit.explanation.end(),
                     [](const ScorePart& a, const ScorePart& b) { return a.weight > b.weight; });
  }
}

}  // namespace chancery
