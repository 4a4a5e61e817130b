// SPDX-License-Identifier: GPL-2.0-or-later
/// How an answer is to be shown.
#pragma once

namespace chancery {

enum class OutputFormat { text, json, jsonl, csv, ids };

struct OutputStyle {
  OutputFormat format = OutputFormat::text;
  bool colour = false;  ///< text only
  int width = 80;       ///< text only: columns
};

}  // namespace chancery
