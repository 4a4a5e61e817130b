// SPDX-License-Identifier: GPL-2.0-or-later
/// Any text as a user's gazetteer and as corrections: taken, or refused with an Error.
#include "common/error.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/corrections.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace chancery;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    Gazetteer gazetteer;
    gazetteer.add(parse_gazetteer_table("fuzz", text));
  } catch (const Error&) {
  }
  try {
    Corrections("fuzz", text);
  } catch (const Error&) {
  }
  return 0;
}
