// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "common/error.h"
#include "corpus/json_article.h"
#include "corpus/json_items.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

std::string titles(const std::string& text) {
  std::string titles;
  for (const Article& article : read(json_lines, text).articles) titles += article.title + ";";
  return titles;
}

TEST(JsonArticles, AnArrayOrAnObjectWithOneIsReadElementByElement) {
  const char* const cases[] = {
      R"([{"title":"A","text":"x"},{"title":"B","text":"y"}])",
      "[\n  {\n    \"title\": \"A\",\n    \"text\": \"x\"\n  },\n  {\n    \"title\": \"B\",\n    \"text\": \"]}\\\"{\"\n  }\n]\n",
      R"({"status":"ok","totalResults":2,"articles":[{"title":"A","content":"x"},{"title":"B","content":"y"}]})",
      R"({"took":3,"hits":{"total":2,"hits":[{"_id":"1","_source":{"title":"A","body":"x"}},{"_id":"2","_source":{"title":"B","body":"y"}}]}})",
      R"({"response":{"status":"ok","results":[{"webTitle":"A","webUrl":"u","fields":{"bodyText":"x"}},{"webTitle":"B","webUrl":"u","fields":{"bodyText":"y"}}]}})",
      R"({"response":{"docs":[{"headline":{"main":"A"},"lead_paragraph":"x","web_url":"u"},{"headline":{"main":"B"},"abstract":"y","web_url":"u"}]}})",
      R"({"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":[{"id":"1","title":"A","content_html":"<p>x</p>"},{"id":"2","title":"B","content_text":"y"}]})",
      R"([{"id":1,"date":"2018-12-26T10:00:00","title":{"rendered":"A"},"content":{"rendered":"<p>x</p>"}},{"title":{"rendered":"B"},"content":{"rendered":"y"}}])",
      "{\"items\":[{\"title\":\"A\",\"text\":\"x\"}]}\n{\"items\":[{\"title\":\"B\",\"text\":\"y\"}]}\n",
      "{\n \"title\": \"A\",\n \"text\": \"x\"\n}\n{\n \"title\": \"B\",\n \"text\": \"y\"\n}\n",
      "\xEF\xBB\xBF [ {\"title\":\"A\",\"text\":\"x\"} , {\"title\":\"B\",\"text\":\"y\"} ]",
      "{\"title\":\"A\",\"text\":\"x\",\"items\":[{\"title\":\"no\"}]}\n{\"title\":\"B\"}\n",
  };
  for (const char* text : cases) {
    EXPECT_EQ(recognise_format(text), &json_lines) << text;
    EXPECT_EQ(titles(text), "A;B;") << text;
  }
}

TEST(JsonArticles, SettingsAndSchemasAreNone) {
  for (const char* text :
       {"{\n  \"title\": \"A schema\",\n  \"type\": \"object\"\n}\n", "[1, 2]", "[]",
        "{\n  \"name\": \"x\", \"items\": [{\"a\": 1}]\n}", "[{\"title\":\"x\",\"size\":3}]",
        "{\n \"$schema\": \"s\",\n \"title\": \"x\", \"description\": \"d\", \"created\": 1\n}",
        "[[[[", "{", "{\"type\":\"FeatureCollection\",\"features\":[{\"name\":\"x\"}]}"}) {
    EXPECT_EQ(recognise_format(text), nullptr) << text;
  }
}

TEST(JsonArticles, ABrokenElementDoesNotTakeTheNextWithIt) {
  const struct {
    const char* text;
    const char* titles;
    size_t rejects;
  } cases[] = {
      {R"([{"title":"A"},{"title":"x","a":[1,2},{"title":"B"}])", "A;B;", 1},
      {R"([{"title":"A"},{"title":"x",{"title":"B"}])", "A;B;", 1},
      {"[{\"title\":\"A\"},\n{\"title\":\"x},\n{\"title\":\"B\"}]", "A;", 1},
      {"[{\"title\":\"A\"},\n{\"title\":\"x,\n\"a\":1},\n{\"title\":\"B\"}]", "A;B;", 1},
      {R"([{"title":"A"},{"id":3},7,"s",null,{"title":"B"}])", "A;B;", 1},
      {R"([{"title":"A"},{"title":"B"},{"title":"cut sh)", "A;B;", 1},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(titles(c.text), c.titles) << c.text;
    EXPECT_EQ(read(json_lines, c.text).rejects.size(), c.rejects) << c.text;
  }
}

