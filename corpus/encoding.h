// SPDX-License-Identifier: GPL-2.0-or-later
/// From the bytes of a text in whatever encoding to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace chancery {

struct DecodedText {
  std::string text;      ///< valid UTF-8
  std::string encoding;  ///< it was in: "UTF-8", "windows-1251"
  bool mended = false;   ///< bytes that the encoding does not have were replaced by U+FFFD
};

/// Takes, in this order: a byte order mark (UTF-8, UTF-16, UTF-32); UTF-16 and UTF-32 told by their
/// zeros; `declared`, if it is an encoding that ICU knows and not contradicted by the bytes; UTF-8
/// where the bytes are valid or mostly so; what ICU's detection holds most likely; windows-1252.
/// Encodings are read as the WHATWG Encoding Standard has it: ISO-8859-1 and US-ASCII as
/// windows-1252.
DecodedText decode_text(std::string bytes, std::string_view declared = {});

/// Whether `bytes` are in UTF-16 or UTF-32, by their mark or their zeros.
bool has_wide_characters(std::string_view bytes);

/// UTF-8 that came to be through a wrong decoding, recognised by the control characters U+0080 to
/// U+009F that no text has: they are windows-1252, or the whole is UTF-8 read as Latin-1.
/// Example: "don\u0092t" -> "don’t".
std::string mend_controls(std::string text);

/// The encoding that the XML declaration at the beginning of `bytes` names; empty for none.
std::string declared_in_xml(std::string_view bytes);

}  // namespace chancery
