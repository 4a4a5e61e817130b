// SPDX-License-Identifier: GPL-2.0-or-later
/// A stored HTTP response (RFC 9110, RFC 9112): its status, headers and body.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery {

/// Headers as mail, HTTP and WARC write them: "Name: value" on lines, continued ones joined.
class HeaderFields {
 public:
  /// Reads the lines of `text`; what is no header line is passed over.
  explicit HeaderFields(std::string_view text = {});
  /// The first value of that name, in whatever case; empty for none.
  std::string_view value(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct HttpResponse {
  int status = 0;  ///< 0: `record` begins with no status line, as some archives have them
  HeaderFields headers;
  std::string body;  ///< out of its chunks, decompressed
};

/// The response in `record`. Throws ArticleError where the body is packed in a way that is not
/// known, is broken, or larger than `limit`. Chunks that are none are taken for the body itself:
/// some crawlers keep the header and undo the chunks.
HttpResponse read_http_response(std::string record, size_t limit);

/// "text/html" of "text/HTML; charset=utf-8"; in lower case.
std::string media_type(std::string_view content_type);

/// "utf-8" of "text/html; charset="utf-8""; empty for none.
std::string charset_of(std::string_view content_type);

}  // namespace chancery
