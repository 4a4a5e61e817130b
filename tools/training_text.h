// SPDX-License-Identifier: GPL-2.0-or-later
/// Reads text in which persons are marked, to learn from.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace chancery {

/// Bytes [begin, end) of a text that are the name of a person.
struct MarkedName {
  size_t begin = 0;
  size_t end = 0;
};

struct MarkedText {
  std::string text;
  std::vector<MarkedName> persons;
  /// Whether all persons are marked, so that what is not marked is none.
  bool complete = true;
  float weight = 1;  ///< how far its marks are to be trusted
};

/// Calls `use` with each text of a file, packed or not. Three kinds are told by their content:
/// plain text with the names in double brackets ("said [[Ingrid van der Meer]]"), articles parted
/// by lines of "===="; CoNLL columns (a token a line, its tag last: B-per, I-PER …, sentences
/// parted by empty lines; some sentences make a text); and JSON Lines with `text` and `persons`, a
/// list of objects whose `surfaces` are the forms in the text (not complete). Throws Error for what
/// cannot be read.
void read_training_text(const std::string& path, const std::function<void(MarkedText&&)>& use);

}  // namespace chancery
