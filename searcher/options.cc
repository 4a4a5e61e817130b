// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/options.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <cstdlib>

#include "common/command_line.h"
#include "common/error.h"
#include "common/terminal.h"

namespace chancery {
namespace {

namespace po = boost::program_options;

constexpr const char* usage =
    R"(chancery-searcher: finds news articles by words, person, country and date, and
shows the sentences that match.

Usage: chancery-searcher --db DB [OPTIONS] [QUERY...]

QUERY is words, "phrases", prefix*, AND, OR, NOT, -word, NEAR/n, ( ), and
FIELD:value with the fields title, person, country, organisation, place, source,
language, subject, date.
Words join by OR, the best match first. Without a query, filters browse the
archive, newest first.
)";

constexpr const char* epilogue = R"(
Examples:
  chancery-searcher --db news.db --person Lavrov --country Iran nuclear talks
  chancery-searcher --db news.db --from 2018-12 --to 2019-02 '"peace process"'
  chancery-searcher --db news.db --country RU --facets person,year --limit 0
  chancery-searcher --db news.db --format json --person Qureshi | jq .total
  chancery-searcher --db news.db --resolve Bush
  chancery-searcher --db news.db 'negotiat* NEAR/5 "nuclear deal"' --explain
  chancery-searcher --db news.db --country IR --cross person,country --limit 0
  chancery-searcher --db news.db missile --timeline month --format csv

The environment variable CHANCERY_DB stands for --db where that is not given.
Exit status: 0 at least one hit; 1 none; 2 usage, index or query error.
)";

// What is typed, before it is given its meaning.
struct Typed {
  std::vector<std::string> query;
  std::array<Filter, filter_fields.size()> filters;
  std::string from, to, date, sort, facets, format, colour, default_operator, cross, timeline;
  double recency = 0;
};

OutputFormat parse_format(const std::string& text) {
  constexpr std::array<std::pair<std::string_view, OutputFormat>, 5> formats = {
      {{"text", OutputFormat::text},
       {"json", OutputFormat::json},
       {"jsonl", OutputFormat::jsonl},
       {"csv", OutputFormat::csv},
       {"ids", OutputFormat::ids}}};
  for (const auto& [name, format] : formats) {
    if (name == text) return format;
  }
  throw UsageError("--format is text, json, jsonl, csv or ids, not '" + text + "'");
}

Sort parse_sort(const std::string& text) {
  if (text == "relevance") return Sort::relevance;
  if (text == "newest") return Sort::newest;
  if (text == "oldest") return Sort::oldest;
  throw UsageError("--sort is relevance, newest or oldest, not '" + text + "'");
}

DateSpan parse_date(const std::string& option, const std::string& text) {
  const auto span = parse_date_span(text);
  if (!span)
    throw UsageError(option + ": '" + text + "' is no date; write YYYY, YYYY-MM or YYYY-MM-DD");
  return *span;
}

std::optional<DateSpan> parse_dates(const Typed& typed) {
  if (typed.from.empty() && typed.to.empty() && typed.date.empty()) return std::nullopt;
  if (!typed.date.empty() && !(typed.from.empty() && typed.to.empty())) {
    throw UsageError("--date is a span of its own; give it alone, or --from and --to");
  }
  if (!typed.date.empty()) return parse_date("--date", typed.date);
  DateSpan dates{{1, 1, 1}, {9999, 12, 31}};
  if (!typed.from.empty()) dates.first = parse_date("--from", typed.from).first;
  if (!typed.to.empty()) dates.last = parse_date("--to", typed.to).last;
  if (dates.last < dates.first)
    throw UsageError("--to " + typed.to + " is before --from " + typed.from);
  return dates;
}

std::vector<Field> parse_facets(const std::string& option, const std::string& text) {
  std::vector<Field> facets;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find(',', start), text.size());
    const std::string name = text.substr(start, end - start);
    const auto field = field_named(name);
    if (!field) {
      std::string names;
      for (const Field known : all_fields)
        names += (names.empty() ? "" : ", ") + std::string(name_of(known));
      throw UsageError(option + ": there is no '" + name + "', but: " + names);
    }
    facets.push_back(*field);
    start = end + 1;
  }
  return facets;
}

