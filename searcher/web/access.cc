// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/access.h"

#include <algorithm>
#include <fstream>

#include "common/error.h"

namespace chancery::web {
namespace {

constexpr size_t shortest_token = 16;

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  unsigned held = 0;
  for (const char c : text) {
    const int digit = base64_digit(c);
    if (digit < 0) break;
    held = held << 6U | static_cast<unsigned>(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFFU);
  }
  return bytes;
}

// Looks at each byte of the token, wherever the first difference is.
bool same(std::string_view given, std::string_view token) {
  volatile unsigned difference = given.size() == token.size() ? 0 : 1;
  for (size_t i = 0; i < token.size(); ++i) {
    const char other = i < given.size() ? given[i] : '\0';
    difference = difference | static_cast<unsigned>(static_cast<unsigned char>(token[i] ^ other));
  }
  return difference == 0;
}

}  // namespace

std::string read_token(const std::string& path) {
  std::ifstream in(path);
  std::string token;
  if (!in || !std::getline(in, token)) throw Error("cannot read a token from '" + path + "'");
  while (!token.empty() && (token.back() == '\r' || token.back() == ' ')) token.pop_back();
  if (token.size() < shortest_token) {
    throw Error("the token in '" + path + "' is too short; make one with: openssl rand -hex 24");
  }
  return token;
}

bool is_authorized(std::string_view authorization, const std::string& token) {
  constexpr std::string_view bearer = "Bearer ";
  constexpr std::string_view basic = "Basic ";
  if (authorization.starts_with(bearer)) return same(authorization.substr(bearer.size()), token);
  if (!authorization.starts_with(basic)) return false;
  const std::string credentials = from_base64(authorization.substr(basic.size()));
  const size_t colon = std::min(credentials.find(':'), credentials.size());
  return same(std::string_view(credentials).substr(std::min(colon + 1, credentials.size())), token);
}

bool is_loopback(std::string_view host) {
  const size_t colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos)
    host = host.substr(0, colon);
  const bool is_number = host.find_first_not_of("0123456789.") == std::string_view::npos;
  return host == "localhost" || host == "[::1]" || (is_number && host.starts_with("127."));
}

}  // namespace chancery::web
