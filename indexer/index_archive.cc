// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_archive.h"

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <unordered_map>

#include "common/error.h"
#include "common/read_file.h"
#include "common/terminal.h"
#include "corpus/language.h"
#include "corpus/read_articles.h"
#include "indexer/document_builder.h"
#include "indexer/gazetteer/load_gazetteer.h"
#include "indexer/index_folder.h"
#include "indexer/ordered_pipeline.h"
#include "indexer/progress.h"
#include "indexer/run_counts.h"
#include "indexer/sharded_writer.h"
#include "indexer/source_files.h"
#include "indexer/stored_index.h"
#include "indexer/tag_json.h"
#include "indexer/tagging/corrections.h"
#include "indexer/tagging/tagger.h"

namespace chancery {
namespace {

struct Incoming {
  Article article;
  Origin origin;
  std::shared_ptr<SourceFile> source;  // none with --tag and --retag
};

struct Tagged {
  Article article;
  Origin origin;
  std::shared_ptr<SourceFile> source;
  Tags tags;
  std::vector<Mention> mentions;  // with --explain
  BuiltDocument built;            // empty with --tag
};

class Run {
 public:
  explicit Run(const IndexOptions& options)
      : options_(options),
        gazetteer_(load_gazetteer(options.gazetteers)),
        progress_(
            !options.quiet && (options.progress == When::always ||
                               (options.progress == When::automatic && is_terminal(STDERR_FILENO))),
            options.inputs) {
    if (!options.rejects.empty()) {
      rejects_file_.open(options.rejects);
      if (!rejects_file_)
        throw Error("cannot write the list of rejects to '" + options.rejects + "'");
    }
    if (!options.corrections.empty())
      corrections_text_ = read_file("the corrections", options.corrections);
    if (!options.tag) open_index();
    if (!corrections_text_.empty()) {
      corrections_ =
          Corrections(options.corrections.empty() ? "the index's corrections" : options.corrections,
                      corrections_text_);
    }
  }

  int run() {
    OrderedPipeline<Incoming, Tagged> pipeline(
        options_.jobs, [this] { return make_worker(); },
        [this](Tagged&& tagged) { take(std::move(tagged)); });
    if (options_.retag) {
      for (const FileRecord& record : file_records(open_stored_index(options_.db)))
        writer_->files().set(record);
      read_stored_articles(options_.db, [&pipeline](Article&& article, Origin&& origin) {
        pipeline.push({std::move(article), std::move(origin), nullptr});
      });
    } else {
      read_articles(options_.inputs, options_.format, events(pipeline));
    }
    pipeline.finish();
    if (options_.prune) files_->drop_missing(options_.inputs);
    if (files_ != nullptr) {
      counts_.unchanged += files_->unchanged();
      counts_.removed = files_->removed();
    }
    if (writer_ != nullptr) writer_->commit();
    if (builds_anew()) {
      writer_.reset();
      folder_->swap_in_new();
    }
    progress_.clear();
    if (!options_.quiet)
      std::cerr << closing_line(options_.tag || options_.retag ? "tagged" : "indexed", counts_)
                << '\n';
    if (rejects_file_.is_open() && !rejects_file_.flush()) {
      throw Error("cannot write the list of rejects to '" + options_.rejects + "'");
    }
    return counts_.rejected == 0 ? 0 : 1;
  }

 private:
  bool builds_anew() const { return options_.rebuild || options_.retag; }

  // A new index keeps the corrections of the one that it replaces, unless there are new ones.
  void open_index() {
    if (options_.retag) open_stored_index(options_.db);  // is there one?
    folder_ = std::make_unique<IndexFolder>(options_.db, options_.lock_timeout);
    if (builds_anew()) folder_->expect_nothing_else();
    if (options_.corrections.empty()) corrections_text_ = kept_corrections(options_.db);
    writer_ = std::make_unique<ShardedWriter>(builds_anew() ? folder_->new_path() : options_.db,
                                              layout(), gazetteer_);
    packs_ = builds_anew();
    if (packs_) writer_->build_anew(options_.memory);
    writer_->keep_corrections(corrections_text_);
    if (!options_.retag)
      files_ = std::make_unique<SourceFiles>(*writer_, options_.format, options_.prune);
  }

  // That of the index that is there or is replaced, unless another one is asked for.
  ShardLayout layout() const {
    const auto stored = stored_layout(options_.db);
    const ShardLayout layout = options_.shards.value_or(stored.value_or(ShardLayout()));
    if (stored && *stored != layout && !builds_anew()) {
      throw Error("the index '" + options_.db + "' has " + std::to_string(stored->shards) +
                  (stored->shards == 1 ? " shard" : " shards") +
                  (stored->by == ShardBy::year ? " by year" : "") +
                  "; distribute it anew with --reshard, or build it anew with --rebuild");
    }
    return layout;
  }

