// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/byte_source.h"

#include <gtest/gtest.h>

#include <cstring>

#include "common/error.h"

namespace chancery {
namespace {

// Gives `text` a few bytes at a time.
ByteSource source_of(std::string text, size_t step = 3) {
  return ByteSource("test",
                    [text = std::move(text), step, at = size_t{0}](char* out, size_t size) mutable {
                      const size_t count = std::min({step, size, text.size() - at});
                      std::memcpy(out, text.data() + at, count);
                      at += count;
                      return count;
                    });
}

TEST(ByteSource, LinesEndWithOrWithoutALastLineFeed) {
  for (const char* text : {"one\n\nthree", "one\n\nthree\n"}) {
    ByteSource source = source_of(text);
    std::string line;
    std::string all;
    while (source.read_line(line, 100) == ByteSource::Line::read) all += line + "|";
    EXPECT_EQ(all, "one||three|") << text;
  }
}

TEST(ByteSource, ALineTooLongIsTakenAndTheNextOneReads) {
  ByteSource source = source_of(std::string(1000, 'x') + "\nnext\n");
  std::string line;
  EXPECT_EQ(source.read_line(line, 100), ByteSource::Line::too_long);
  EXPECT_EQ(line, "");
  EXPECT_EQ(source.read_line(line, 100), ByteSource::Line::read);
  EXPECT_EQ(line, "next");
  EXPECT_EQ(source.read_line(line, 100), ByteSource::Line::end);
}

TEST(ByteSource, PeekTakesNothing) {
  ByteSource source = source_of("abcdef");
  EXPECT_EQ(source.peek(4), "abcd");
  EXPECT_EQ(source.peek(100), "abcdef");
  EXPECT_EQ(source.read_all(100), "abcdef");
}

TEST(ByteSource, AllIsLimited) {
  ByteSource source = source_of(std::string(100, 'x'));
  EXPECT_THROW(source.read_all(50), ArticleError);
  ByteSource peeked = source_of(std::string(100, 'x'));
  peeked.peek(200);
  EXPECT_THROW(peeked.read_all(50), ArticleError);
}

TEST(ByteSource, BrokenBytesEndTheSourceAfterWhatWasGood) {
  int calls = 0;
  ByteSource source("test", [&calls](char* out, size_t) -> size_t {
    if (++calls > 1) throw ArticleError("broken");
    std::memcpy(out, "good\nbad", 8);
    return 8;
  });
  std::string line;
  EXPECT_EQ(source.read_line(line, 100), ByteSource::Line::read);
  EXPECT_EQ(line, "good");
  EXPECT_THROW(source.read_line(line, 100), ArticleError);
}

}  // namespace
}  // namespace chancery
