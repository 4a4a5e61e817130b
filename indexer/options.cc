// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/options.h"

#include <unistd.h>

#include <boost/program_options.hpp>
#include <charconv>
#include <thread>

#include "common/command_line.h"
#include "common/error.h"

namespace chancery {
namespace {

namespace po = boost::program_options;

constexpr const char* usage =
    R"(chancery-indexer: reads news articles, tags who and what they speak of, and
writes a search index.

Usage: chancery-indexer --db DIR [OPTIONS] INPUT...
       chancery-indexer --db DIR --retag [OPTIONS]
       chancery-indexer --db DIR --reshard N [OPTIONS]
       chancery-indexer --db DIR --check | --stats | --export FILE
       chancery-indexer --tag [OPTIONS] INPUT...

INPUT is a file, a folder (with all below it), an archive (.tar .zip .gz .zst
.xz .bz2), or - for stdin. The format of each file is told by its content.
What the index has already is not read or tagged again; --retag does that.

)";

constexpr const char* epilogue = R"(
Examples:
  chancery-indexer --db news.db wire/ 2018.jsonl.gz
  zcat dump.gz | chancery-indexer --db news.db --format jsonl -
  chancery-indexer --tag article.xml | jq .persons

Exit status: 0 all articles indexed; 1 finished, but some were rejected (listed
on stderr, and in the file of --rejects); 2 usage, input or database error.
)";

std::string format_names() {
  std::string names = "auto";
  for (const Format* format : formats()) names += " | " + std::string(format->name);
  return names;
}

const Format* parse_format(const std::string& name) {
  if (name == "auto") return nullptr;
  const Format* format = format_named(name);
  if (format == nullptr)
    throw UsageError("no format is called '" + name + "'; there are: " + format_names());
  return format;
}

struct Sharding {
  size_t shards = 0;
  size_t reshard = 0;
  std::string by;
};

// "512M", "2G", or nothing for a quarter of what the machine has.
size_t parse_memory(const std::string& text) {
  constexpr size_t megabyte = size_t{1} << 20;
  if (text.empty())
    return static_cast<size_t>(sysconf(_SC_PHYS_PAGES)) / 4 *
           static_cast<size_t>(sysconf(_SC_PAGESIZE));
  size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit =
      std::string_view(text).substr(static_cast<size_t>(end - text.data()));
  if (error != std::errc() || (unit != "M" && unit != "G") || number == 0 || number > 1'000'000) {
    throw UsageError("--memory takes a size such as 512M or 2G, not '" + text + "'");
  }
  return number * (unit == "G" ? 1024 * megabyte : megabyte);
}

po::options_description describe(IndexOptions& options, std::string& format, std::string& progress,
                                 std::string& memory, Sharding& sharding) {
  const std::string formats_help = "format of the inputs: " + format_names();
  po::options_description visible("Options", 80, 44);
  // clang-format off
  visible.add_options()
      ("db", po::value(&options.db)->value_name("DIR"), "folder of the index, made if missing")
      ("format", po::value(&format)->value_name("F")->default_value("auto", ""), formats_help.c_str())
      ("jobs", po::value(&options.jobs)->value_name("N"), "threads that tag (default: one per core)")
      ("memory", po::value(&memory)->value_name("SIZE"), "for the sorting of a new index: 512M, 2G (default: a quarter of the machine's)")
      ("rebuild", po::bool_switch(&options.rebuild), "build anew beside the old index, swap at the end")
      ("prune", po::bool_switch(&options.prune), "drop articles that the inputs' files hold no more, or whose file is gone")
      ("shards", po::value(&sharding.shards)->value_name("N"), "make a new index as N databases in one folder, searched as one")
      ("shard-by", po::value(&sharding.by)->value_name("WHAT"), "with --shards or --reshard: which shard an article is in: id (default) | year")
      ("reshard", po::value(&sharding.reshard)->value_name("N"), "distribute the index anew over N shards; tags it anew as --retag does")
      ("lock-timeout", po::value(&options.lock_timeout)->value_name("SECONDS"), "wait so long for another process that writes (default: 0)")
      ("gazetteer", po::value(&options.gazetteers)->value_name("FILE"), "add names to the built-in ones (repeatable)")
      ("corrections", po::value(&options.corrections)->value_name("FILE"), "correct tags by this table, from now on; kept in the index")
      ("retag", po::bool_switch(&options.retag), "tag all articles of the index anew, without their sources")
      ("tag", po::bool_switch(&options.tag), "print one JSON line per article with its tags; open no index")
      ("explain", po::bool_switch(&options.explain), "with --tag: each mention with its place and the rule or weights that made it")
      ("check", po::bool_switch(&options.check), "verify the index; status 0 where all is right, else 1")
      ("stats", po::bool_switch(&options.stats), "print what is in the index")
      ("export", po::value(&options.export_file)->value_name("FILE"), "write all articles of the index as JSON Lines; - for stdout")
      ("rejects", po::value(&options.rejects)->value_name("FILE"), "write there what could not be read, one line each")
      ("strict", po::bool_switch(&options.strict), "stop at the first bad article, status 2")
      ("progress", po::value(&progress)->value_name("WHEN")->default_value("auto", ""), "show progress: auto | always | never")
      ("quiet", po::bool_switch(&options.quiet), "no progress and no closing line")
      ("help,h", "this text")
      ("version", "version of the program and of its indexes");
  // clang-format on
  return visible;
}

