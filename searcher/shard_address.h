// SPDX-License-Identifier: GPL-2.0-or-later
/// What --db names: a folder, a server, or a stub file that lists several of them.
#pragma once

#include <string>
#include <vector>

namespace chancery {

/// Where one shard of the index is: a folder, or a Xapian server.
struct ShardAddress {
  std::string path;  ///< of a folder; empty for a server
  std::string host;
  unsigned port = 0;

  bool is_remote() const { return path.empty(); }
  /// As users write it: "news.db", "10.0.0.2:7001".
  std::string name() const;
};

/// Where the index of `path` is now: beside it as PATH.replaced where a writer was killed between
/// the two renames of its swap, and nothing has taken its place yet.
std::string present_path(std::string path);

/// The shards that `db` stands for: itself, or those in the stub file that it is or has in it
/// (XAPIANDB, in Xapian's own form: lines of `auto FOLDER` and `remote HOST:PORT`). Throws Error
/// where such a file has anything else.
std::vector<ShardAddress> shard_addresses(const std::string& db);

}  // namespace chancery
