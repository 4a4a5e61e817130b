// SPDX-License-Identifier: GPL-2.0-or-later
/// What has got a name is safe from a power loss only once the folder is on the disk too.
#pragma once

#include <string>

namespace chancery {

/// Brings the names in the folder to the disk, where its file system can. Throws Error where the
/// disk fails.
void sync_folder(const std::string& path);

/// The same for the folder that holds `path`.
void sync_parent(const std::string& path);

}  // namespace chancery
