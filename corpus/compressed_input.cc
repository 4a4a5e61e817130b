// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/compressed_input.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

#include "common/error.h"

namespace chancery {
namespace {

constexpr int deepest = 4;

struct Closer {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, Closer>;

std::string reason_of(archive* a) {
  const char* text = archive_error_string(a);
  return text != nullptr ? text : "cannot be read";
}

Archive new_archive() {
  Archive a(archive_read_new());
  archive_read_support_filter_gzip(a.get());
  archive_read_support_filter_bzip2(a.get());
  archive_read_support_filter_xz(a.get());
  archive_read_support_filter_zstd(a.get());
  archive_read_support_format_tar(a.get());
  archive_read_support_format_zip(a.get());
  archive_read_support_format_raw(a.get());
  archive_read_support_format_empty(a.get());
  return a;
}

bool is_packed(std::string_view head) {
  using namespace std::string_view_literals;
  for (const auto magic :
       {"\x1f\x8b"sv, "\x28\xb5\x2f\xfd"sv, "\xfd\x37zXZ\0"sv, "BZh"sv, "PK\x03\x04"sv}) {
    if (head.starts_with(magic)) return true;
  }
  return head.size() >= 262 && head.substr(257, 5) == "ustar";
}

// News packs to a fifth or a tenth of its size. What expands without end is no news.
constexpr la_int64_t largest_ratio = 500;
constexpr la_int64_t harmless_size = la_int64_t{1} << 30;

void refuse_bomb(archive* a) {
  const la_int64_t expanded = archive_filter_bytes(a, 0);
  if (expanded <= harmless_size || expanded / largest_ratio <= archive_filter_bytes(a, -1)) return;
  throw ArticleError("expands to more than " + std::to_string(largest_ratio) + " times its size");
}

void walk(archive* a, const std::string& name, int depth, const OnFile& on_file,
          const OnBroken& on_broken, const OnTaken& on_taken = {});

// libarchive reads the bytes of a ByteSource through these.
struct NestedInput {
  ByteSource& source;
  std::array<char, 64 << 10> buffer{};
};

la_ssize_t read_nested(archive* a, void* client, const void** out) {
  auto* input = static_cast<NestedInput*>(client);
  *out = input->buffer.data();
  try {
    return static_cast<la_ssize_t>(input->source.read(input->buffer.data(), input->buffer.size()));
  } catch (const ArticleError& error) {  // must not pass through C
    archive_set_error(a, EIO, "%s", error.what());
    return ARCHIVE_FATAL;
  }
}

void open_nested(ByteSource& source, int depth, const OnFile& on_file, const OnBroken& on_broken) {
  if (depth > deepest) {
    on_broken(source.name(), "archives within archives more than " + std::to_string(deepest) +
                                 " deep: unpack it first");
    return;
  }
  NestedInput input{source, {}};
  const Archive a = new_archive();
  if (archive_read_open(a.get(), &input, nullptr, read_nested, nullptr) != ARCHIVE_OK) {
    on_broken(source.name(), reason_of(a.get()));
    return;
  }
  walk(a.get(), source.name(), depth, on_file, on_broken);
}

void walk(archive* a, const std::string& name, int depth, const OnFile& on_file,
          const OnBroken& on_broken, const OnTaken& on_taken) {
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(a, &entry);
    if (status == ARCHIVE_EOF) return;
    if (status == ARCHIVE_FATAL || status == ARCHIVE_RETRY) {
      on_broken(name, reason_of(a));
      return;
    }
    const bool whole = archive_format(a) == ARCHIVE_FORMAT_RAW;
    if (!whole && archive_entry_filetype(entry) != AE_IFREG) continue;
    if (!whole && archive_entry_hardlink(entry) != nullptr) continue;
    const char* member = archive_entry_pathname(entry);
    ByteSource source(whole ? name : name + ":" + (member != nullptr ? member : "?"),
                      [a, &on_taken](char* out, size_t size) -> size_t {
                        const la_ssize_t got = archive_read_data(a, out, size);
                        if (got < 0) throw ArticleError("cut short or damaged: " + reason_of(a));
                        refuse_bomb(a);
                        if (on_taken) on_taken(static_cast<uint64_t>(archive_filter_bytes(a, -1)));
                        return static_cast<size_t>(got);
                      });
    try {
      if ((!whole || archive_filter_count(a) > 1) && is_packed(source.peek(512))) {
        open_nested(source, depth + 1, on_file, on_broken);
      } else {
        on_file(source);
      }
    } catch (const ArticleError& error) {
      on_broken(source.name(), error.what());
    }
  }
}

}  // namespace

void open_path(const std::string& path, const OnFile& on_file, const OnBroken& on_broken,
               const OnTaken& on_taken) {
  const Archive a = new_archive();
  if (archive_read_open_filename(a.get(), path.c_str(), 128 << 10) != ARCHIVE_OK) {
    throw ArticleError(reason_of(a.get()));
  }
  walk(a.get(), path, 1, on_file, on_broken, on_taken);
}

void open_stdin(const OnFile& on_file, const OnBroken& on_broken) {
  const Archive a = new_archive();
  if (archive_read_open_fd(a.get(), STDIN_FILENO, 128 << 10) != ARCHIVE_OK) {
    throw ArticleError(reason_of(a.get()));
  }
  walk(a.get(), "-", 1, on_file, on_broken);
}

}  // namespace chancery
