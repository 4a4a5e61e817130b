// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "common/fold.h"
#include "common/utf8.h"

namespace chancery {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

// UTF-32's little-endian mark begins with that of UTF-16.
constexpr std::array<Mark, 5> marks = {{{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                        {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                        {"\xEF\xBB\xBF"sv, "UTF-8"},
                                        {"\xFF\xFE"sv, "UTF-16LE"},
                                        {"\xFE\xFF"sv, "UTF-16BE"}}};

// Of text that is mostly ASCII, and begins with two such characters.
const char* by_zeros(std::string_view bytes) {
  if (bytes.size() < 4) return nullptr;
  const std::array<bool, 4> zero = {bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0};
  if (zero[0] && zero[1] && zero[2] && !zero[3]) return "UTF-32BE";
  if (!zero[0] && zero[1] && zero[2] && zero[3]) return "UTF-32LE";
  if (zero[0] && !zero[1] && zero[2] && !zero[3]) return "UTF-16BE";
  if (!zero[0] && zero[1] && !zero[2] && zero[3]) return "UTF-16LE";
  return nullptr;
}

// The name by which to decode what is declared so.
std::string usual_name(std::string_view declared) {
  const std::string name = lower(declared);
  for (const std::string_view latin :
       {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso_8859-1"}) {
    if (name == latin) return "windows-1252";
  }
  if (name == "iso-8859-9") return "windows-1254";
  if (name == "gb2312" || name == "gbk") return "gb18030";
  if (name == "ks_c_5601-1987" || name == "euc-kr") return "windows-949";
  if (name == "shift_jis" || name == "shift-jis" || name == "sjis") return "windows-31j";
  if (name == "utf8") return "utf-8";
  return name;
}

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::optional<DecodedText> convert(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Closer> from(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  const std::unique_ptr<UConverter, Closer> to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return std::nullopt;
  DecodedText decoded;
  decoded.encoding = encoding;
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  std::array<char, 8192> chunk{};
  bool reset = true;
  do {
    char* target = chunk.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, chunk.data() + chunk.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), reset, true, &status);
    reset = false;
    decoded.text.append(chunk.data(), static_cast<size_t>(target - chunk.data()));
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) return std::nullopt;
  decoded.mended = decoded.text.find("\uFFFD") != std::string::npos;
  return decoded;
}

DecodedText as_utf8(std::string bytes) {
  const bool valid = is_valid_utf8(bytes);
  return {valid ? std::move(bytes) : repair_utf8(std::move(bytes)), "UTF-8", !valid};
}

// Whether valid UTF-8 that was declared to be in another encoding is UTF-8 all the same: so many
// characters of several bytes, and none of them wrong, are no accident.
bool is_utf8_beyond_doubt(std::string_view bytes) {
  constexpr size_t enough = 4;
  size_t whole = 0;
  for (size_t at = 0; at < bytes.size() && whole < enough;) {
    if (decode_utf8(bytes, at) >= 0x80) ++whole;
  }
  return whole == enough;
}

// Whether bytes that are not all UTF-8 were meant to be: more characters of several bytes than
// wrong bytes.
bool has_utf8_characters(std::string_view bytes) {
  size_t whole = 0;
  size_t wrong = 0;
  for (size_t at = 0; at < bytes.size();) {
    const size_t start = at;
    const char32_t c = decode_utf8(bytes, at);
    if (c >= 0x80 && at > start + 1) ++whole;
    if (c == replacement_character && at == start + 1) ++wrong;
  }
  return whole > wrong;
}

// A single name out of ICU's detection; nothing where it is not sure enough.
std::optional<std::string> detected(std::string_view bytes) {
  constexpr size_t enough = 64 << 10;
  constexpr int32_t least_confidence = 20;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Closer> detector(ucsdet_open(&status));
  const std::string_view head = bytes.substr(0, enough);
  ucsdet_setText(detector.get(), head.data(), static_cast<int32_t>(head.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr ||
      ucsdet_getConfidence(match, &status) < least_confidence)
    return std::nullopt;
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) ? std::nullopt : std::optional<std::string>(usual_name(name));
}

// Whether it is Thai in windows-874 (TIS-620), which ICU does not detect: nothing but Thai letters
// above ASCII, and in runs as long as no language in Latin letters has them.
bool looks_thai(std::string_view bytes) {
  constexpr size_t shortest_average = 5;
  size_t letters = 0;
  size_t runs = 0;
  bool in_run = false;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 && (byte < 0xA1 || byte > 0xFB || (byte > 0xDA && byte < 0xDF))) return false;
    if (byte >= 0x80 && !in_run) ++runs;
    in_run = byte >= 0x80;
    letters += in_run ? 1 : 0;
  }
  return runs > 0 && letters / runs >= shortest_average;
}

bool is_unicode(std::string_view name) {
  return name.starts_with("utf-8") || name.starts_with("utf-16") || name.starts_with("utf-32");
}

}  // namespace

