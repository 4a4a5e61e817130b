// SPDX-License-Identifier: GPL-2.0-or-later
/// An index that is built in one go is the one that Xapian writes, and Xapian can go on with it.
#include "indexer/index_builder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <sstream>

#include "common/schema.h"
#include "indexer/check_index.h"
#include "indexer/document_builder.h"
#include "indexer/gazetteer/load_gazetteer.h"
#include "indexer/sharded_writer.h"
#include "tests/unit/temporary_folder.h"

namespace chancery {
namespace {

// All that Xapian can tell of an index.
std::string dump(const Xapian::Database& database) {
  std::ostringstream out;
  out << database.get_doccount() << ' ' << database.get_lastdocid() << ' '
      << database.get_total_length() << ' ' << database.get_doclength_lower_bound() << ' '
      << database.get_doclength_upper_bound() << '\n';
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    out << *key << '=' << database.get_metadata(*key) << '\n';
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    out << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ':';
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      out << ' ' << *at << 'x' << at.get_wdf();
      for (auto position = at.positionlist_begin(); position != at.positionlist_end(); ++position)
        out << ',' << *position;
    }
    out << '\n';
  }
  for (Xapian::valueno slot = 0; slot <= schema::oldest_order_slot; ++slot) {
    out << slot << ' ' << database.get_value_freq(slot) << ' '
        << database.get_value_lower_bound(slot) << ' ' << database.get_value_upper_bound(slot);
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at)
      out << ' ' << at.get_docid() << '=' << *at;
    out << '\n';
  }
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    out << *at << ' ' << database.get_doclength(*at) << ' ' << document.get_data() << '\n';
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
      out << *term << 'x' << term.get_wdf() << ' ';
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      out << value.get_valueno() << '=' << *value << ' ';
    out << '\n';
  }
  return out.str();
}

// The first line in which the two differ, in both; empty where they are the same.
std::string difference(const std::string& one, const std::string& other) {
  std::istringstream of_one(one);
  std::istringstream of_other(other);
  for (std::string a, b;;) {
    const bool has_a = static_cast<bool>(std::getline(of_one, a));
    const bool has_b = static_cast<bool>(std::getline(of_other, b));
    if (!has_a && !has_b) return {};
    if (has_a != has_b || a != b)
      return (has_a ? a.substr(0, 200) : "(end)") + "\n" + (has_b ? b.substr(0, 200) : "(end)");
  }
}

// Many small ones, so that the tables have several levels and the runs are several; some long, some
// copies.
std::vector<Article> articles() {
  std::mt19937 random(7);
  std::vector<Article> all;
  for (int i = 0; i < 1'500; ++i) {
    Article article;
    article.id = "a" + std::to_string(i);
    article.title = "The minister said " + std::to_string(random() % 1000);
    article.source = i % 3 == 0 ? "Wire" : "Courier";
    article.date = make_date(1990 + i / 100, 1 + i % 12, 1 + i % 28);
    article.language = "en";
    if (i % 50 == 7) {
      article.text = all.back().text + " Again.";  // printed by another paper
    } else {
      for (unsigned words = i % 100 == 3 ? 30'000 : i % 10 == 0 ? 3 : 150; words > 0; --words) {
        article.text +=
            "w" + std::to_string(random() % 40 * (random() % 40) * (random() % 40)) + ' ';
      }
    }
    all.push_back(std::move(article));
  }
  return all;
}

