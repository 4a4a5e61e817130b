// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/web_address.h"

namespace chancery {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Where the scheme's ':' stands; npos where there is none.
size_t end_of_scheme(std::string_view address) {
  if (address.empty() || !is_letter(address[0])) return std::string_view::npos;
  for (size_t at = 1; at < address.size(); ++at) {
    const char c = address[at];
    if (c == ':') return at;
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.')
      return std::string_view::npos;
  }
  return std::string_view::npos;
}

// Section 5.2.4: "/a/b/../c" -> "/a/c".
std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const size_t slash = path.find('/', 1);
    const std::string_view segment = path.substr(0, slash);
    const bool last = slash == std::string_view::npos;
    if (segment == "/..") {
      const size_t parent = out.rfind('/');
      out.erase(parent == std::string::npos ? 0 : parent);
      if (last) out += '/';
    } else if (segment == "/.") {
      if (last) out += '/';
    } else {
      out += segment;
    }
    path.remove_prefix(segment.size());
  }
  return out;
}

}  // namespace

bool is_absolute(std::string_view address) {
  return end_of_scheme(address) != std::string_view::npos;
}

std::string resolve_address(std::string_view base, std::string_view reference) {
  const size_t scheme = end_of_scheme(base);
  if (scheme == std::string_view::npos || is_absolute(reference) || reference.empty())
    return std::string(reference);
  const std::string_view scheme_part = base.substr(0, scheme + 1);
  if (reference.starts_with("//")) return std::string(scheme_part) + std::string(reference);
  const std::string_view rest = base.substr(scheme + 1);
  if (!rest.starts_with("//"))
    return std::string(reference);  // "mailto:", "tag:": nothing is relative to them
  const size_t path_start = std::min(rest.find_first_of("/?#", 2), rest.size());
  const std::string host = std::string(scheme_part) + std::string(rest.substr(0, path_start));
  const std::string_view behind = rest.substr(path_start);
  const std::string_view path = behind.substr(0, behind.find_first_of("?#"));
  if (reference[0] == '#')
    return std::string(base.substr(0, base.find('#'))) + std::string(reference);
  if (reference[0] == '?') return host + std::string(path) + std::string(reference);
  const size_t tail_start = std::min(reference.find_first_of("?#"), reference.size());
  const std::string tail(reference.substr(tail_start));
  const std::string wanted(reference.substr(0, tail_start));
  if (reference[0] == '/') return host + without_dots(wanted) + tail;
  const size_t slash = path.rfind('/');
  const std::string folder =
      slash == std::string_view::npos ? "/" : std::string(path.substr(0, slash + 1));
  return host + without_dots(folder + wanted) + tail;
}

}  // namespace chancery
