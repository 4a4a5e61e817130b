// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_archive.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "common/error.h"
#include "common/terminal.h"
#include "corpus/language.h"
#include "corpus/read_articles.h"
#include "indexer/bulk_writer.h"
#include "indexer/corrections.h"
#include "indexer/document_builder.h"
#include "indexer/load_gazetteer.h"
#include "indexer/ordered_pipeline.h"
#include "indexer/progress.h"
#include "indexer/stored_index.h"
#include "indexer/tag_json.h"
#include "indexer/tagger.h"

namespace chancery {
namespace {

namespace fs = std::filesystem;

struct Tagged {
  Article article;
  Tags tags;
  std::vector<Mention> mentions;  // with --explain
  BuiltDocument built;            // empty with --tag
};

class Run {
 public:
  explicit Run(const IndexOptions& options)
      : options_(options),
        gazetteer_(load_gazetteer(options.gazetteers)),
        progress_(!options.quiet && (options.progress == When::always ||
                                     (options.progress == When::automatic && is_terminal(STDERR_FILENO)))) {
    if (!options.rejects.empty()) {
      rejects_file_.open(options.rejects);
      if (!rejects_file_) throw Error("cannot write the list of rejects to '" + options.rejects + "'");
    }
    if (!options.corrections.empty()) corrections_text_ = read_file(options.corrections);
    if (!options.tag) open_index();
    if (!corrections_text_.empty()) {
      corrections_ = Corrections(options.corrections.empty() ? "the index's corrections" : options.corrections, corrections_text_);
    }
  }

  int run() {
    OrderedPipeline<Article, Tagged> pipeline(
        options_.jobs, [this] { return make_worker(); }, [this](Tagged&& tagged) { take(std::move(tagged)); });
    ReadingEvents events;
    events.article = [&pipeline](Article&& article) { pipeline.push(std::move(article)); };
    events.reject = [this](const Reject& reject) { this->reject(reject); };
    events.mended = [this](const Reject& mended) { this->mended(mended); };
    events.skipped = [this](const std::string&) { ++skipped_; };
    if (options_.retag) {
      read_stored_articles(options_.db, events.article);
    } else {
      read_articles(options_.inputs, options_.format, events);
    }
    pipeline.finish();
    if (writer_ != nullptr) writer_->commit();
    if (builds_anew()) swap();
    progress_.clear();
    if (!options_.quiet) close();
    if (rejects_file_.is_open() && !rejects_file_.flush()) {
      throw Error("cannot write the list of rejects to '" + options_.rejects + "'");
    }
    return rejected_ == 0 ? 0 : 1;
  }

 private:
  bool builds_anew() const { return options_.rebuild || options_.retag; }

  // A new index keeps the corrections of the one that it replaces, unless there are new ones.
  void open_index() {
    if (options_.corrections.empty()) corrections_text_ = kept_corrections(options_.db);
    if (builds_anew()) fs::remove_all(new_path());
    writer_ = std::make_unique<BulkWriter>(builds_anew() ? new_path() : options_.db, gazetteer_);
    writer_->keep_corrections(corrections_text_);
  }

  static std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) throw Error("the corrections '" + path + "' cannot be read");
    return text;
  }

  std::function<Tagged(Article&&)> make_worker() {
    auto builder = std::make_shared<DocumentBuilder>();
    return [this, builder](Article&& article) {
      Tagged tagged;
      if (article.language.empty()) article.language = detect_language(article.title + '\n' + article.text);
      const bool wants_mentions = options_.explain || corrections_.sets_in(article.id);
      tagged.tags = tag_article(article, gazetteer_, wants_mentions ? &tagged.mentions : nullptr);
      corrections_.apply(article, gazetteer_, tagged.mentions, tagged.tags);
      if (!options_.tag) tagged.built = builder->build(article, tagged.tags);
      tagged.article = std::move(article);
      return tagged;
    };
  }

  void take(Tagged&& tagged) {
    if (writer_ == nullptr) {
      std::cout << tag_line(tagged.article, tagged.tags, options_.explain ? &tagged.mentions : nullptr) << '\n';
      if (!std::cout) throw Error("cannot write to stdout");
    } else if (writer_->write(std::move(tagged.built), tagged.article, tagged.tags)) {
      ++replaced_;
    }
    ++articles_;
    if (!tagged.article.date) ++undated_;
    progress_.update(articles_);
  }

  void reject(const Reject& reject) {
    const std::string line = one_safe_line(to_line(reject));
    if (options_.strict) throw Error(line + " (stopped by --strict)");
    ++rejected_;
    progress_.clear();
    std::cerr << "chancery-indexer: rejected " << line << '\n';
    if (rejects_file_.is_open()) rejects_file_ << line << '\n';
  }

  void mended(const Reject& mended) {
    ++mended_;
    progress_.clear();
    std::cerr << "chancery-indexer: mended " << one_safe_line(to_line(mended)) << '\n';
  }

  void close() const {
    std::cerr << (options_.tag || options_.retag ? "tagged " : "indexed ") << articles_ << (articles_ == 1 ? " article" : " articles");
    if (replaced_ > 0) std::cerr << " (" << replaced_ << " of them in place of one with the same id)";
    if (undated_ > 0) std::cerr << ", " << undated_ << " without a date";
    if (mended_ > 0) std::cerr << ", mended " << mended_;
    std::cerr << ", rejected " << rejected_;
    if (skipped_ > 0) std::cerr << ", skipped " << skipped_ << (skipped_ == 1 ? " file" : " files") << " of no known format";
    std::cerr << '\n';
  }

  std::string new_path() const { return options_.db + ".new"; }

  // The old index stays until the new one is whole.
  void swap() {
    writer_.reset();
    const std::string old_path = options_.db + ".old";
    fs::remove_all(old_path);
    if (fs::exists(options_.db)) fs::rename(options_.db, old_path);
    fs::rename(new_path(), options_.db);
    fs::remove_all(old_path);
  }

  const IndexOptions& options_;
  const Gazetteer gazetteer_;
  Progress progress_;
  std::ofstream rejects_file_;
  std::string corrections_text_;
  Corrections corrections_;
  std::unique_ptr<BulkWriter> writer_;
  size_t articles_ = 0;
  size_t replaced_ = 0;
  size_t undated_ = 0;
  size_t mended_ = 0;
  size_t rejected_ = 0;
  size_t skipped_ = 0;
};

}  // namespace

int index_archive(const IndexOptions& options) { return Run(options).run(); }

}  // namespace chancery
