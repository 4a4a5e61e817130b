// SPDX-License-Identifier: GPL-2.0-or-later
/// The house, as CONTRIBUTING.md draws it: which folder may include which, which files may name a
/// library, no include cycles, no file that grew too long.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path root = CHANCERY_ROOT;

const std::map<std::string, std::set<std::string>> may_include = {
    {"common", {"common"}},
    {"corpus", {"corpus", "common"}},
    {"indexer",
     {"indexer", "indexer/tagging", "indexer/gazetteer", "indexer/glass", "corpus", "common"}},
    {"indexer/gazetteer", {"indexer/gazetteer", "common"}},
    {"indexer/tagging", {"indexer/tagging", "indexer/gazetteer", "common"}},
    {"indexer/glass", {"indexer/glass", "common"}},
    {"searcher", {"searcher", "common"}},
};

// Which files, without their ending, may name a library.
const std::map<std::string, std::string> library_files = {
    {"xapian.h",
     "common/(text_analysis|run_main|open_database)|"
     "indexer/(document_builder|document_content|index_builder|bulk_writer|name_writer|indexed_files|sharded_writer|source_files|stored_index|check_index|index_stats)|"
     "searcher/(index|shard|ranking|synonyms|whole_answer|query_builder|word_queries|facets|cross|deadline|recency|similar_articles|explanation|web/index_pool)"},
    {"pugixml.hpp", "corpus/(xml/xml(_items|_mender)?|feed_(elements|root))"},
    {"boost/program_options.hpp", "common/command_line|(indexer|searcher|searcher/web)/options"},
    {"httplib.h", "searcher/web/(server|socket_stream)"},
    {"nlohmann/json.hpp", "corpus/json_text|indexer/(tag|article)_json|searcher/render_json"},
    {"archive.h", "corpus/compressed_input"},
    {"libxml/HTMLparser.h", "corpus/html/html_(text|tree)"},
    {"zlib.h", "corpus/http_response"},
    {"libdeflate.h", "indexer/packed_document"},
    {"tsl/robin_map.h", "common/string_map|indexer/gazetteer/person_model"},
    {"unicode/uchar.h", "common/compile_letters"},
    {"unicode/ucnv.h", "corpus/encoding"},
    {"unicode/uloc.h", "corpus/country_names"},
    {"cld2/public/compact_lang_det.h", "corpus/language"},
};

constexpr size_t longest_file = 400;

struct SourceFile {
  std::string name;    // "common/date.h"
  std::string module;  // "common/date"
  std::vector<std::string> includes;
  size_t lines = 0;
};

std::vector<SourceFile> source_files() {
  static const std::regex include(R"(^\s*#\s*include\s*[<"]([^">]+)[">])");
  std::vector<SourceFile> files;
  for (const auto& [folder, allowed] : may_include) {
    if (folder.find('/') != std::string::npos) continue;  // it is found within the other one
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".h" && ending != ".cc") continue;
      SourceFile file;
      file.name = fs::relative(entry.path(), root).generic_string();
      file.module = file.name.substr(0, file.name.rfind('.'));
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line); ++file.lines) {
        std::smatch found;
        if (std::regex_search(line, found, include)) file.includes.push_back(found[1]);
      }
      files.push_back(std::move(file));
    }
  }
  return files;
}

// "indexer/tagging" of "indexer/tagging/tagger.h", "corpus" of "corpus/html/html_tree.h": the
// innermost that has a rule.
std::string folder_of(const std::string& path) {
  std::string folder = path;
  do {
    folder.resize(std::min(folder.rfind('/'), folder.size()));
  } while (folder.find('/') != std::string::npos && !may_include.contains(folder));
  return folder;
}

TEST(Architecture, SourceFilesAreFound) { EXPECT_GT(source_files().size(), 60U); }

TEST(Architecture, FoldersIncludeOnlyThemselvesAndThoseBelow) {
  for (const SourceFile& file : source_files()) {
    for (const std::string& include : file.includes) {
      const std::string folder = folder_of(include);
      if (!may_include.contains(folder)) continue;
      EXPECT_TRUE(may_include.at(folder_of(file.name)).contains(folder))
          << file.name << " includes " << include;
    }
  }
}

TEST(Architecture, LibrariesStayBehindTheFilesNamedForThem) {
  for (const SourceFile& file : source_files()) {
    for (const std::string& include : file.includes) {
      const auto library = library_files.find(include);
      if (library == library_files.end()) continue;
      EXPECT_TRUE(std::regex_match(file.module, std::regex(library->second)))
          << file.name << " includes " << include;
    }
  }
}

TEST(Architecture, IncludesHaveNoCycle) {
  std::map<std::string, std::set<std::string>> needs;
  for (const SourceFile& file : source_files()) {
    for (const std::string& include : file.includes) {
      const std::string module = include.substr(0, include.rfind('.'));
      if (may_include.contains(folder_of(include)) && module != file.module)
        needs[file.module].insert(module);
    }
  }
  std::set<std::string> done;
  std::vector<std::string> path;
  const std::function<void(const std::string&)> visit = [&](const std::string& module) {
    if (done.contains(module)) return;
    EXPECT_EQ(std::count(path.begin(), path.end(), module), 0) << "a cycle through " << module;
    if (std::count(path.begin(), path.end(), module) > 0) return;
    path.push_back(module);
    for (const std::string& needed : needs[module]) visit(needed);
    path.pop_back();
    done.insert(module);
  };
  for (const SourceFile& file : source_files()) visit(file.module);
}

TEST(Architecture, NoFileIsTooLong) {
  for (const SourceFile& file : source_files()) EXPECT_LE(file.lines, longest_file) << file.name;
}

TEST(Architecture, EveryFileSaysItsLicence) {
  for (const SourceFile& file : source_files()) {
    std::ifstream in(root / file.name);
    std::string line;
    std::getline(in, line);
    EXPECT_EQ(line, "// SPDX-License-Identifier: GPL-2.0-or-later") << file.name;
  }
}

}  // namespace
