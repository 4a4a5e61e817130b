// SPDX-License-Identifier: GPL-2.0-or-later
/// Splits a stream of XML into tags and what stands between, without building a tree and without
/// minding whether it is well-formed.
#pragma once

#include <string>
#include <string_view>

#include "corpus/byte_source.h"

namespace chancery {

class XmlScanner {
 public:
  enum class Type { start, empty, end, text, other };  ///< other: comment, declaration, CDATA

  struct Token {
    Type type = Type::text;
    std::string_view raw;   ///< as it stands; valid until the next call
    std::string_view name;  ///< of a tag, with its prefix
  };

  /// Text in an encoding of which ASCII is part.
  explicit XmlScanner(ByteSource& source) : source_(source) {}

  /// The next token; false at the end. A long text comes in pieces. Throws ArticleError where one
  /// tag or comment is larger than largest_item.
  bool next(Token& token);

 private:
  bool fill();
  bool at_markup();
  size_t find(std::string_view what, size_t from);
  size_t end_of_markup();
  size_t end_of_tag(size_t from);
  size_t end_of_doctype();

  ByteSource& source_;
  std::string buffer_;
  size_t taken_ = 0;  // up to here the last token went
};

/// Whether a name may begin with this byte, whatever letter a byte beyond ASCII is part of.
bool starts_xml_name(char c);

/// "dc:creator" -> "creator".
std::string_view without_prefix(std::string_view name);

}  // namespace chancery
