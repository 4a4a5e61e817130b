// SPDX-License-Identifier: GPL-2.0-or-later
/// Reads the items of a large XML file one at a time: those of a feed, of a message, of a volume.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/byte_source.h"
#include "corpus/xml/xml_entities.h"
#include "corpus/xml/xml_scanner.h"

namespace chancery {

class XmlItems {
 public:
  enum class Ill { rejected, mended };

  /// `names` are those of the elements to give, without prefix: {"item", "entry"}. An item within
  /// an item belongs to it. With Ill::mended, items that are not well-formed are read as far as
  /// that goes (corpus/xml/xml_mender.h): an item also ends where the next one starts or what is
  /// around it ends, and entities are those of HTML and of the DOCTYPE. `wanted`, where given,
  /// takes the whole start tag and chooses among those of these names: "<div type=\"document\">".
  using Wanted = std::function<bool(std::string_view tag)>;
  XmlItems(ByteSource& source, std::vector<std::string_view> names, Ill ill = Ill::rejected,
           Wanted wanted = {});

  /// The next item: `document` holds it alone, within its ancestors' tags; `item` is its node.
  /// False at the end. Throws ArticleError where the item is larger than largest_item, cut short,
  /// or not well-formed (unless mended); the call after goes on behind it.
  bool next(pugi::xml_document& document, pugi::xml_node& item);

  /// The number of the last item, from 1: for messages.
  size_t number() const { return number_; }

  /// Whether the last item was not well-formed, and was mended.
  bool item_mended() const { return item_mended_; }

  /// What stood outside of items so far (a channel's title), as a tree; the ancestors closed.
  void parse_head(pugi::xml_document& document) const;

  /// Whether bytes had to be replaced because the file's encoding does not have them.
  bool mended() const { return mended_; }

 private:
  struct Open {
    std::string name;
    std::string tag;
  };
  bool is_item(const XmlScanner::Token& token) const;
  bool scan(XmlScanner::Token& token);
  bool ends_unclosed(const XmlScanner::Token& token, std::string_view item) const;
  void open(const XmlScanner::Token& token);
  void close(std::string_view name);
  std::string closing_tags() const;
  std::string collect(const XmlScanner::Token& start);
  void keep_head(std::string_view raw);

  std::string declared_;  // encoding, where the file is too large to be decoded at once
  std::unique_ptr<ByteSource> decoded_;  // else over the decoded text
  std::unique_ptr<XmlScanner> scanner_;
  std::optional<XmlScanner::Token> unread_;
  std::vector<std::string_view> names_;
  Ill ill_;
  Wanted wanted_;
  XmlEntities entities_;
  std::vector<Open> open_;
  std::string head_;
  size_t number_ = 0;
  bool mended_ = false;
  bool item_mended_ = false;
  bool ended_ = false;  // it nests too deep for more
};

}  // namespace chancery
