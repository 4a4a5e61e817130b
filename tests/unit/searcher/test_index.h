// SPDX-License-Identifier: GPL-2.0-or-later
/// A small index on disk for tests, written as chancery-indexer writes it and gone with the object.
#pragma once

#include <string>
#include <vector>

#include "indexer/bulk_writer.h"
#include "indexer/document_builder.h"
#include "indexer/gazetteer/load_gazetteer.h"
#include "indexer/tagging/tagger.h"
#include "searcher/index.h"
#include "tests/unit/temporary_folder.h"

namespace chancery {

class TestIndex {
 public:
  explicit TestIndex(const std::vector<Article>& articles) { add(articles); }

  /// In one commit.
  void add(const std::vector<Article>& articles) {
    static const Gazetteer gazetteer = load_gazetteer({});
    BulkWriter writer(path(), gazetteer);
    DocumentBuilder builder;
    for (const Article& article : articles) {
      const Tags tags = tag_article(article, gazetteer);
      writer.write(builder.build(article, tags), article, tags);
    }
    writer.commit();
  }

  std::string path() const { return folder_.path(); }
  Index open() const { return Index(folder_.path()); }

 private:
  TemporaryFolder folder_;
};

/// An article with what searches need.
inline Article make_article(std::string id, std::string title, std::string text,
                            std::optional<Date> date, std::string source = "Wire") {
  Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  article.text = std::move(text);
  article.date = date;
  article.source = std::move(source);
  article.language = "en";
  return article;
}

}  // namespace chancery
