// SPDX-License-Identifier: GPL-2.0-or-later
/// Web archives: the pages in them, however the server sent them, and records that are broken.
#include <gtest/gtest.h>

#include "common/error.h"
#include "corpus/http_response.h"
#include "tests/unit/corpus/read_format.h"

namespace chancery {
namespace {

const std::string text =
    "The envoys met on Monday in Geneva, two days before the truce ends, and spoke for six hours behind closed doors.";
const std::string page =
    "<html><head><title>H</title></head><body><p>" + text + "</p></body></html>";

std::string record(const std::string& type, const std::string& content_type,
                   const std::string& block,
                   const std::string& address = "https://w.example/2018/12/26/h") {
  return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + address +
         "\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& headers, const std::string& body,
                     const std::string& status = "200 OK") {
  return record("response", "application/http; msgtype=response",
                "HTTP/1.1 " + status + "\r\n" + headers + "\r\n\r\n" + body);
}

TEST(Warc, PagesAreReadHoweverTheServerSentThem) {
  const std::string half = page.substr(0, 40);
  const std::string rest = page.substr(40);
  char size[8];
  std::snprintf(size, sizeof size, "%zx", rest.size());
  const struct {
    const char* what;
    std::string archive;
  } cases[] = {
      {"plain", response("Content-Type: text/html; charset=utf-8", page)},
      {"chunked", response("Content-Type: text/html\r\nTransfer-Encoding: chunked",
                           "28\r\n" + half + "\r\n" + size + ";x=1\r\n" + rest + "\r\n0\r\n\r\n")},
      {"chunks undone by the crawler",
       response("Content-Type: text/html\r\nTransfer-Encoding: chunked", page)},
      {"gzip undone by the crawler",
       response("Content-Type: text/html\r\nContent-Encoding: gzip", page)},
      {"lines ended by LF", response("Content-Type: TEXT/HTML\nX: y", page)},
      {"no type", response("X: y", page)},
      {"resource", record("resource", "text/html", page)},
      {"wget's address", record("resource", "text/html", page, "<https://w.example/2018/12/26/h>")},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(recognise_format(c.archive), &warc);
    const Read got = read(warc, c.archive);
    ASSERT_EQ(got.articles.size(), 1U) << c.what;
    EXPECT_EQ(shown(got.articles[0]),
              "https://w.example/2018/12/26/h|H|" + text + "|2018-12-26|w.example|||")
        << c.what;
    EXPECT_TRUE(got.rejects.empty()) << c.what;
  }
}

TEST(Warc, AnAddressInNoEncodingIsMended) {
  const Read got =
      read(warc, record("resource", "text/html", page, "https://w.example/2018/12/26/\xC6\xD0"));
  ASSERT_EQ(got.articles.size(), 1U);
  EXPECT_EQ(got.articles[0].url, "https://w.example/2018/12/26/\uFFFD\uFFFD");
}

TEST(Warc, PackedBodiesAreUnpacked) {
  const unsigned char gzip[] = {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02,
                                0x03, 0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x82,
                                0x89, 0xd1, 0xf7, 0x05, 0x00, 0x00, 0x00};
  const std::string packed(reinterpret_cast<const char*>(gzip), sizeof gzip);
  EXPECT_EQ(
      read_http_response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + packed, 100).body,
      "Hello");
  EXPECT_EQ(read_http_response(
                "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n" + packed.substr(10, 7), 100)
                .body,
            "Hello");
  EXPECT_THROW(read_http_response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + packed, 4),
               ArticleError);
  EXPECT_THROW(read_http_response("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nx", 100),
               ArticleError);
  EXPECT_THROW(read_http_response(
                   "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8bxxxxxxxxxxxxxx", 100),
               ArticleError);
}

TEST(Warc, WhatIsNoPageIsPassedOver) {
  const Read got = read(warc, record("warcinfo", "application/warc-fields", "software: x") +
                                  record("request", "application/http", "GET / HTTP/1.1\r\n\r\n") +
                                  record("metadata", "text/plain", "x") +
                                  record("revisit", "application/http", "HTTP/1.1 200 OK\r\n\r\n") +
                                  response("Content-Type: image/png", "\x89PNG") +
                                  response("Content-Type: text/html", page, "404 Not Found") +
                                  record("response", "text/dns", "20240101 w.example. A 1.2.3.4"));
  EXPECT_TRUE(got.articles.empty());
  EXPECT_TRUE(got.rejects.empty());
}

TEST(Warc, ABrokenRecordDoesNotTakeTheNextWithIt) {
  const std::string good = response("Content-Type: text/html", page);
  const struct {
    const char* what;
    std::string broken;
    const char* reject;
  } cases[] = {
      {"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n",
       "offset 0: a WARC record without a Content-Length"},
      {"a length that is none",
       "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx\r\n",
       "offset 0: a WARC record without a Content-Length"},
      {"too short a length",
       "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 1\r\n\r\nabc\r\ndef\r\n\r\n",
       "offset 53: no WARC record begins here"},
      {"too long a length",
       "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
       "offset 0: a record larger than 13 MiB"},
      {"a header cut short", "WARC/1.0\r\nWARC-Type: response\r\n",
       "offset 0: a WARC record whose header does not end"},
  };
  for (const auto& c : cases) {
    const Read got = read(warc, c.broken + good);
    EXPECT_EQ(got.articles.size(), 1U) << c.what;
    ASSERT_FALSE(got.rejects.empty()) << c.what;
    EXPECT_EQ(got.rejects[0], c.reject) << c.what;
  }
  EXPECT_EQ(read(warc, good + good.substr(0, 300)).rejects.size(), 1U);
}

}  // namespace
}  // namespace chancery