class IndexBuilderTest : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_.path() + "/" + name; }

  // As index_archive does: the thread that builds a document for a new index keeps only what is
  // packed.
  void write(const std::string& name, const std::vector<Article>& all, bool anew,
             size_t shards = 1) const {
    static const Gazetteer gazetteer = load_gazetteer({});
    ShardedWriter writer(path(name), {shards, ShardBy::id}, gazetteer);
    if (anew) writer.build_anew(size_t{8} << 20);
    DocumentBuilder builder;
    for (const Article& article : all) {
      const Origin origin = {content_hash(article), {file_term_}};
      const Tags tags = tags_of(article);
      writer.write(
          anew ? builder.build_packed(article, tags, origin) : builder.build(article, tags, origin),
          article, tags, origin);
    }
    writer.commit();
  }

  // A person whom no list knows, now called one thing, now another.
  static Tags tags_of(const Article& article) {
    Tag tag;
    tag.kind = EntityKind::person;
    tag.key = "ann-lee";
    tag.name = article.id.back() == '1'   ? "Anne Lee"
               : article.id.back() == '2' ? "Ann M. Lee"
                                          : "Ann Lee";
    tag.surfaces = {tag.name};
    tag.mentions = 1;
    Tags tags;
    if (article.id.back() < '6') tags.persons.push_back(tag);
    return tags;
  }

  bool is_sound(const std::string& name) const {
    std::ostringstream report;
    const bool sound = check_index(path(name), report);
    EXPECT_TRUE(sound) << report.str();
    return sound;
  }

 private:
  const TemporaryFolder folder_;
  std::string file_term_ = "XF0123456789abcdef";
};

TEST_F(IndexBuilderTest, IsWhatXapianWrites) {
  const std::vector<Article> all = articles();
  write("xapian", all, false);
  write("anew", all, true);
  EXPECT_TRUE(is_sound("anew"));
  EXPECT_EQ(
      difference(dump(Xapian::Database(path("anew"))), dump(Xapian::Database(path("xapian")))), "");
}

TEST_F(IndexBuilderTest, XapianGoesOnWithIt) {
  std::vector<Article> all = articles();
  all.resize(300);
  const std::vector<Article> first(all.begin(), all.begin() + 200);
  write("xapian", all, false);
  write("anew", first, true);
  write("anew", all, false);
  EXPECT_TRUE(is_sound("anew"));
  EXPECT_EQ(
      difference(dump(Xapian::Database(path("anew"))), dump(Xapian::Database(path("xapian")))), "");
}

TEST_F(IndexBuilderTest, ReplacesAndKeepsWhatComesTwice) {
  std::vector<Article> all = articles();
  all.resize(60);
  all.push_back(all[5]);
  all.push_back(all[6]);
  all.back().text = "Something else altogether was said.";
  all.push_back(all[6]);
  write("xapian", all, false);
  write("anew", all, true);
  EXPECT_TRUE(is_sound("anew"));
  EXPECT_EQ(
      difference(dump(Xapian::Database(path("anew"))), dump(Xapian::Database(path("xapian")))), "");
}

// So many that the building ends early, with articles to come that are packed for it.
TEST_F(IndexBuilderTest, GoesOnWhereTooMuchIsReplaced) {
  std::vector<Article> all = articles();
  all.resize(20);
  for (int i = 0; i < 2'100; ++i) {
    all.push_back(all[static_cast<size_t>(i % 20)]);
    all.back().text = "Said in edition " + std::to_string(i) + ".";
  }
  all.push_back(articles()[30]);
  write("xapian", all, false);
  write("anew", all, true);
  EXPECT_TRUE(is_sound("anew"));
  EXPECT_EQ(
      difference(dump(Xapian::Database(path("anew"))), dump(Xapian::Database(path("xapian")))), "");
  write("anew-in-3", all, true, 3);
  write("xapian-in-3", all, false, 3);
  EXPECT_TRUE(is_sound("anew-in-3"));
  EXPECT_EQ(difference(dump(Xapian::Database(path("anew-in-3"))),
                       dump(Xapian::Database(path("xapian-in-3")))),
            "");
}

TEST_F(IndexBuilderTest, ShardsAreWhatXapianWrites) {
  const std::vector<Article> all = articles();
  write("xapian", all, false, 4);
  write("anew", all, true, 4);
  EXPECT_TRUE(is_sound("anew"));
  EXPECT_EQ(
      difference(dump(Xapian::Database(path("anew"))), dump(Xapian::Database(path("xapian")))), "");
}

TEST_F(IndexBuilderTest, OfNoArticleIsEmpty) {
  write("anew", {}, true);
  EXPECT_TRUE(is_sound("anew"));
  EXPECT_EQ(Xapian::Database(path("anew")).get_doccount(), 0U);
  write("anew", articles(), false);
  EXPECT_TRUE(is_sound("anew"));
}

}  // namespace
}  // namespace chancery