void set_shards(const po::variables_map& values, const Sharding& sharding, IndexOptions& options) {
  constexpr size_t most = 256;
  if (!values.contains("shards") && !values.contains("reshard")) {
    if (!sharding.by.empty()) throw UsageError("--shard-by goes with --shards or --reshard");
    return;
  }
  if (values.contains("shards") && values.contains("reshard"))
    throw UsageError(
        "--shards makes a new index, --reshard changes one that is there; give one of them");
  options.retag = options.retag || values.contains("reshard");
  const size_t shards = values.contains("reshard") ? sharding.reshard : sharding.shards;
  if (shards < 1 || shards > most)
    throw UsageError("--shards and --reshard take a number from 1 to 256");
  if (!sharding.by.empty() && sharding.by != "id" && sharding.by != "year")
    throw UsageError("--shard-by is id or year, not '" + sharding.by + "'");
  options.shards = ShardLayout{shards, sharding.by == "year" ? ShardBy::year : ShardBy::id};
}

bool looks_only(const IndexOptions& options) {
  return options.check || options.stats || !options.export_file.empty();
}

void check_actions(const IndexOptions& options) {
  if (!looks_only(options)) return;
  if (int{options.check} + int{options.stats} + int{!options.export_file.empty()} > 1) {
    throw UsageError("--check, --stats and --export go one at a time");
  }
  if (!options.inputs.empty() || options.rebuild || options.retag || options.prune || options.tag ||
      options.shards) {
    throw UsageError(
        "--check, --stats and --export only look at the index; they go with no input and none of --rebuild, --retag, "
        "--reshard, --shards, --prune, --tag");
  }
}

}  // namespace

std::optional<IndexOptions> parse_index_options(int argc, const char* const* argv) {
  IndexOptions options;
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  std::string format;
  std::string progress;
  Sharding sharding;
  std::string memory;
  po::options_description hidden;
  hidden.add_options()("input", po::value(&options.inputs));
  const auto values =
      read_command_line(argc, argv, {"chancery-indexer", usage, epilogue},
                        {describe(options, format, progress, memory, sharding), hidden, "input"});
  if (!values) return std::nullopt;
  options.format = parse_format(format);
  options.memory = parse_memory(memory);
  options.progress = parse_when("--progress", progress);
  set_shards(*values, sharding, options);
  check_actions(options);
  if (options.retag && (!options.inputs.empty() || options.tag || options.rebuild)) {
    throw UsageError(
        "--retag and --reshard take the articles from the index itself; they go with no input, --tag or --rebuild");
  }
  if (options.prune && (options.rebuild || options.retag || options.tag)) {
    throw UsageError(
        "--prune drops what the inputs' files hold no more from an index; it goes with no --rebuild, --retag or --tag");
  }
  if (options.inputs.empty() && !options.retag && !looks_only(options))
    throw UsageError("no input; name a file, a folder, an archive, or - for stdin");
  if (options.db.empty() && !options.tag)
    throw UsageError("where is the index to be? Name its folder: --db DIR");
  if (options.tag && options.shards)
    throw UsageError("--tag opens no index, so there is nothing to put into shards");
  if (options.tag && options.rebuild)
    throw UsageError("--tag opens no index, so there is nothing to --rebuild");
  if (options.explain && !options.tag)
    throw UsageError("--explain shows how tags are made; use it with --tag");
  if (options.jobs < 1 || options.jobs > 256)
    throw UsageError("--jobs takes a number from 1 to 256");
  return options;
}

}  // namespace chancery
