// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_items.h"

#include <algorithm>

#include "common/error.h"
#include "corpus/encoding.h"
#include "corpus/xml/xml.h"
#include "corpus/xml/xml_mender.h"

namespace chancery {
namespace {

constexpr size_t largest_head = 4 << 20;
constexpr size_t deepest = 500;  // elements around the items
// Each item is parsed within the tags around it, so that it has their namespaces. Beyond this many
// bytes, which no honest file has, these come without their attributes.
constexpr size_t largest_tags = 16 << 10;

}  // namespace

XmlItems::XmlItems(ByteSource& source, std::vector<std::string_view> names, Ill ill, Wanted wanted)
    : names_(std::move(names)), ill_(ill), wanted_(std::move(wanted)) {
  const std::string_view head = source.peek(largest_item + 1);
  const std::string declared = declared_in_xml(head.substr(0, 1024));
  if (head.size() <= largest_item) {
    DecodedText text = decode_text(source.read_all(largest_item), declared);
    mended_ = text.mended;
    decoded_ = source_of_text(source.name(), std::move(text.text));
    scanner_ = std::make_unique<XmlScanner>(*decoded_);
    return;
  }
  if (has_wide_characters(head)) {
    throw ArticleError("UTF-16 or UTF-32 and larger than " + std::to_string(largest_item >> 20) +
                       " MiB; convert it to UTF-8");
  }
  declared_ = declared;
  scanner_ = std::make_unique<XmlScanner>(source);
}

bool XmlItems::is_item(const XmlScanner::Token& token) const {
  return std::find(names_.begin(), names_.end(), without_prefix(token.name)) != names_.end() &&
         (!wanted_ || wanted_(token.raw));
}

bool XmlItems::scan(XmlScanner::Token& token) {
  if (ended_) return false;
  if (!unread_) return scanner_->next(token);
  token = *unread_;
  unread_.reset();
  return true;
}

// Whether `token` shows that the `item` before it was not closed.
bool XmlItems::ends_unclosed(const XmlScanner::Token& token, std::string_view item) const {
  if (token.type == XmlScanner::Type::start) return token.name == item;
  return token.type == XmlScanner::Type::end && token.name != item &&
         std::any_of(open_.begin(), open_.end(),
                     [&token](const Open& around) { return around.name == token.name; });
}

void XmlItems::open(const XmlScanner::Token& token) {
  size_t size = token.raw.size();
  for (const Open& around : open_) size += around.tag.size();
  const std::string name(token.name);
  open_.push_back({name, size <= largest_tags ? std::string(token.raw) : "<" + name + ">"});
}

// An end that fits no open element is passed over; one that fits an outer one closes those within.
void XmlItems::close(std::string_view name) {
  const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                  [name](const Open& around) { return around.name == name; });
  if (found != open_.rend()) open_.erase(found.base() - 1, open_.end());
}

std::string XmlItems::closing_tags() const {
  std::string tags;
  for (auto at = open_.rbegin(); at != open_.rend(); ++at) tags += "</" + at->name + ">";
  return tags;
}

void XmlItems::keep_head(std::string_view raw) {
  if (head_.size() + raw.size() <= largest_head) head_ += raw;
}

// The item from its start tag to its end. An item that is too large is still read to its end.
std::string XmlItems::collect(const XmlScanner::Token& start) {
  const std::string name(start.name);
  std::string item(start.raw);
  if (start.type == XmlScanner::Type::empty) return item;
  const std::string content = name.substr(0, name.find(':') + 1) + "content";
  bool too_large = false;
  bool in_content = false;  // of Atom, in which an entry may stand as XML
  XmlScanner::Token token;
  for (size_t depth = 1; depth > 0;) {
    if (!scan(token)) throw ArticleError("the file is cut short within it");
    if (token.name == content)
      in_content =
          token.type == XmlScanner::Type::start && token.raw.find("xml") != std::string_view::npos;
    if (ill_ == Ill::mended && !in_content && ends_unclosed(token, name)) {
      unread_ = token;
      break;
    }
    if (token.type == XmlScanner::Type::start && token.name == name) ++depth;
    if (token.type == XmlScanner::Type::end && token.name == name) --depth;
    too_large = too_large || item.size() + token.raw.size() > largest_item;
    if (!too_large) item += token.raw;
  }
  if (too_large) throw ArticleError("larger than " + std::to_string(largest_item >> 20) + " MiB");
  return item;
}

bool XmlItems::next(pugi::xml_document& document, pugi::xml_node& item) {
  XmlScanner::Token token;
  while (scan(token)) {
    const bool starts = token.type == XmlScanner::Type::start;
    if ((starts || token.type == XmlScanner::Type::empty) && is_item(token)) {
      ++number_;
      const std::string name(token.name);
      std::string text = collect(token);
      if (!declared_.empty()) {
        DecodedText decoded = decode_text(std::move(text), declared_);
        mended_ = mended_ || decoded.mended;
        text = std::move(decoded.text);
      }
      std::string tags;
      for (const Open& around : open_) tags += around.tag;
      if (ill_ == Ill::mended) {
        item_mended_ = load_mended(entities_.resolve(tags + text + closing_tags()), document);
      } else {
        load_xml(tags + text + closing_tags(), document);
      }
      item = document;
      for (size_t i = 0; i <= open_.size(); ++i) item = item.first_child();
      while (item && item.name() != name) item = item.next_sibling();
      if (!item) throw ArticleError("not well-formed XML");
      return true;
    }
    if (starts) {
      if (open_.size() == deepest) {
        ended_ = true;
        throw ArticleError("nests more than " + std::to_string(deepest) + " elements deep");
      }
      open(token);
    }
    if (token.type == XmlScanner::Type::end) close(token.name);
    if (token.raw.starts_with("<!DOCTYPE")) entities_.declare(token.raw);
    if (!token.raw.starts_with("<?xml") && !token.raw.starts_with("<!DOCTYPE"))
      keep_head(token.raw);
  }
  return false;
}

void XmlItems::parse_head(pugi::xml_document& document) const {
  const std::string text = head_ + closing_tags();
  if (ill_ == Ill::mended) {
    const std::string mended = mend_xml(entities_.resolve(text));
    document.load_buffer(mended.data(), mended.size(), pugi::parse_default, pugi::encoding_utf8);
    return;
  }
  document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                       pugi::encoding_utf8);
}

}  // namespace chancery
