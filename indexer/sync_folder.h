// SPDX-License-Identifier: GPL-2.0-or-later
/// Onto the disk: what has got a name is safe from a power loss only once the folder is there too.
#pragma once

#include <string>

namespace chancery {

/// Brings the file to the disk. Throws Error where that fails.
void sync_file(const std::string& path);

/// Brings the names in the folder to the disk, where its file system can. Throws Error where the
/// disk fails.
void sync_folder(const std::string& path);

/// The same for the folder that holds `path`.
void sync_parent(const std::string& path);

}  // namespace chancery
