// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema.h"

#include <gtest/gtest.h>

namespace chancery::schema {
namespace {

using Terms = std::vector<std::string>;

TEST(Schema, DateTermsAreTheFewestThatCoverTheSpan) {
  EXPECT_EQ(date_terms({{2018, 11, 30}, {2019, 12, 31}}), (Terms{"D20181130", "M201812", "Y2019"}));
  EXPECT_EQ(date_terms({{2018, 12, 26}, {2018, 12, 26}}), (Terms{"D20181226"}));
  EXPECT_EQ(date_terms({{2020, 2, 1}, {2020, 3, 1}}), (Terms{"M202002", "D20200301"}));
  EXPECT_EQ(date_terms({{2018, 1, 1}, {2018, 12, 30}}).size(), 11U + 30U);
  EXPECT_TRUE(date_terms({{2019, 1, 1}, {2018, 1, 1}}).empty());
}

TEST(Schema, DateTermsReachTheEndOfTheCalendar) {
  EXPECT_EQ(date_terms({{1, 1, 1}, {9999, 12, 31}}).size(), 9999U);
  EXPECT_EQ(date_terms({{9999, 12, 31}, {9999, 12, 31}}), (Terms{"D99991231"}));
}

TEST(Schema, LongIdsFitIntoATermAndStayApart) {
  const std::string one = id_term(std::string(400, 'a') + "1");
  const std::string other = id_term(std::string(400, 'a') + "2");
  EXPECT_LE(one.size(), 245U);
  EXPECT_NE(one, other);
}

TEST(Schema, AnOrderHoldsTheIdUnlessItIsTooLong) {
  const std::string longest(200, 'i');
  for (const std::string& id : {std::string("a"), longest})
    EXPECT_EQ(id_of_order_value(order_value(Date{2018, 12, 26}, id)), id);
  EXPECT_EQ(id_of_order_value(order_value(std::nullopt, "a")), "a");
  EXPECT_EQ(id_of_order_value(order_value(std::nullopt, longest + 'i')), "");
  EXPECT_EQ(id_of_order_value(""), "");
}

TEST(Schema, FormTermsTellWhoseTheyAre) {
  EXPECT_EQ(form_term("ewan-tollmarsh", "Ewan P. Tollmarsh"),
            form_prefix("ewan-tollmarsh") + "Ewan P. Tollmarsh");
  EXPECT_EQ(person_of_form_term(form_term("ewan-tollmarsh", "A = B")), "ewan-tollmarsh");
  EXPECT_EQ(person_of_form_term("XPewan-tollmarsh"), "");
  EXPECT_EQ(person_of_form_term("Qa=b"), "");
  EXPECT_EQ(form_term("a", std::string(300, 'b')), "");
}

TEST(Schema, HashIsTheSameEverywhere) {
  EXPECT_EQ(stable_hash(""), "cbf29ce484222325");
  EXPECT_EQ(stable_hash("chancery"), "1e3b8a32550c86b0");
}

TEST(Schema, ListsReadBack) {
  EXPECT_EQ(unpack_list(pack_list({"a", "", "ü"})), (Terms{"a", "", "ü"}));
  EXPECT_TRUE(unpack_list("").empty());
}

}  // namespace
}  // namespace chancery::schema