TEST(JsonArticles, DeepNestingIsNoDanger) {
  EXPECT_EQ(read(json_lines, std::string(3'000'000, '[')).rejects.size(), 1U);
  EXPECT_LE(read(json_lines, "[" + std::string(3'000'000, '{')).rejects.size(), 3U);
}

TEST(JsonArticles, ManySubjectsTakeNoTime) {
  std::string tags;
  for (int i = 0; i < 300'000; ++i) tags += std::to_string(i) + ",";
  EXPECT_EQ(read(json_lines, "{\"title\":\"A\",\"tags\":\"" + tags + "\"}")
                .articles.at(0)
                .subjects.size(),
            1000U);
}

Article article(const std::string& text) { return article_from_json(parse_json_object(text)); }

TEST(JsonArticles, UsualKeysAndWaysToWriteThem) {
  const Article a = article(
      R"({"headline":"A &amp; B","full_text":"<p>One</p><p>Two &lt;3</p>","publishedAt":1545782400000,"source":{"id":null,"name":"S"},"web_url":"u",)"
      R"("authors":[{"name":"X Y"},{"name":"Z"}],"lang":"en_GB","keywords":["nato"," NATO ","nato"],"tags":"a, b"})");
  EXPECT_EQ(shown(a), "|A & B|One\nTwo <3|2018-12-26|S|X Y, Z||en");
  EXPECT_EQ(a.url, "u");
  EXPECT_EQ(a.subjects, (std::vector<std::string>{"nato", "NATO", "a", "b"}));
}

TEST(JsonArticles, TextsAreMadePlainOnlyWhereTheyAreHtml) {
  const struct {
    const char* text;
    const char* plain;
  } cases[] = {
      {R"({"text":"a < b\n\nc > d"})", "a < b\n\nc > d"},
      {R"({"text":"AT&T and <SRD>"})", "AT&T and <SRD>"},
      {R"({"text":"one <a href='x'>link</a>\ntwo"})", "one link\ntwo"},
      {R"({"text":"it&#8217;s\ntwo"})", "it’s\ntwo"},
      {R"({"body":["one","two"]})", "one\ntwo"},
      {R"({"body":[{"text":"one"},{"x":1},{"text":"two"}]})", "one\ntwo"},
      {R"({"text":"","description":"short"})", "short"},
  };
  for (const auto& c : cases) EXPECT_EQ(article(c.text).text, c.plain) << c.text;
}

TEST(JsonArticles, EpochsAreDaysInUtc) {
  const struct {
    const char* written;
    const char* day;
  } cases[] = {
      {"1545868799", "2018-12-26"},
      {"1545868800", "2018-12-27"},
      {"1545868799999", "2018-12-26"},
      {"1545868799999999", "2018-12-26"},
      {"1545868799.75", "2018-12-26"},
      {"-1000000000", "1938-04-24"},
      {"20181226", "2018-12-26"},
      {"20181226100000", "2018-12-26"},
      {"\"1545868799\"", "2018-12-26"},
      {R"({"$date":1545868799000})", "2018-12-26"},
      {R"({"$date":{"$numberLong":"1545868799000"}})", "2018-12-26"},
      {R"({"$date":"2018-12-26T00:00:00Z"})", "2018-12-26"},
      {"-99999999999", ""},
      {"0", ""},
      {"99999999999999999999", ""},
      {"\"2018-02-30\"", ""},
  };
  for (const auto& c : cases) {
    const Article a = article(std::string(R"({"title":"x","date":)") + c.written + "}");
    EXPECT_EQ(a.date ? to_iso(*a.date) : "", c.day) << c.written;
    EXPECT_EQ(a.notes.empty(), a.date.has_value()) << c.written;
  }
}

TEST(JsonArticles, NamedKeywordsAreEditorsTags) {
  const Article a = article(
      R"({"title":"x","keywords":[{"name":"persons","value":"Putin, Vladimir V"},{"name":"organizations","value":"NATO"},)"
      R"({"name":"glocations","value":"Russia"},{"name":"subject","value":"Arms"}]})");
  ASSERT_EQ(a.editor_tags.size(), 3U);
  EXPECT_EQ(a.editor_tags[0].name, "Putin, Vladimir V");
  EXPECT_EQ(a.editor_tags[1].kind, EntityKind::organisation);
  EXPECT_EQ(a.editor_tags[2].kind, EntityKind::country);
  EXPECT_EQ(a.subjects, std::vector<std::string>{"Arms"});
}

}  // namespace
}  // namespace chancery