DecodedText decode_text(std::string bytes, std::string_view declared) {
  for (const Mark& mark : marks) {
    if (!std::string_view(bytes).starts_with(mark.bytes)) continue;
    bytes.erase(0, mark.bytes.size());
    if (mark.encoding == "UTF-8"sv) return as_utf8(std::move(bytes));
    if (auto decoded = convert(bytes, mark.encoding)) return *decoded;
  }
  if (const char* wide = by_zeros(bytes)) {
    if (auto decoded = convert(bytes, wide)) return *decoded;
  }
  const std::string name = usual_name(declared);
  const bool valid = is_valid_utf8(bytes);
  // Latin-1 is often declared out of habit; what is UTF-8 throughout is not so by chance.
  if (valid && (name == "windows-1252" || name == "iso-8859-15") && has_utf8_characters(bytes))
    return as_utf8(std::move(bytes));
  // UTF-16 without zeros and UTF-8 that is none are declared in error.
  if (!name.empty() && !is_unicode(name) && !(valid && is_utf8_beyond_doubt(bytes))) {
    if (auto decoded = convert(bytes, name)) return *decoded;
  }
  if (valid) return {std::move(bytes), "UTF-8", false};
  if (has_utf8_characters(bytes)) return as_utf8(std::move(bytes));
  const auto found = detected(bytes);
  if (looks_thai(bytes) && (!found || *found == "windows-1252")) {
    if (auto decoded = convert(bytes, "windows-874")) return *decoded;
  }
  if (found && !is_unicode(*found)) {
    if (auto decoded = convert(bytes, *found); decoded && !decoded->mended) return *decoded;
  }
  return {windows_1252_to_utf8(bytes), "windows-1252", false};
}

bool has_wide_characters(std::string_view bytes) {
  return by_zeros(bytes) != nullptr ||
         std::any_of(marks.begin(), marks.end(), [bytes](const Mark& mark) {
           return mark.encoding != "UTF-8"sv && bytes.starts_with(mark.bytes);
         });
}

std::string mend_controls(std::string text) {
  if (text.find('\xC2') == std::string::npos) return text;
  bool has_controls = false;
  bool latin_1 = true;
  std::string bytes;  // as they were, if it is UTF-8 read as Latin-1
  std::string mended;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    const char byte = static_cast<char>(c);
    const bool control = c >= 0x80 && c < 0xA0;
    has_controls = has_controls || control;
    latin_1 = latin_1 && c < 0x100;
    bytes += byte;
    if (control) {
      mended += windows_1252_to_utf8({&byte, 1});
    } else {
      append_utf8(mended, c);
    }
  }
  if (!has_controls) return text;
  return latin_1 && is_valid_utf8(bytes) ? bytes : mended;
}

std::string declared_in_xml(std::string_view bytes) {
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
  const size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  const size_t open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const size_t close = declaration.find(declaration[open], open + 1);
  return close == std::string_view::npos
             ? std::string()
             : std::string(declaration.substr(open + 1, close - open - 1));
}

}  // namespace chancery
