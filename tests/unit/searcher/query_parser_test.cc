// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_parser.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

std::string shown(const QueryNode& node) {
  const auto all = [&node](const char* name) {
    std::string joined = std::string("(") + name;
    for (const QueryNode& child : node.children)
      joined +=
          (child.distance > 0 ? " /" + std::to_string(child.distance) : "") + " " + shown(child);
    return joined + ")";
  };
  switch (node.kind) {
    case QueryNode::Kind::word: return node.text;
    case QueryNode::Kind::prefix: return node.text + "*";
    case QueryNode::Kind::near: return all("near");
    case QueryNode::Kind::phrase: return "'" + node.text + "'";
    case QueryNode::Kind::field: return node.field + "=" + node.text;
    case QueryNode::Kind::words: return all("words");
    case QueryNode::Kind::all_of: return all("and");
    case QueryNode::Kind::any_of: return all("or");
    case QueryNode::Kind::without: return all("without");
  }
  return {};
}

TEST(QueryParser, ReadsTheLanguage) {
  const struct {
    const char* query;
    const char* tree;
  } cases[] = {
      {"", "(words)"},
      {"peace", "peace"},
      {"peace talks", "(words peace talks)"},
      {"\"peace talks\" Kabul", "(words 'peace talks' Kabul)"},
      {"a AND b c", "(words (and a b) c)"},
      {"a b OR c", "(or (words a b) c)"},
      {"a -b", "(without a b)"},
      {"a NOT b c", "(without (words a c) b)"},
      {"a AND NOT b", "(without a b)"},
      {"(a OR b) AND c", "(and (or a b) c)"},
      {"-\"a b\"", "(without (words) 'a b')"},
      {"person:Lavrov x", "(words person=Lavrov x)"},
      {"person:\"Wang Yi\"", "person=Wang Yi"},
      {"date:2018-12..2019-01", "date=2018-12..2019-01"},
      {"http://x.org a:b", "(words http://x.org a:b)"},
      {"vis-à-vis", "vis-à-vis"},
      {"and or not", "(words and or not)"},
      {"peace NEAR/3 talks", "(near peace /3 talks)"},
      {"peace NEAR talks x", "(words (near peace /10 talks) x)"},
      {"a NEAR/2 b NEAR/5 c", "(near a /2 b /5 c)"},
      {"\"a b\" NEAR/4 (c OR d) AND e", "(and (near 'a b' /4 (or c d)) e)"},
      {"negotiat* Kabul", "(words negotiat* Kabul)"},
      {"near Kabul", "(words near Kabul)"},
  };
  for (const auto& c : cases) {
    const ParsedQuery parsed = parse_query(c.query);
    EXPECT_EQ(shown(parsed.root), c.tree) << c.query;
    EXPECT_TRUE(parsed.notes.empty()) << c.query << ": " << parsed.notes.front();
  }
}

TEST(QueryParser, ReadsWhatIsNotWellFormedAndSaysHow) {
  const struct {
    const char* query;
    const char* tree;
    const char* note;
  } cases[] = {
      {"peace \"talks", "(words peace talks)",
       "the quote at column 7 has no end and was passed over"},
      {"(peace talks", "(words peace talks)", "the bracket at column 1 was closed at the end"},
      {"peace) talks", "(words peace talks)",
       "the bracket at column 6 closes nothing and was passed over"},
      {"peace OR", "peace", "OR at column 7 joins nothing and was passed over"},
      {"AND peace", "peace", "AND at column 1 joins nothing and was passed over"},
      {"Élysée (talks", "(words Élysée talks)", "the bracket at column 8 was closed at the end"},
      {"NEAR/3 talks", "talks", "NEAR at column 1 joins nothing and was passed over"},
      {"a NEAR/x b", "(near a /10 b)",
       "NEAR/x at column 3 has no number of words from 1 to 1000 and was read as NEAR/10"},
      {"a x*", "(words a x)",
       "the * at column 4 stands behind fewer than two letters and was passed over"},
      {"peace persn:Lavrov", "(words peace persn:Lavrov)",
       "there is no field 'persn:' (column 7), so it was read as words; did you mean person:?"},
      {"\"", "(words)", "the quote at column 1 has no end and was passed over"},
  };
  for (const auto& c : cases) {
    const ParsedQuery parsed = parse_query(c.query);
    EXPECT_EQ(shown(parsed.root), c.tree) << c.query;
    ASSERT_FALSE(parsed.notes.empty()) << c.query;
    EXPECT_EQ(parsed.notes.front(), c.note);
  }
}

TEST(QueryParser, NestingHowDeepEverEnds) {
  parse_query(std::string(200'000, '('));
  parse_query(std::string(200'000, ')'));
  std::string nots;
  for (int i = 0; i < 100'000; ++i) nots += "NOT ";
  parse_query(nots);
  parse_query(std::string(100'000, '-'));
}

TEST(QueryParser, NearWithinNearTakesNoMoreThanItsText) {
  std::string query = "a";
  for (int i = 0; i < 50; ++i)
    query = "(a NEAR " + query + " NEAR a)";  // was doubled by each bracket
  EXPECT_LT(shown(parse_query(query).root).size(), 2 * query.size());
}

}  // namespace
}  // namespace chancery
