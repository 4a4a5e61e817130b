// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/check_index.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <sstream>

#include "common/schema.h"
#include "tests/unit/searcher/test_index.h"

namespace chancery {
namespace {

class CheckIndex : public testing::Test {
 protected:
  CheckIndex()
      : index_({make_article("a", "Talks", "Sergey Lavrov went to Kabul.", Date{2018, 12, 24}),
                make_article("b", "More talks", "Nobody went.", std::nullopt)}) {}

  // What --check says after the change of the first document.
  template <class Change>
  std::string after(const Change& change) {
    {
      Xapian::WritableDatabase database(index_.path(), Xapian::DB_OPEN);
      Xapian::Document document = database.get_document(1);
      change(document);
      database.replace_document(1, document);
      database.commit();
    }
    std::ostringstream said;
    return check_index(index_.path(), said) ? "" : said.str();
  }

  TestIndex index_;
};

TEST_F(CheckIndex, FindsNothingInWhatTheIndexerWrote) {
  EXPECT_EQ(after([](Xapian::Document&) {}), "");
}

TEST_F(CheckIndex, FindsASecondId) {
  EXPECT_NE(after([](Xapian::Document& d) { d.add_boolean_term("Qb"); }).find("the id"),
            std::string::npos);
}

TEST_F(CheckIndex, FindsATagWithoutItsTerm) {
  EXPECT_NE(after([](Xapian::Document& d) {
              d.remove_term("XPsergey-lavrov");
            }).find("the tags of kind person"),
            std::string::npos);
}

TEST_F(CheckIndex, FindsAFacetThatDisagrees) {
  const auto change = [](Xapian::Document& d) {
    d.add_value(schema::country_slot, schema::pack_list({"FR"}));
  };
  EXPECT_NE(after(change).find("its value for the tags of kind country"), std::string::npos);
}

TEST_F(CheckIndex, FindsADateThatIsNone) {
  const auto change = [](Xapian::Document& d) { d.add_value(schema::date_slot, "20181399"); };
  EXPECT_NE(after(change).find("'20181399' is none"), std::string::npos);
}

TEST_F(CheckIndex, FindsAnArticleThatDoesNotReadBack) {
  EXPECT_NE(after([](Xapian::Document& d) { d.set_data("\x7fno article"); }).find("document 1: "),
            std::string::npos);
}

TEST_F(CheckIndex, FindsASubjectWithoutAName) {
  const auto change = [](Xapian::Document& d) {
    d.add_boolean_term(schema::subject_term("arms"));
    d.add_value(schema::subject_slot, schema::pack_list({"arms"}));
  };
  EXPECT_NE(after(change).find("the subject 'arms' has no name"), std::string::npos);
}

}  // namespace
}  // namespace chancery
