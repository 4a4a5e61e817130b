// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/parameters.h"

#include <algorithm>
#include <string_view>

namespace chancery::web {

bool Parameters::has(const std::string& name, const std::string& value) const {
  return std::find(pairs_.begin(), pairs_.end(), Pair(name, value)) != pairs_.end();
}

std::string Parameters::get(const std::string& name) const {
  for (const Pair& pair : pairs_) {
    if (pair.first == name) return pair.second;
  }
  return {};
}

std::vector<std::string> Parameters::all(const std::string& name) const {
  std::vector<std::string> values;
  for (const Pair& pair : pairs_) {
    if (pair.first == name) values.push_back(pair.second);
  }
  return values;
}

Parameters Parameters::with(const std::string& name, const std::string& value) const {
  Parameters copy = *this;
  if (!has(name, value)) copy.pairs_.emplace_back(name, value);
  return copy;
}

Parameters Parameters::replaced(const std::string& name, const std::string& value) const {
  return without(name).with(name, value);
}

Parameters Parameters::without(const std::string& name, const std::string& value) const {
  Parameters copy = *this;
  std::erase(copy.pairs_, Pair(name, value));
  return copy;
}

Parameters Parameters::without(const std::string& name) const {
  Parameters copy = *this;
  std::erase_if(copy.pairs_, [&](const Pair& pair) { return pair.first == name; });
  return copy;
}

std::string Parameters::to_query() const {
  std::string query;
  for (const auto& [name, value] : pairs_) {
    if (value.empty()) continue;
    query += (query.empty() ? '?' : '&') + percent_encoded(name) + '=' + percent_encoded(value);
  }
  return query;
}

std::string percent_encoded(const std::string& text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += {'%', hex[byte >> 4U], hex[byte & 0xFU]};
  }
  return encoded;
}

}  // namespace chancery::web