std::pair<Field, Field> parse_cross(const std::string& text) {
  const std::vector<Field> fields = parse_facets("--cross", text);
  if (fields.size() != 2)
    throw UsageError("--cross takes two facets, as in --cross person,country");
  return {fields.front(), fields.back()};
}

Field parse_timeline(const std::string& text) {
  const auto field = field_named(text);
  if (!field || date_digits(*field) == 0)
    throw UsageError("--timeline is year, month or day, not '" + text + "'");
  return *field;
}

using Names = std::vector<std::string>;

po::options_description describe(SearchOptions& options, Typed& typed) {
  constexpr unsigned width = 80;
  constexpr unsigned description_width = 48;
  SearchRequest& request = options.request;
  po::options_description filters("Filters (one option repeated: OR; different options: AND)",
                                  width, description_width);
  for (size_t i = 0; i < filter_fields.size(); ++i) {
    const Field field = filter_fields[i];
    filters.add_options()(std::string(name_of(field)).c_str(),
                          po::value<Names>(&typed.filters[i].any)->value_name(value_name(field)),
                          help_of(field));
  }
  for (size_t i = 0; i < filter_fields.size(); ++i) {
    const Field field = filter_fields[i];
    filters.add_options()(("not-" + std::string(name_of(field))).c_str(),
                          po::value<Names>(&typed.filters[i].none)->value_name(value_name(field)),
                          "leave those out");
  }
  // clang-format off
  filters.add_options()("all-persons", po::bool_switch(&request.all_persons), "every --person must be there, not any")
      ("from", po::value(&typed.from)->value_name("DATE"), "from the day, month or year (YYYY[-MM[-DD]]) on")
      ("to", po::value(&typed.to)->value_name("DATE"), "to its end")
      ("date", po::value(&typed.date)->value_name("DATE"), "in that day, month or year");
  // clang-format on
  po::options_description output("Answer", width, description_width);
  // clang-format off
  output.add_options()("sort", po::value(&typed.sort)->value_name("ORDER"), "relevance | newest | oldest")
      ("limit", po::value(&request.limit)->value_name("N"), "hits to show (10)")
      ("offset", po::value(&request.offset)->value_name("N"), "hits to pass over first")
      ("after", po::value(&request.after)->value_name("CURSOR"), "go on behind the last hit of an answer: its `next` in JSON")
      ("collapse", po::bool_switch(&request.collapse), "of near-duplicates only the best, with their number")
      ("recency", po::value(&typed.recency)->value_name("DAYS"), "rank newer articles higher: the bonus halves in so many days")
      ("explain", po::bool_switch(&request.explain), "how the query was read, and why each hit ranks where it does")
      ("facets", po::value(&typed.facets)->value_name("LIST"), "count over all hits: person,country,organisation, place,source,language,subject,year,month,day")
      ("facet-limit", po::value(&request.facet_limit)->value_name("N"), "values to show for each (10)")
      ("timeline", po::value(&typed.timeline)->value_name("UNIT"), "hits by year | month | day")
      ("cross", po::value(&typed.cross)->value_name("LIST"), "two facets: which values appear with which")
      ("format", po::value(&typed.format)->value_name("F")->default_value("text", ""), "text | json | jsonl | csv | ids")
      ("count", po::bool_switch(&options.count), "print the number of hits alone")
      ("color", po::value(&typed.colour)->value_name("WHEN")->default_value("auto", ""), "auto | always | never")
      ("snippet-length", po::value(&request.snippet_length)->value_name("N"), "characters of a snippet (280)");
  // clang-format on
  po::options_description other("Other", width, description_width);
  // clang-format off
  other.add_options()("db", po::value(&options.db)->value_name("DB"), "folder of the index, stub file, or HOST:PORT of a Xapian server; several are searched as one")
      ("timeout", po::value(&options.servers.timeout)->value_name("SECONDS"), "wait so long for a server (10)")
      ("allow-partial", po::bool_switch(&options.servers.allow_partial), "without a server that fails, answer from the other shards")
      ("default-operator", po::value(&typed.default_operator)->value_name("OP")->default_value("or", ""), "how words join: or | and")
      ("resolve", po::value(&options.resolve)->value_name("NAME"), "who or what is meant: candidates, keys, aliases")
      ("like", po::value(&request.like)->value_name("ID"), "articles that are like that one")
      ("batch", po::value(&options.batch)->value_name("FILE"), "a query a line, all answered with the same options")
      ("article", po::value(&options.article)->value_name("ID"), "one article in full, with its tags")
      ("help,h", "this text")("version", "version of the program and of its indexes");
  // clang-format on
  po::options_description visible;
  visible.add(filters).add(output).add(other);
  return visible;
}

