// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

#include "common/error.h"
#include "common/utf8.h"

namespace chancery {
namespace {

bool is_dangerous(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

std::string make_safe(std::string_view text, bool keep_lines) {
  std::string safe;
  safe.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    if (c == U'\n' && keep_lines) {
      safe += '\n';
    } else if (c == U'\n' || c == U'\t') {
      safe += ' ';
    } else {
      append_utf8(safe, is_dangerous(c) ? replacement_character : c);
    }
  }
  return safe;
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

}  // namespace

When parse_when(std::string_view option, std::string_view text) {
  if (text == "auto") return When::automatic;
  if (text == "always") return When::always;
  if (text == "never") return When::never;
  throw UsageError(std::string(option) + " is auto, always or never, not '" + std::string(text) +
                   "'");
}

bool is_terminal(int file_descriptor) { return isatty(file_descriptor) == 1; }

bool wants_colour(When when, int file_descriptor) {
  if (when != When::automatic) return when == When::always;
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  return is_terminal(file_descriptor) && !dumb && !is_set("NO_COLOR");
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

std::string one_safe_line(std::string_view text) { return make_safe(text, false); }
std::string safe_lines(std::string_view text) { return make_safe(text, true); }

}  // namespace chancery
