// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/packed.h"

#include "common/error.h"

namespace chancery {
namespace {

[[noreturn]] void fail() {
  throw Error("the index holds a record that is cut short; rebuild it: chancery-indexer --rebuild");
}

}  // namespace

void pack_number(std::string& out, uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(0x80 | (number & 0x7F));
  out += static_cast<char>(number);
}

void pack_string(std::string& out, std::string_view text) {
  pack_number(out, text.size());
  out += text;
}

uint64_t Unpacker::number() {
  uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    number |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
  fail();
}

std::string_view Unpacker::string() {
  const uint64_t length = number();
  if (length > rest_.size()) fail();
  const std::string_view text = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return text;
}

}  // namespace chancery
