// SPDX-License-Identifier: GPL-2.0-or-later
/// Opens a file, stdin or a byte source and gives each file that is in it: itself, decompressed, or
/// the members of an archive, at any depth up to four. By libarchive: gzip, zstd, xz, bzip2, tar
/// and zip, told by content and not by name. Nothing is written to disk, so paths and links within
/// an archive can do no harm; what expands to more than 500 times its size is refused beyond a GiB.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "corpus/byte_source.h"

namespace chancery {

/// Called with each plain file found; need not read it to the end. What it throws ends the walk.
using OnFile = std::function<void(ByteSource&)>;

/// Called with the name and the reason where an archive or a member of it is broken.
using OnBroken = std::function<void(const std::string& name, const std::string& reason)>;

/// Called with how many bytes of the file on disk are read by now.
using OnTaken = std::function<void(uint64_t bytes)>;

/// Throws ArticleError where the file cannot be opened. `on_taken` may be empty.
void open_path(const std::string& path, const OnFile& on_file, const OnBroken& on_broken,
               const OnTaken& on_taken = {});

/// As open_path, for the bytes on stdin; named "-".
void open_stdin(const OnFile& on_file, const OnBroken& on_broken);

}  // namespace chancery
