// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/shard_layout.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "common/error.h"
#include "common/schema.h"
#include "indexer/sync_folder.h"

namespace chancery {
namespace {

namespace fs = std::filesystem;

constexpr const char* by_id = "# Articles by a hash of their id.";
constexpr const char* by_year = "# Articles by their year.";

std::string stub_of(const std::string& path) { return (fs::path(path) / "XAPIANDB").string(); }

}  // namespace

size_t shard_of(const ShardLayout& layout, const Article& article) {
  if (layout.by == ShardBy::year && article.date)
    return static_cast<size_t>(article.date->year) % layout.shards;
  return schema::stable_number(article.id) % layout.shards;
}

std::optional<ShardLayout> stored_layout(const std::string& path) {
  std::error_code error;
  const std::string stub = stub_of(path);
  if (!fs::exists(stub, error)) {
    return fs::exists(fs::path(path) / "iamglass", error) ? std::optional(ShardLayout())
                                                          : std::nullopt;
  }
  std::ifstream in(stub);
  ShardLayout layout{0, ShardBy::id};
  for (std::string line; std::getline(in, line);) {
    if (line == by_year) layout.by = ShardBy::year;
    if (line.empty() || line.front() == '#') continue;
    if (line != "auto shard-" + std::to_string(layout.shards)) {
      throw Error("'" + stub +
                  "' lists other shards than chancery-indexer made; it can be searched, but not "
                  "written to");
    }
    ++layout.shards;
  }
  if (layout.shards == 0)
    throw Error("'" + stub + "' lists no shard; build the index anew with --rebuild");
  return layout;
}

// Before there is any shard: a run that is killed then leaves no folder that looks like an index of
// one.
void write_layout(const std::string& path, const ShardLayout& layout) {
  if (layout.shards == 1) return;
  std::error_code error;
  fs::create_directories(path, error);
  const std::string stub = stub_of(path);
  const std::string part = stub + ".part";
  {
    std::ofstream out(part);
    out << (layout.by == ShardBy::year ? by_year : by_id) << '\n';
    for (size_t i = 0; i < layout.shards; ++i) out << "auto shard-" << i << '\n';
    if (!out.flush()) throw Error("cannot write the list of shards '" + part + "'");
  }
  sync_file(part);
  if (std::rename(part.c_str(), stub.c_str()) != 0)
    throw Error("cannot write the list of shards '" + stub + "'");
  sync_folder(path);
}

std::vector<std::string> shard_paths(const std::string& path, const ShardLayout& layout) {
  if (layout.shards == 1) return {path};
  std::vector<std::string> paths;
  for (size_t i = 0; i < layout.shards; ++i)
    paths.push_back((fs::path(path) / ("shard-" + std::to_string(i))).string());
  return paths;
}

}  // namespace chancery
