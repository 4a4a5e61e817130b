// SPDX-License-Identifier: GPL-2.0-or-later
/// --export: all articles of an index as JSON Lines.
#pragma once

#include <string>

namespace chancery {

/// Writes each article as a line to `file`, "-" for stdout, with all that the reader of JSON Lines
/// takes back, so that an index of that file gives the same answers. A file appears only when it is
/// whole; a device or a pipe is written to as it is. Throws Error where there is no index, or the
/// file cannot be written.
void export_index(const std::string& path, const std::string& file);

}  // namespace chancery
