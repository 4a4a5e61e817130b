// SPDX-License-Identifier: GPL-2.0-or-later
/// What tells whether a file on disk has changed.
#pragma once

#include <optional>
#include <string>

#include "indexer/file_record.h"

namespace chancery {

/// Size and time, without the hash. Nothing for what is no regular file.
std::optional<FileState> state_of_file(const std::string& path);

/// A hash of the bytes; empty where they cannot be read.
std::string hash_of_file(const std::string& path);

}  // namespace chancery
