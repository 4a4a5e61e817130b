// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace chancery {
namespace {

// More of a text tells no more.
constexpr size_t enough = 2000;

// ISO 639-2 and the name in English, and in itself where that is in plain letters.
constexpr std::array<std::pair<std::string_view, std::string_view>, 27> languages = {{
    {"en", " eng english "},
    {"fr", " fra fre french "},
    {"de", " deu ger german deutsch "},
    {"es", " spa spanish castilian "},
    {"pt", " por portuguese "},
    {"it", " ita italian italiano "},
    {"ru", " rus russian "},
    {"uk", " ukr ukrainian "},
    {"nl", " nld dut dutch nederlands "},
    {"ar", " ara arabic "},
    {"zh", " zho chi chinese mandarin "},
    {"ja", " jpn japanese "},
    {"ko", " kor korean "},
    {"tr", " tur turkish "},
    {"pl", " pol polish polski "},
    {"fa", " fas per persian farsi "},
    {"he", " heb hebrew "},
    {"el", " ell gre greek "},
    {"sv", " swe swedish svenska "},
    {"no", " nor norwegian norsk "},
    {"da", " dan danish dansk "},
    {"fi", " fin finnish suomi "},
    {"cs", " ces cze czech "},
    {"hu", " hun hungarian magyar "},
    {"ro", " ron rum romanian "},
    {"id", " ind indonesian "},
    {"ur", " urd urdu "},
}};

}  // namespace

std::string detect_language(std::string_view text) {
  size_t size = std::min(text.size(), enough);
  while (size > 0 && size < text.size() && (text[size] & 0xC0) == 0x80) --size;
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(size), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string code = CLD2::LanguageCode(language);
  return code.substr(0, code.find('-'));
}

std::string language_code(std::string_view language) {
  std::string code;
  for (const char c : language) {
    const char lower = static_cast<char>(c | 0x20);
    if (lower < 'a' || lower > 'z') break;
    code += lower;
  }
  if (code.size() == 2) return code;
  for (const auto& [known, names] : languages) {
    const size_t at = code.size() < 3 ? std::string_view::npos : names.find(" " + code + " ");
    if (at != std::string_view::npos) return std::string(known);
  }
  return {};
}

}  // namespace chancery
