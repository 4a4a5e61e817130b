// SPDX-License-Identifier: GPL-2.0-or-later
/// The parameters of a request: which names with which values. The state of the page is nothing
/// else, so a link to another state is the parameters with one of them changed.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace chancery::web {

class Parameters {
 public:
  using Pair = std::pair<std::string, std::string>;

  Parameters() = default;
  explicit Parameters(std::vector<Pair> pairs) : pairs_(std::move(pairs)) {}

  const std::vector<Pair>& pairs() const { return pairs_; }

  bool has(const std::string& name, const std::string& value) const;

  /// The first value of that name; empty where there is none.
  std::string get(const std::string& name) const;
  std::vector<std::string> all(const std::string& name) const;

  /// Copies: with one more; with one in the place of all of its name; without one; without a name.
  Parameters with(const std::string& name, const std::string& value) const;
  Parameters replaced(const std::string& name, const std::string& value) const;
  Parameters without(const std::string& name, const std::string& value) const;
  Parameters without(const std::string& name) const;

  /// "?q=peace&person=sergey-lavrov", percent-encoded; "" for none. Empty values are left out.
  std::string to_query() const;

 private:
  std::vector<Pair> pairs_;
};

/// Percent-encoded for a path or a value: all but letters, digits and -._~
std::string percent_encoded(const std::string& text);

}  // namespace chancery::web
