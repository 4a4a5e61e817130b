// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/shard_address.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>

#include "common/error.h"

namespace chancery {
namespace {

namespace fs = std::filesystem;

constexpr int deepest_stub = 4;  // a stub file in a stub file; more is one that names itself

// HOST:PORT, [::1]:PORT
std::optional<ShardAddress> parse_server(const std::string& text) {
  constexpr unsigned highest_port = 65535;
  const size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0 || text.find('/') != std::string::npos)
    return std::nullopt;
  ShardAddress server;
  server.host = text.substr(0, colon);
  if (server.host.size() > 2 && server.host.front() == '[' && server.host.back() == ']') {
    server.host = server.host.substr(1, server.host.size() - 2);
  }
  const char* const end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data() + colon + 1, end, server.port);
  if (fault != std::errc() || stop != end || server.port == 0 || server.port > highest_port)
    return std::nullopt;
  return server;
}

void add_addresses(const std::string& db, int depth, std::vector<ShardAddress>& found);

void read_stub(const fs::path& stub, int depth, std::vector<ShardAddress>& found) {
  std::ifstream in(stub);
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const size_t blank = line.find(' ');
    const std::string type = line.substr(0, blank);
    const std::string place = blank == std::string::npos ? "" : line.substr(blank + 1);
    if (type == "auto" || type == "glass") {
      add_addresses((stub.parent_path() / place).string(), depth + 1, found);
      continue;
    }
    const auto server = type == "remote" ? parse_server(place) : std::nullopt;
    if (!server) {
      throw Error("'" + stub.string() + "' line " + std::to_string(number) +
                  " is not understood; write: auto FOLDER, or: remote HOST:PORT");
    }
    found.push_back(*server);
  }
  if (!in.eof()) throw Error("cannot read the list of shards '" + stub.string() + "'");
}

void add_addresses(const std::string& db, int depth, std::vector<ShardAddress>& found) {
  if (depth > deepest_stub) throw Error("'" + db + "' is in a list of shards that names itself");
  const std::string path = present_path(db);
  std::error_code error;
  if (fs::is_regular_file(path, error)) return read_stub(path, depth, found);
  if (fs::is_regular_file(fs::path(path) / "XAPIANDB", error))
    return read_stub(fs::path(path) / "XAPIANDB", depth, found);
  if (const auto server = fs::exists(path, error) ? std::nullopt : parse_server(db)) {
    found.push_back(*server);
  } else {
    found.push_back({path, "", 0});
  }
}

}  // namespace

std::string present_path(std::string path) {
  std::error_code error;
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  const std::string replaced = path + ".replaced";
  return !fs::exists(path, error) && fs::exists(replaced, error) ? replaced : path;
}

std::string ShardAddress::name() const {
  if (!is_remote()) return path;
  return (host.find(':') == std::string::npos ? host : '[' + host + ']') + ':' +
         std::to_string(port);
}

std::vector<ShardAddress> shard_addresses(const std::string& db) {
  std::vector<ShardAddress> found;
  add_addresses(db, 0, found);
  if (found.empty()) throw Error("the list of shards '" + db + "' is empty");
  return found;
}

}  // namespace chancery
