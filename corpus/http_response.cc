// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/http_response.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "common/error.h"
#include "common/fold.h"

namespace chancery {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

// Where the headers end, and where the body begins.
std::pair<size_t, size_t> end_of_headers(std::string_view text) {
  const size_t crlf = text.find("\r\n\r\n");
  const size_t lf = text.find("\n\n");
  if (crlf < lf) return {crlf, crlf + 4};
  return lf == std::string_view::npos ? std::pair(text.size(), text.size()) : std::pair(lf, lf + 2);
}

// The body out of its chunks; nothing where it is in none. A body that is cut short gives what is
// there.
std::optional<std::string> without_chunks(std::string_view text) {
  std::string body;
  for (bool first = true;; first = false) {
    const size_t end = text.find('\n');
    size_t size = 0;
    const std::string_view line = trimmed(text.substr(0, end));
    const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool whole =
        error == std::errc() && (stop == line.data() + line.size() || *stop == ';' || *stop == ' ');
    if (end == std::string_view::npos || !whole) return first ? std::nullopt : std::optional(body);
    text.remove_prefix(end + 1);
    if (size == 0) return body;
    body += text.substr(0, size);
    if (size >= text.size()) return body;
    text.remove_prefix(size);
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
}

struct Closer {
  void operator()(z_stream* stream) const {
    inflateEnd(stream);
    delete stream;
  }
};

// `window_bits` as zlib has it: 47 for gzip and zlib, -15 for bare deflate.
std::optional<std::string> inflated(std::string_view packed, int window_bits, size_t limit) {
  const std::unique_ptr<z_stream, Closer> stream(new z_stream{});
  if (inflateInit2(stream.get(), window_bits) != Z_OK) return std::nullopt;
  stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream->avail_in = static_cast<uInt>(packed.size());
  std::string body;
  std::array<char, 64 << 10> piece{};
  int status = Z_OK;
  while (status == Z_OK) {
    stream->next_out = reinterpret_cast<Bytef*>(piece.data());
    stream->avail_out = static_cast<uInt>(piece.size());
    status = inflate(stream.get(), Z_NO_FLUSH);
    body.append(piece.data(), piece.size() - stream->avail_out);
    if (body.size() > limit)
      throw ArticleError("a page larger than " + std::to_string(limit >> 20) + " MiB");
  }
  // Z_BUF_ERROR: cut short
  if (status != Z_STREAM_END && (status != Z_BUF_ERROR || body.empty())) return std::nullopt;
  return body;
}

std::string decompressed(std::string body, const std::string& encoding, size_t limit) {
  if (encoding.empty() || encoding == "identity" || encoding == "utf-8") return body;
  const bool gzip = encoding == "gzip" || encoding == "x-gzip";
  if (!gzip && encoding != "deflate")
    throw ArticleError("Content-Encoding '" + encoding.substr(0, 30) + "' is not known");
  if (gzip && !body.starts_with("\x1f\x8b")) return body;  // the crawler has undone it already
  if (auto plain = inflated(body, 47, limit)) return *plain;
  if (auto plain = gzip ? std::nullopt : inflated(body, -15, limit)) return *plain;
  if (!gzip && body.find('<') < 100) return body;
  throw ArticleError("its " + encoding + " is damaged");
}

}  // namespace

HeaderFields::HeaderFields(std::string_view text) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool continued = line.starts_with(' ') || line.starts_with('\t');
    const size_t colon = line.find(':');
    if (continued && !fields_.empty()) {
      fields_.back().second.append(" ").append(trimmed(line));
    } else if (colon != std::string_view::npos) {
      fields_.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    }
  }
}

std::string_view HeaderFields::value(std::string_view name) const {
  const std::string wanted = lower(name);
  for (const auto& [key, value] : fields_) {
    if (key == wanted) return value;
  }
  return {};
}

HttpResponse read_http_response(std::string record, size_t limit) {
  HttpResponse response;
  if (!record.starts_with("HTTP/")) {
    response.body = std::move(record);
    return response;
  }
  const auto [end, start] = end_of_headers(record);
  const std::string_view head = std::string_view(record).substr(0, end);
  const size_t space = head.find(' ');
  if (space != std::string_view::npos)
    std::from_chars(head.data() + space + 1, head.data() + head.size(), response.status);
  response.headers = HeaderFields(head.substr(std::min(head.find('\n'), head.size())));
  response.body = record.substr(start);
  if (lower(response.headers.value("Transfer-Encoding")).find("chunked") != std::string::npos) {
    if (auto body = without_chunks(response.body)) response.body = std::move(*body);
  }
  response.body = decompressed(std::move(response.body),
                               lower(response.headers.value("Content-Encoding")), limit);
  return response;
}

std::string media_type(std::string_view content_type) {
  return lower(trimmed(content_type.substr(0, content_type.find_first_of(";,"))));
}

std::string charset_of(std::string_view content_type) {
  const std::string text = lower(content_type);
  const size_t at = text.find("charset=");
  if (at == std::string::npos) return {};
  const size_t start = std::min(text.find_first_not_of("\"' ", at + 8), text.size());
  return text.substr(start, text.find_first_of("\"'; ,", start) - start);
}

}  // namespace chancery