// -word is a word of the query that is not wanted. Only -h is an option of one dash.
std::vector<po::option> take_unwanted_word(std::vector<std::string>& arguments) {
  const std::string& word = arguments.front();
  if (word.size() < 2 || word[0] != '-' || word[1] == '-' || word == "-h") return {};
  po::option query;
  query.position_key = 0;
  query.value = {word};
  query.original_tokens = {word};
  arguments.erase(arguments.begin());
  return {query};
}

// Lists of hits do not say how many there are beside them; a line of --batch does.
bool shows_total(const SearchOptions& options) {
  switch (options.style.format) {
    case OutputFormat::text:
    case OutputFormat::json: return true;
    case OutputFormat::jsonl: return !options.batch.empty();
    case OutputFormat::csv:
    case OutputFormat::ids: return false;
  }
  return true;
}

}  // namespace

std::optional<SearchOptions> parse_search_options(int argc, const char* const* argv) {
  SearchOptions options;
  Typed typed;
  po::options_description hidden;
  hidden.add_options()("query", po::value(&typed.query))("complete", po::value(&options.complete));
  const auto values =
      read_command_line(argc, argv, {"chancery-searcher", usage, epilogue},
                        {describe(options, typed), hidden, "query", take_unwanted_word});
  if (!values) return std::nullopt;
  if (const char* db = std::getenv("CHANCERY_DB"); db != nullptr && options.db.empty())
    options.db = {db};
  if (options.db.empty())
    throw UsageError("which index? Name its folder: --db DB, or set CHANCERY_DB");
  if (!(options.servers.timeout > 0 && options.servers.timeout < 1e6))
    throw UsageError("--timeout takes a number of seconds above 0");
  SearchRequest& request = options.request;
  for (const std::string& word : typed.query)
    request.query += (request.query.empty() ? "" : " ") + word;
  for (size_t i = 0; i < filter_fields.size(); ++i) {
    if (!typed.filters[i].any.empty() || !typed.filters[i].none.empty())
      request.filters[filter_fields[i]] = typed.filters[i];
  }
  request.dates = parse_dates(typed);
  if (!typed.sort.empty()) request.sort = parse_sort(typed.sort);
  request.facets = parse_facets("--facets", typed.facets);
  if (!typed.cross.empty()) request.cross = parse_cross(typed.cross);
  if (!typed.timeline.empty()) request.timeline = parse_timeline(typed.timeline);
  if (values->contains("recency")) {
    if (!(typed.recency > 0)) throw UsageError("--recency takes a number of days above 0");
    request.recency_days = typed.recency;
  }
  if (typed.default_operator != "or" && typed.default_operator != "and") {
    throw UsageError("--default-operator is or, or and, not '" + typed.default_operator + "'");
  }
  request.all_words = typed.default_operator == "and";
  options.style.format = parse_format(typed.format);
  request.ids_only = options.count || options.style.format == OutputFormat::ids;
  if (options.count) request.limit = 0;
  const bool has_total = options.count || shows_total(options);
  if (!has_total && !request.facets.empty()) {
    throw UsageError(
        "--facets are shown by --format text and json; csv has tables of --cross and --timeline");
  }
  request.total = has_total;
  if (!options.batch.empty() && !request.query.empty())
    throw UsageError("--batch takes the queries from its file; give no other");
  if (!options.batch.empty() && options.style.format == OutputFormat::csv) {
    throw UsageError(
        "--batch gives text, json, jsonl or ids; a table for each query would not be one");
  }
  options.style.colour = wants_colour(parse_when("--color", typed.colour), STDOUT_FILENO);
  options.style.width = terminal_width();
  return options;
}

}  // namespace chancery
