// SPDX-License-Identifier: GPL-2.0-or-later
/// corpus_report: how well the readers read a folder of articles.
#include <charconv>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/run_main.h"
#include "common/terminal.h"
#include "corpus/read_articles.h"

namespace {

using namespace chancery;

constexpr const char* usage =
    R"(corpus_report: how well the readers read a folder of articles.

Usage: corpus_report [--format F] [--examples N] [--articles] INPUT...

Prints for each format how many files and articles it has, and of how many in a
hundred articles date, headline, body, byline, source, language, dateline and
editors' tags are known; then what was rejected, what was mended and what was
skipped, grouped by the reason, with N examples of each (default 3). --articles
prints the articles themselves before, to be read.
)";

struct Counts {
  size_t files = 0, articles = 0, rejects = 0, mended = 0;
  size_t date = 0, headline = 0, body = 0, byline = 0, source = 0, language = 0, dateline = 0,
         tags = 0;
};

struct Group {
  size_t count = 0;
  std::vector<std::string> examples;
};

using Groups = std::map<std::string, Group>;

struct Report {
  std::map<std::string, Counts> formats;
  Groups rejects, mended, skipped;
  size_t most_examples = 3;
  std::string open_source, open_format;

  // A reject before any format was told is that of the file.
  Counts& counts_of(const std::string& source) {
    return formats[source == open_source ? open_format : "(none)"];
  }
};

// A reason without what differs from file to file: numbers and what is quoted.
std::string kind_of(const std::string& reason) {
  std::string kind;
  bool quoted = false;
  for (const char c : reason) {
    if (c == '\'') quoted = !quoted;
    if (quoted && c != '\'') continue;
    const bool digit = c >= '0' && c <= '9';
    if (!digit) kind += c;
    if (digit && !kind.ends_with('#')) kind += '#';
  }
  return kind;
}

void add(Groups& groups, const std::string& kind, std::string example, size_t most) {
  Group& group = groups[kind];
  if (group.count++ < most) group.examples.push_back(std::move(example));
}

void count(Counts& counts, const Article& article) {
  ++counts.articles;
  counts.date += article.date ? 1 : 0;
  counts.headline += article.title.empty() ? 0 : 1;
  counts.body += article.text.empty() ? 0 : 1;
  counts.byline += article.byline.empty() ? 0 : 1;
  counts.source += article.source.empty() ? 0 : 1;
  counts.language += article.language.empty() ? 0 : 1;
  counts.dateline += article.dateline.empty() ? 0 : 1;
  counts.tags += article.editor_tags.empty() && article.subjects.empty() ? 0 : 1;
}

void print(const Article& article) {
  std::cout << "=== " << one_safe_line(article.id) << '\n';
  const auto line = [](const char* name, const std::string& value) {
    if (!value.empty()) std::cout << name << ": " << one_safe_line(value) << '\n';
  };
  line("headline", article.title);
  line("date", article.date ? to_iso(*article.date) : "");
  line("source", article.source);
  line("url", article.url);
  line("byline", article.byline);
  line("dateline", article.dateline);
  line("language", article.language);
  for (const std::string& subject : article.subjects) line("subject", subject);
  for (const EditorTag& tag : article.editor_tags) {
    line(name_of(tag.kind).data(), tag.name + (tag.code.empty() ? "" : " [" + tag.code + "]"));
  }
  for (const std::string& note : article.notes) line("note", note);
  std::cout << '\n' << safe_lines(article.text) << "\n\n";
}

void print(const char* heading, const Groups& groups) {
  if (groups.empty()) return;
  std::printf("\n%s\n", heading);
  for (const auto& [kind, group] : groups) {
    std::printf("%7zu  %s\n", group.count, one_safe_line(kind).c_str());
    for (const std::string& example : group.examples)
      std::printf("         - %s\n", one_safe_line(example).c_str());
  }
}

void print(const Report& report) {
  std::printf("%-14s%8s%10s%9s%8s%7s%7s%7s%7s%7s%7s%7s%7s\n", "format", "files", "articles",
              "rejects", "mended", "date", "head", "body", "byline", "source", "lang", "datel.",
              "tags");
  for (const auto& [format, c] : report.formats) {
    std::printf("%-14s%8zu%10zu%9zu%8zu", format.c_str(), c.files, c.articles, c.rejects, c.mended);
    for (const size_t part :
         {c.date, c.headline, c.body, c.byline, c.source, c.language, c.dateline, c.tags}) {
      const double share =
          c.articles == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(c.articles);
      std::printf("%6.1f%%", share);
    }
    std::printf("\n");
  }
  print("Rejected:", report.rejects);
  print("Mended:", report.mended);
  print("Skipped, of no known format:", report.skipped);
}

size_t parse_number(const std::string& text) {
  size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    throw UsageError("--examples takes a number, not '" + text + "'");
  return number;
}

int run(const std::vector<std::string>& arguments) {
  Report report;
  const Format* format = nullptr;
  bool articles = false;
  std::vector<std::string> inputs;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--help") {
      std::cout << usage;
      return 0;
    }
    if (argument == "--articles") {
      articles = true;
    } else if (argument == "--format" || argument == "--examples") {
      if (++i == arguments.size()) throw UsageError(argument + " needs a value");
      if (argument == "--examples") {
        report.most_examples = parse_number(arguments[i]);
      } else if ((format = format_named(arguments[i])) == nullptr) {
        throw UsageError("no such format: '" + arguments[i] + "'");
      }
    } else {
      inputs.push_back(argument);
    }
  }
  if (inputs.empty()) throw UsageError("no input; --help says how it is used");

  ReadingEvents events;
  events.opened = [&report](const std::string& name, const Format& opened) {
    report.open_source = name;
    report.open_format = opened.name;
    ++report.formats[report.open_format].files;
  };
  events.article = [&report, articles](Article&& article) {
    count(report.formats[report.open_format], article);
    if (articles) print(article);
  };
  events.reject = [&report](const Reject& reject) {
    ++report.counts_of(reject.source).rejects;
    add(report.rejects, kind_of(reject.reason), to_line(reject), report.most_examples);
  };
  events.mended = [&report](const Reject& mended) {
    ++report.counts_of(mended.source).mended;
    add(report.mended, kind_of(mended.reason), to_line(mended), report.most_examples);
  };
  events.skipped = [&report](const std::string& name) {
    const size_t dot = name.rfind('.');
    const bool has_ending = dot != std::string::npos && name.find('/', dot) == std::string::npos &&
                            name.size() - dot <= 6;
    add(report.skipped, has_ending ? name.substr(dot) : "(without ending)", name,
        report.most_examples);
  };
  read_articles(inputs, format, events);
  print(report);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return chancery::run_main("corpus_report", [&] { return run({argv + 1, argv + argc}); });
}
