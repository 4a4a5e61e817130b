// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_scanner.h"

#include <algorithm>
#include <array>

#include "common/error.h"

namespace chancery {
namespace {

std::string_view name_of_tag(std::string_view raw) {
  raw.remove_prefix(std::min(raw.find_first_not_of("</"), raw.size()));  // "<<<" has none
  return raw.substr(0, raw.find_first_of(" \t\r\n/<>"));
}

}  // namespace

bool XmlScanner::fill() {
  if (buffer_.size() - taken_ > largest_item) {
    buffer_.clear();  // so that the next call goes on behind it
    taken_ = 0;
    throw ArticleError("a tag or comment larger than " + std::to_string(largest_item >> 20) +
                       " MiB");
  }
  std::array<char, 64 << 10> chunk;
  const size_t got = source_.read(chunk.data(), chunk.size());
  buffer_.append(chunk.data(), got);
  return got > 0;
}

// Where `what` begins at or behind `from`; npos where it does not come any more.
size_t XmlScanner::find(std::string_view what, size_t from) {
  for (;;) {
    if (const size_t at = buffer_.find(what, from); at != std::string::npos) return at;
    from = buffer_.size() < what.size() ? from : std::max(from, buffer_.size() - what.size() + 1);
    if (!fill()) return std::string::npos;
  }
}

// A '>' within quotes ends no tag. But XML has no '<' there: then the closing quote is missing, and
// the first '>' was the end.
size_t XmlScanner::end_of_tag(size_t from) {
  char quote = '\0';
  size_t within_quotes = 0;
  for (size_t at = from;; ++at) {
    if (at == buffer_.size() && !fill())
      return within_quotes > 0 ? within_quotes : std::string::npos;
    const char c = buffer_[at];
    if (quote != '\0') {
      if (c == '<' && within_quotes > 0) return within_quotes;
      if (c == '>' && within_quotes == 0) within_quotes = at + 1;
      if (c == quote) {
        quote = '\0';
        within_quotes = 0;
      }
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
}

// <!DOCTYPE … [ … ]>
size_t XmlScanner::end_of_doctype() {
  int depth = 0;
  for (size_t at = taken_;; ++at) {
    if (at == buffer_.size() && !fill()) return std::string::npos;
    if (buffer_[at] == '[') ++depth;
    if (buffer_[at] == ']') --depth;
    if (buffer_[at] == '>' && depth <= 0) return at + 1;
  }
}

size_t XmlScanner::end_of_markup() {
  constexpr size_t longest_opening = 9;
  while (buffer_.size() - taken_ < longest_opening && fill()) {
  }
  const std::string_view rest = std::string_view(buffer_).substr(taken_);
  const auto behind = [this](std::string_view closing, size_t from) {
    const size_t at = find(closing, taken_ + from);
    return at == std::string::npos ? at : at + closing.size();
  };
  if (rest.starts_with("<!--")) return behind("-->", 4);
  if (rest.starts_with("<![CDATA[")) return behind("]]>", 9);
  if (rest.starts_with("<?")) return behind("?>", 2);
  if (rest.starts_with("<!")) return end_of_doctype();
  return end_of_tag(taken_ + 1);
}

// "a < b" has no tag.
bool XmlScanner::at_markup() {
  if (buffer_.front() != '<' || (buffer_.size() == 1 && !fill())) return false;
  const char next = buffer_[1];
  return starts_xml_name(next) || next == '/' || next == '!' || next == '?';
}

bool XmlScanner::next(Token& token) {
  buffer_.erase(0, taken_);
  taken_ = 0;
  if (buffer_.empty() && !fill()) return false;
  size_t end = 0;
  const bool markup = at_markup();
  if (markup) {
    end = end_of_markup();
  } else {
    end = buffer_.find('<', 1);  // text is given as far as it is read
  }
  if (end == std::string::npos) end = buffer_.size();
  taken_ = end;
  token.raw = std::string_view(buffer_).substr(0, end);
  token.name = {};
  token.type = Type::text;
  if (!markup) return true;
  token.type = Type::other;
  if (token.raw.size() < 3 || token.raw[1] == '!' || token.raw[1] == '?') return true;
  token.name = name_of_tag(token.raw);
  token.type = token.raw[1] == '/'         ? Type::end
               : token.raw.ends_with("/>") ? Type::empty
                                           : Type::start;
  return true;
}

bool starts_xml_name(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || c == '_' || c == ':' || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

std::string_view without_prefix(std::string_view name) {
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace chancery
