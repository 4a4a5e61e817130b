// SPDX-License-Identifier: GPL-2.0-or-later
/// A small file as a whole.
#pragma once

#include <string>

namespace chancery {

/// All bytes of the file. Throws Error "WHAT 'PATH' cannot be read", of a folder too.
std::string read_file(const std::string& what, const std::string& path);

}  // namespace chancery
