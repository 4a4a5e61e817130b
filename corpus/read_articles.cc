// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/read_articles.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "common/error.h"
#include "common/schema.h"
#include "common/utf8.h"
#include "corpus/compressed_input.h"

namespace chancery {
namespace {

namespace fs = std::filesystem;

// Without an id of its own an article is told apart by what it says.
std::string made_up_id(const Article& article) {
  std::string all = article.source + '\n' + article.title + '\n';
  if (article.date) all += to_iso(*article.date);
  return "x" + schema::stable_hash(all + '\n' + article.text);
}

// The promise of article.h, whatever a reader gave: valid UTF-8 without control characters.
void clean(std::string& text, bool keep_lines) {
  const auto is_control = [keep_lines](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && !(c == '\n' && keep_lines)) || c == 0x7F;
  };
  if (is_valid_utf8(text) && std::none_of(text.begin(), text.end(), is_control)) return;
  text = repair_utf8(std::move(text));
  for (char& c : text) {
    if (is_control(c)) c = ' ';
  }
}

void clean(Article& article) {
  for (std::string* field : {&article.id, &article.title, &article.source, &article.url,
                             &article.byline, &article.dateline, &article.language}) {
    clean(*field, false);
  }
  clean(article.text, true);
  for (std::string& subject : article.subjects) clean(subject, false);
  for (EditorTag& tag : article.editor_tags) clean(tag.name, false);
}

class Reading {
 public:
  Reading(const Format* format, const ReadingEvents& events) : format_(format), events_(events) {}

  void input(const std::string& input) {
    if (input == "-") {
      const auto open = [this](const OnFile& on_file) { open_stdin(on_file, broken()); };
      one(input, open, true);
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(input, error);
    if (!fs::exists(status)) throw Error("no such file or folder: '" + input + "'");
    if (fs::is_directory(status)) {
      folder(input);
    } else if (fs::is_regular_file(status) || fs::is_fifo(status)) {
      path(input, true);
    } else {
      events_.reject({input, "", "neither a file nor a folder"});
    }
  }

 private:
  OnBroken broken() const {
    return [this](const std::string& name, const std::string& reason) {
      events_.reject({name, "", reason});
    };
  }

  // One file on disk or stdin, which `open` opens.
  template <class Open>
  void one(const std::string& name, const Open& open, bool named_by_user) {
    if (events_.begin && !events_.begin(name)) return;
    try {
      open([this, named_by_user](ByteSource& source) { file(source, named_by_user); });
    } catch (const ArticleError& error) {
      events_.reject({name, "", error.what()});
    }
    if (events_.end) events_.end();
  }

  void path(const std::string& path, bool named_by_user) {
    const auto open = [this, &path](const OnFile& on_file) {
      open_path(path, on_file, broken(), events_.taken);
    };
    one(path, open, named_by_user);
  }

  void folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      if (!at->path().filename().string().starts_with('.')) entries.push_back(*at);
    }
    if (error) events_.reject({folder.string(), "", error.message()});
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
      if (entry.is_directory(error)) {
        if (!entry.is_symlink(error)) this->folder(entry.path());
      } else if (entry.is_regular_file(error)) {
        path(entry.path().string(), false);
      }
    }
  }

  void file(ByteSource& source, bool named_by_user) {
    const std::string_view head = source.peek(head_size);
    const Format* format = format_ != nullptr ? format_ : recognise_format(head);
    if (format == nullptr) {
      if (named_by_user && !head.empty()) {
        events_.reject({source.name(), "", "no article format is recognised; name it: --format F"});
      } else {
        events_.skipped(source.name());
      }
      return;
    }
    if (events_.opened) events_.opened(source.name(), *format);
    const auto reject = [this, &source](const std::string& place, const std::string& reason) {
      events_.reject({source.name(), place, reason});
    };
    format->read(source, {[this, &source, &reject](Article&& article) {
                            take(std::move(article), source.name(), reject);
                          },
                          reject});
  }

  template <class Rejecter>
  void take(Article&& article, const std::string& source, const Rejecter& reject) {
    if (article.title.empty() && article.text.empty()) {
      reject(article.id.empty() ? "" : "article " + article.id, "no headline and no text");
      return;
    }
    clean(article);
    if (article.id.empty()) article.id = made_up_id(article);
    for (const std::string& note : article.notes)
      events_.mended({source, "article " + article.id, note});
    article.notes.clear();
    events_.article(std::move(article));
  }

  const Format* format_;
  const ReadingEvents& events_;
};

}  // namespace

std::string to_line(const Reject& reject) {
  return reject.source + (reject.place.empty() ? "" : ", " + reject.place) + ": " + reject.reason;
}

void read_articles(const std::vector<std::string>& inputs, const Format* format,
                   const ReadingEvents& events) {
  Reading reading(format, events);
  for (const std::string& input : inputs) reading.input(input);
}

}  // namespace chancery
