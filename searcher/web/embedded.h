// SPDX-License-Identifier: GPL-2.0-or-later
/// The files of searcher/web/page/ and the schema of the answers, built into the program.
#pragma once

#include <string_view>

namespace chancery::web {

struct EmbeddedFile {
  std::string_view name;  ///< "page.js"; empty for a file that is not there
  std::string_view content;
  std::string_view hash;
};

/// The file of that name.
EmbeddedFile embedded_file(std::string_view name);

/// A text that is another one as soon as any of the files is.
std::string_view embedded_version();

}  // namespace chancery::web
