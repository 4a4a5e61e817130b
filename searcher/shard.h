// SPDX-License-Identifier: GPL-2.0-or-later
/// One part of the index, in a folder or on a server, opened for reading.
#pragma once

#include <xapian.h>

#include <string>

#include "common/error.h"
#include "searcher/shard_address.h"

namespace chancery {

/// A server that does not answer, or with which nothing can be begun. What to do is Index's to say.
struct ShardError : Error {
  using Error::Error;
};

struct Shard {
  ShardAddress address;
  Xapian::Database database;

  /// Changes whenever the shard does.
  std::string revision() const;
};

/// Waits for a server no longer than `timeout` seconds at a time. Throws ShardError where a server
/// cannot be reached or serves no index of this schema, Error where a folder is none, with what to
/// do.
Shard open_shard(const ShardAddress& address, double timeout);

/// A failure of the network in words: "the server 10.0.0.2:7001 did not answer within 10 seconds".
std::string in_words(const ShardAddress& address, const Xapian::Error& error, double timeout);

}  // namespace chancery
