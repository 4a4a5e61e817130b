// SPDX-License-Identifier: GPL-2.0-or-later
/// show_articles: prints what the readers make of files, before anything is tagged or indexed: one
/// line of JSON per file.
///
/// usage: show_articles FILE...
#include <iostream>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/run_main.h"
#include "common/terminal.h"
#include "corpus/compressed_input.h"
#include "corpus/formats.h"

namespace {

using namespace chancery;
using Json = nlohmann::ordered_json;

Json to_json(const Article& article) {
  return {{"id", article.id},
          {"url", article.url},
          {"title", article.title},
          {"text", article.text},
          {"date", article.date ? to_iso(*article.date) : ""},
          {"source", article.source},
          {"byline", article.byline},
          {"dateline", article.dateline},
          {"language", article.language},
          {"subjects", article.subjects},
          {"notes", article.notes}};
}

void show(ByteSource& source) {
  Json line = {{"file", source.name()},
               {"format", nullptr},
               {"articles", Json::array()},
               {"rejects", Json::array()}};
  const auto reject = [&line](const std::string& place, const std::string& reason) {
    line["rejects"].push_back(place.empty() ? reason : place + ": " + reason);
  };
  constexpr size_t head_size = 64 << 10;
  if (const Format* format = recognise_format(source.peek(head_size))) {
    line["format"] = format->name;
    try {
      format->read(
          source,
          {[&line](Article&& article) { line["articles"].push_back(to_json(article)); }, reject});
    } catch (const ArticleError& error) {
      reject("", error.what());
    }
  }
  std::cout << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  return chancery::run_main("show_articles", [&] {
    if (argc < 2) throw Error("no input; usage: show_articles FILE...");
    const auto skip = [](const std::string& name, const std::string& reason) {
      std::cerr << "show_articles: " << one_safe_line(name + ": " + reason) << '\n';
    };
    for (int i = 1; i < argc; ++i) {
      try {
        open_path(argv[i], show, skip);
      } catch (const ArticleError& error) {
        skip(argv[i], error.what());
      }
    }
    return 0;
  });
}
