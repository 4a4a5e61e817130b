// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <string>

namespace chancery {
namespace {

// More of a text tells no more.
constexpr size_t enough = 2000;

}  // namespace

std::string detect_language(std::string_view text) {
  size_t size = std::min(text.size(), enough);
  while (size > 0 && size < text.size() && (text[size] & 0xC0) == 0x80) --size;
  bool reliable = false;
  const CLD2::Language language = CLD2::DetectLanguage(text.data(), static_cast<int>(size), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string code = CLD2::LanguageCode(language);
  return code.substr(0, code.find('-'));
}

}  // namespace chancery
