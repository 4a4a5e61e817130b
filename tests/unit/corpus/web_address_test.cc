// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/web_address.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(ResolveAddress, AsRfc3986HasIt) {
  const std::string base = "http://a/b/c/d;p?q";
  const struct {
    std::string base, reference, address;
  } cases[] = {
      {base, "g:h", "g:h"},
      {base, "g", "http://a/b/c/g"},
      {base, "./g", "http://a/b/c/g"},
      {base, "g/", "http://a/b/c/g/"},
      {base, "/g", "http://a/g"},
      {base, "//g", "http://g"},
      {base, "?y", "http://a/b/c/d;p?y"},
      {base, "g?y/../x", "http://a/b/c/g?y/../x"},
      {base, "#s", "http://a/b/c/d;p?q#s"},
      {base, "", ""},
      {base, "..", "http://a/b/"},
      {base, "../g", "http://a/b/g"},
      {base, "../../../../g", "http://a/g"},
      {base, "g;x=1/../y", "http://a/b/c/y"},
      {"http://a", "g", "http://a/g"},
      {"", "g", "g"},
      {"c/d", "g", "g"},
      {"tag:a,2018:b", "g", "g"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(resolve_address(c.base, c.reference), c.address) << c.reference;
}

TEST(IsAbsolute, WithAScheme) {
  EXPECT_TRUE(is_absolute("https://un.org/"));
  EXPECT_TRUE(is_absolute("tag:x"));
  EXPECT_FALSE(is_absolute("/a:b"));
  EXPECT_FALSE(is_absolute("Reuters / AFP: joint"));
  EXPECT_FALSE(is_absolute(""));
}

}  // namespace
}  // namespace chancery
