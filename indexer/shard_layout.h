// SPDX-License-Identifier: GPL-2.0-or-later
/// How an index lies in its folder: as one Xapian database, or as several, the shards, with a stub
/// file (XAPIANDB) that makes them one to every program that opens the folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/article.h"

namespace chancery {

enum class ShardBy { id, year };

struct ShardLayout {
  size_t shards = 1;
  ShardBy by = ShardBy::id;

  bool operator==(const ShardLayout&) const = default;
};

/// The shard, from 0, that a new article belongs to: by a hash of its id, the same everywhere and
/// for ever; or by its year, and by its id where it has none.
size_t shard_of(const ShardLayout& layout, const Article& article);

/// How the index in folder `path` lies; nothing where there is none. Throws Error where its stub
/// file is none that write_layout made.
std::optional<ShardLayout> stored_layout(const std::string& path);

/// Makes the folder and the stub file that the layout needs; of one shard, nothing.
void write_layout(const std::string& path, const ShardLayout& layout);

/// The folders of the shards, in their order; of one shard, the index's own.
std::vector<std::string> shard_paths(const std::string& path, const ShardLayout& layout);

}  // namespace chancery
