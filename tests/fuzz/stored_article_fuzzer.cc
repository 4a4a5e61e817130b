// SPDX-License-Identifier: GPL-2.0-or-later
/// Any bytes as records of the index: read, or refused with an Error.
#include "common/error.h"
#include "common/name_record.h"
#include "common/schema.h"
#include "common/stored_article.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace chancery;
  const std::string_view packed(reinterpret_cast<const char*>(data), size);
  for (const auto& unpack : {+[](std::string_view p) { unpack_stored_article(p); },
                             +[](std::string_view p) { unpack_name_record(p); },
                             +[](std::string_view p) { schema::unpack_list(p); }}) {
    try {
      unpack(packed);
    } catch (const Error&) {
    }
  }
  return 0;
}
