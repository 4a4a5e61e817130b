// SPDX-License-Identifier: GPL-2.0-or-later
/// WARC 1.0 and 1.1 (ISO 28500; iipc.github.io/warc-specifications): the pages of HTML in a web
/// archive, out of its response and resource records. WARC-Date is when a page was fetched, and so
/// no article's date.
#include <algorithm>
#include <charconv>

#include "common/error.h"
#include "common/utf8.h"
#include "corpus/formats.h"
#include "corpus/html/html_page.h"
#include "corpus/html/html_tree.h"
#include "corpus/http_response.h"

namespace chancery {
namespace {

constexpr size_t longest_line = 64 << 10;
constexpr size_t most_header_lines = 1000;

// Before the page's own limit: headers, chunks, and markup that a page may have been packed to.
constexpr size_t largest_record = largest_page + (size_t{1} << 20);

bool is_version(std::string_view line) {
  return line.starts_with("WARC/1.") || line.starts_with("WARC/0.");
}

class WarcReader {
 public:
  WarcReader(ByteSource& source, const ArticleSink& sink) : source_(&source), sink_(sink) {}

  void read() {
    bool skipping = false;
    while (next_line()) {
      if (is_version(line_)) {
        skipping = false;
        read_record();
      } else if (!line_.empty() && !skipping) {
        skipping = true;  // said once, then on to the next record
        sink_.reject(place(line_start_), "no WARC record begins here");
      }
    }
  }

 private:
  static std::string place(size_t offset) { return "offset " + std::to_string(offset); }

  // False at the end. A line that is too long to be one of a header gives an unusable one.
  bool next_line() {
    if (held_back_) {
      held_back_ = false;
      return true;
    }
    line_start_ = offset_;
    if (source_->read_line(line_, largest_item) == ByteSource::Line::end) return false;
    offset_ += line_.size() + 1;
    if (line_.size() > longest_line) line_ = "?";
    if (line_.ends_with('\r')) line_.pop_back();
    return true;
  }

  void read_record() {
    const size_t start = line_start_;
    std::string text;
    size_t lines = 0;
    while (next_line() && !line_.empty()) {
      if (is_version(line_) || ++lines > most_header_lines) {
        held_back_ = is_version(line_);
        sink_.reject(place(start), "a WARC record whose header does not end");
        return;
      }
      text += line_ + '\n';
    }
    const HeaderFields headers(text);
    const std::string_view length = headers.value("Content-Length");
    size_t size = 0;
    const auto [stop, error] = std::from_chars(length.data(), length.data() + length.size(), size);
    if (error != std::errc() || stop != length.data() + length.size()) {
      sink_.reject(place(start), "a WARC record without a Content-Length");
      return;
    }
    const bool wanted = is_page_record(headers);
    std::string block;
    const size_t block_start = offset_;
    const bool whole = take(size, block);
    if (!whole) read_on_within(block, block_start);
    if (!wanted && whole) return;
    try {
      if (wanted && size > largest_record)
        throw ArticleError("a record larger than " + std::to_string(largest_record >> 20) + " MiB");
      if (!whole) throw ArticleError("a WARC record that is cut short");
      read_page(std::move(block), headers);
    } catch (const ArticleError& failure) {
      sink_.reject(place(start), failure.what());
    }
  }

  // Whatever is of another type or known by its header to be no page (a picture, a DNS answer) is
  // none.
  static bool is_page_record(const HeaderFields& headers) {
    const std::string type = media_type(headers.value("WARC-Type"));
    const std::string content = media_type(headers.value("Content-Type"));
    if (type == "response")
      return content.empty() || content == "application/http" || is_html_type(content);
    return type == "resource" && is_html_type(content);
  }

  static bool is_html_type(const std::string& type) {
    return type == "text/html" || type == "application/xhtml+xml";
  }

  // Takes `size` bytes; keeps as many of them as a record may have. Whether there were so many.
  bool take(size_t size, std::string& block) {
    std::string piece(64 << 10, '\0');
    while (size > 0) {
      const size_t got = source_->read(piece.data(), std::min(size, piece.size()));
      if (got == 0) return false;
      if (block.size() < largest_record) block.append(piece, 0, got);
      offset_ += got;
      size -= got;
    }
    return true;
  }

  // A record whose length is wrong has taken all that follows: reads on at the next that begins in
  // it.
  void read_on_within(const std::string& block, size_t block_start) {
    constexpr size_t most = 100;
    const size_t next = block.find("\nWARC/1.");
    if (next == std::string::npos || ++overruns_ > most) return;
    rest_ = source_of_text(source_->name(), block.substr(next + 1));
    source_ = rest_.get();
    offset_ = block_start + next + 1;
  }

  void read_page(std::string block, const HeaderFields& headers) {
    HttpResponse response = read_http_response(std::move(block), largest_page);
    if (response.status != 0 && response.status != 200) return;
    const std::string_view content_type = response.status != 0
                                              ? response.headers.value("Content-Type")
                                              : headers.value("Content-Type");
    const std::string type = media_type(content_type);
    // Without a type, or as bare HTTP, a page is told by its beginning.
    if (!is_html_type(type) &&
        !((type.empty() || response.status == 0) && starts_as_html(response.body)))
      return;
    std::string_view address = headers.value("WARC-Target-URI");
    if (address.starts_with('<') && address.ends_with('>'))
      address = address.substr(1, address.size() - 2);  // as wget writes it
    auto article = read_web_page(
        {std::move(response.body), charset_of(content_type), repair_utf8(std::string(address))});
    if (!article) return;
    if (!article->title.empty() || !article->text.empty()) sink_.article(std::move(*article));
  }

  ByteSource* source_;
  std::unique_ptr<ByteSource> rest_;  // behind a record that overran
  size_t overruns_ = 0;
  const ArticleSink& sink_;
  std::string line_;
  bool held_back_ = false;
  size_t line_start_ = 0;
  size_t offset_ = 0;
};

void read(ByteSource& source, const ArticleSink& sink) { WarcReader(source, sink).read(); }

}  // namespace

const Format warc = {"warc", "web archives, WARC 1.0 and 1.1: the news pages in them", is_version,
                     read};

}  // namespace chancery
