// SPDX-License-Identifier: GPL-2.0-or-later
/// Finds the articles in a large JSON text one at a time, without a tree of the whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/byte_source.h"

namespace chancery {

/// The items are the objects of an array that is the whole text, or that stands in it under a name
/// of the trade ("articles", "items", "hits": {"hits": …}, "response": {"docs": …}); without such
/// an array the objects at the top, one or many behind each other.
class JsonItems {
 public:
  explicit JsonItems(ByteSource& source);

  /// `wrapped`: the objects at the top are no items, the items stand in an array in them.
  JsonItems(ByteSource& source, bool wrapped);

  /// The next item's text; false at the end. Throws ArticleError where an item is larger than
  /// largest_item, its brackets do not match or it is cut short, what there is of it in `item`; the
  /// call after goes on behind it.
  bool next(std::string& item);

  /// The number of the last item, from 1: for messages.
  size_t number() const { return number_; }

  /// Whether the items stand in an array within an object.
  bool wrapped() const { return wrapped_; }

  /// How many values at the top of the text have been read to their end.
  size_t values_done() const { return values_done_; }

 private:
  struct Container {
    char kind;  // '{' or '['
    // Of an array, whether its objects are items; of an object, whether they may be in one in it.
    bool has_items;
    std::string key;  // of an object, the last one read
  };

  std::optional<char> take();
  std::string take_string();
  bool opens_item(char bracket) const;
  void collect(std::string& item);

  ByteSource& source_;
  bool wrapped_;
  std::string buffer_;
  size_t at_ = 0;
  std::vector<Container> open_;
  size_t number_ = 0;
  size_t values_done_ = 0;
};

/// The keys of the JSON object that `text` begins with, as far as it goes: it may be cut short.
std::vector<std::string> top_keys(std::string_view text);

}  // namespace chancery