  ReadingEvents events(OrderedPipeline<Incoming, Tagged>& pipeline) {
    ReadingEvents events;
    events.article = [this, &pipeline](Article&& article) {
      incoming(std::move(article), pipeline);
    };
    events.reject = [this](const Reject& reject) { this->reject(reject); };
    events.mended = [this](const Reject& mended) { this->mended(mended); };
    events.skipped = [this](const std::string&) { ++counts_.skipped_files; };
    events.taken = [this](uint64_t bytes) { progress_.taken(bytes); };
    events.begin = [this](const std::string& path) { return begin(path); };
    if (files_ == nullptr) return events;
    events.opened = [this](const std::string&, const Format& format) { files_->opened(format); };
    events.end = [this] { files_->end(); };
    return events;
  }

  bool begin(const std::string& path) {
    if (files_ != nullptr && !files_->begin(path)) {
      progress_.pass_over(path);
      return false;
    }
    progress_.begin_file(path);
    return true;
  }

  // What the index has already is not tagged again. Of an article that is under way, what the index
  // will have is not known before its turn comes.
  void incoming(Article&& article, OrderedPipeline<Incoming, Tagged>& pipeline) {
    Incoming incoming;
    if (files_ != nullptr) {
      incoming.source = files_->article();
      incoming.origin = {content_hash(article), {incoming.source->term}};
      const auto same = under_way_.contains(article.id)
                            ? std::nullopt
                            : writer_->find_same(article, incoming.origin.content_hash);
      if (same) {
        writer_->hold(*same, incoming.origin.file_terms);
        count({*same, BulkWriter::Outcome::unchanged}, *incoming.source, article);
        return;
      }
      ++under_way_[article.id];
    }
    incoming.article = std::move(article);
    pipeline.push(std::move(incoming));
  }

  void count(const BulkWriter::Written& written, SourceFile& source, const Article& article) {
    count(written.outcome, article);
    files_->settle(source, written.id);
  }

  void count(BulkWriter::Outcome outcome, const Article& article) {
    switch (outcome) {
      case BulkWriter::Outcome::added: ++counts_.added; break;
      case BulkWriter::Outcome::replaced: ++counts_.replaced; break;
      case BulkWriter::Outcome::unchanged: ++counts_.unchanged; break;
    }
    if (!article.date && outcome != BulkWriter::Outcome::unchanged) ++counts_.undated;
    progress_.add_article(article.title.size() + article.text.size());
  }

  std::function<Tagged(Incoming&&)> make_worker() {
    auto builder = std::make_shared<DocumentBuilder>();
    return [this, builder](Incoming&& incoming) {
      Tagged tagged;
      Article& article = incoming.article;
      if (article.language.empty())
        article.language = detect_language(article.title + '\n' + article.text);
      const bool wants_mentions = options_.explain || corrections_.sets_in(article.id);
      tagged.tags = tag_article(article, gazetteer_, wants_mentions ? &tagged.mentions : nullptr);
      corrections_.apply(article, gazetteer_, tagged.mentions, tagged.tags);
      if (packs_) {
        tagged.built = builder->build_packed(article, tagged.tags, incoming.origin);
      } else if (!options_.tag) {
        tagged.built = builder->build(article, tagged.tags, incoming.origin);
      }
      tagged.article = std::move(article);
      tagged.origin = std::move(incoming.origin);
      tagged.source = std::move(incoming.source);
      return tagged;
    };
  }

  void take(Tagged&& tagged) {
    if (writer_ == nullptr) {
      std::cout << tag_line(tagged.article, tagged.tags,
                            options_.explain ? &tagged.mentions : nullptr)
                << '\n';
      if (!std::cout) throw Error("cannot write to stdout");
      count(BulkWriter::Outcome::added, tagged.article);
      return;
    }
    const BulkWriter::Written written =
        writer_->write(std::move(tagged.built), tagged.article, tagged.tags, tagged.origin);
    if (tagged.source == nullptr) {
      count(written.outcome, tagged.article);
      return;
    }
    if (const auto at = under_way_.find(tagged.article.id); --at->second == 0) under_way_.erase(at);
    count(written, *tagged.source, tagged.article);
  }

  void reject(const Reject& reject) {
    const std::string line = one_safe_line(to_line(reject));
    if (options_.strict) throw Error(line + " (stopped by --strict)");
    ++counts_.rejected;
    if (files_ != nullptr) files_->rejected();
    progress_.clear();
    std::cerr << "chancery-indexer: rejected " << line << '\n';
    if (rejects_file_.is_open()) rejects_file_ << line << '\n';
  }

  void mended(const Reject& mended) {
    ++counts_.mended;
    progress_.clear();
    std::cerr << "chancery-indexer: mended " << one_safe_line(to_line(mended)) << '\n';
  }

  const IndexOptions& options_;
  const Gazetteer gazetteer_;
  Progress progress_;
  std::ofstream rejects_file_;
  std::string corrections_text_;
  Corrections corrections_;
  std::unique_ptr<IndexFolder> folder_;  // locked for longer than the writer lives
  std::unique_ptr<ShardedWriter> writer_;
  std::unique_ptr<SourceFiles> files_;
  std::unordered_map<std::string, size_t> under_way_;  // articles that are being tagged, by id
  RunCounts counts_;
  bool packs_ = false;  // the index is built in one go
};

}  // namespace

int index_archive(const IndexOptions& options) { return Run(options).run(); }

}  // namespace chancery
