// SPDX-License-Identifier: GPL-2.0-or-later
/// The command line of chancery-indexer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/terminal.h"
#include "corpus/formats.h"
#include "indexer/shard_layout.h"

namespace chancery {

struct IndexOptions {
  std::string db;  ///< empty with `tag`
  std::vector<std::string> inputs;
  const Format* format = nullptr;  ///< nullptr: by content
  size_t jobs = 1;
  size_t memory = 0;  ///< bytes, about
  bool rebuild = false;
  bool prune = false;
  std::optional<ShardLayout> shards;  ///< nothing: as the index is, or one
  unsigned lock_timeout = 0;          ///< seconds
  std::vector<std::string> gazetteers;
  std::string corrections;  ///< a file; empty: those kept in the index
  bool retag = false;
  bool tag = false;
  bool explain = false;  ///< with `tag`
  bool check = false;
  bool stats = false;
  std::string export_file;  ///< empty: no export
  std::string rejects;
  bool strict = false;
  When progress = When::automatic;
  bool quiet = false;
};

/// Nothing where --help or --version was asked for and has been answered on stdout. Throws
/// UsageError for what is not understood.
std::optional<IndexOptions> parse_index_options(int argc, const char* const* argv);

}  // namespace chancery
