// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/shard.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "common/open_database.h"
#include "common/schema.h"

namespace chancery {
namespace {

Xapian::Database open_folder(const std::string& path) {
  try {
    return open_database(present_path(path));  // a swap may have begun since the address was read
  } catch (const Xapian::DatabaseNotFoundError&) {
    throw Error("no index at '" + path + "'; make one with: chancery-indexer --db " + path +
                " INPUT...");
  } catch (const Xapian::Error& error) {
    throw Error("cannot open the index '" + path + "': " + error.get_msg());
  }
}

void check_folder(const Xapian::Database& database, const std::string& path) {
  const std::string found = database.get_metadata(std::string(schema::version_key));
  if (found.empty()) {
    throw Error("'" + path + "' is a Xapian database, but no index of Chancery's");
  }
  if (found != schema::version) {
    throw Error("the index '" + path + "' is of schema " + found + ", this program reads " +
                std::string(schema::version) + "; build it anew: chancery-indexer --rebuild --db " +
                path + " INPUT...");
  }
}

void check_server(const Xapian::Database& database, const std::string& name) {
  const std::string found = database.get_metadata(std::string(schema::version_key));
  if (found.empty())
    throw ShardError("the server " + name +
                     " serves a Xapian database, but no index of Chancery's");
  if (found != schema::version) {
    throw ShardError("the server " + name + " serves an index of schema " + found +
                     ", this program reads " + std::string(schema::version) +
                     "; build that one anew: chancery-indexer --rebuild");
  }
}

Shard open_server(const ShardAddress& address, double timeout) {
  const auto milliseconds = static_cast<unsigned>(std::max(1.0, timeout * 1000));
  try {
    Shard shard{address,
                Xapian::Remote::open(address.host, address.port, milliseconds, milliseconds)};
    check_server(shard.database, address.name());
    return shard;
  } catch (const Xapian::Error& error) {
    throw ShardError(in_words(address, error, timeout));
  }
}

}  // namespace

std::string Shard::revision() const {
  const std::string size =
      std::to_string(database.get_doccount()) + '-' + std::to_string(database.get_lastdocid());
  // A server does not tell its revision.
  return database.get_uuid() + '-' +
         (address.is_remote() ? size : std::to_string(database.get_revision()));
}

Shard open_shard(const ShardAddress& address, double timeout) {
  if (address.is_remote()) return open_server(address, timeout);
  Shard shard{address, open_folder(address.path)};
  check_folder(shard.database, address.path);
  return shard;
}

std::string in_words(const ShardAddress& address, const Xapian::Error& error, double timeout) {
  if (std::string_view(error.get_type()) == "NetworkTimeoutError") {
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%g", timeout);
    return "the server " + address.name() + " did not answer within " + seconds +
           " seconds (--timeout)";
  }
  std::string why = error.get_msg();
  if (const char* system = error.get_error_string(); system != nullptr)
    why += std::string(": ") + system;
  return "the server " + address.name() + " does not answer: " + why;
}

}  // namespace chancery
