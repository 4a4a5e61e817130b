// SPDX-License-Identifier: GPL-2.0-or-later
/// train_persons: learns the weights of indexer/gazetteer/person_model.tsv from text in which
/// persons are marked. Multinomial logistic regression over the candidates of each run of
/// capitalised words and "none of them", by AdaGrad (Duchi, Hazan, Singer 2011). The same input
/// gives the same weights.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <random>
#include <unordered_map>

#include "common/error.h"
#include "common/run_main.h"
#include "indexer/gazetteer/load_gazetteer.h"
#include "indexer/tagging/name_context.h"
#include "indexer/tagging/name_finder.h"
#include "indexer/tagging/person_features.h"
#include "tools/training_text.h"

namespace {

using namespace chancery;

constexpr const char* usage =
    R"(train_persons: learns to tell persons' names from other capitalised words.

Usage: train_persons OUT.tsv MARKED-TEXT...

MARKED-TEXT is CoNLL columns or JSON Lines (see tools/training_text.h), packed or
not. OUT.tsv is the table of weights: indexer/gazetteer/person_model.tsv.
)";

constexpr int passes = 12;
constexpr double step = 0.15;
constexpr double shrink = 0.00002;  // L2, per step
constexpr unsigned least_seen = 4;  // rarer features are left out
constexpr unsigned least_seen_ending = 40;
constexpr double least_weight = 0.04;  // smaller weights too

struct Example {
  std::vector<std::vector<int>> candidates;  // features of each
  int name = -1;                             // which is the person's; -1 for none
  float weight = 1;
};

class Examples {
 public:
  explicit Examples(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  void add(const MarkedText& marked) {
    const AnnotatedText text = annotate(marked.text, gazetteer_);
    const std::vector<NameMatch> names = find_names(text, gazetteer_);
    const NameContext context(text, names, gazetteer_);
    const std::vector<WordSpan> persons = spans_of(marked, context);
    for (size_t at = 0; at < text.tokens.size();) {
      const WordSpan run{at, context.run_end(at)};
      if (run.last > run.first) add_run(context, run, persons, marked);
      at = std::max(run.last, at + 1);
    }
  }

  const std::vector<Example>& all() const { return examples_; }
  const std::vector<std::string>& features() const { return names_; }
  const std::vector<unsigned>& seen() const { return seen_; }

 private:
  // In words, without the titles that some marked texts take into the name.
  static std::vector<WordSpan> spans_of(const MarkedText& marked, const NameContext& context) {
    const std::vector<Token>& tokens = context.tokens();
    std::vector<WordSpan> spans;
    for (const MarkedName& name : marked.persons) {
      WordSpan span;
      while (span.first < tokens.size() && tokens[span.first].begin < name.begin) ++span.first;
      span.last = span.first;
      while (span.last < tokens.size() && tokens[span.last].end <= name.end + 2 &&
             tokens[span.last].begin < name.end)
        ++span.last;
      while (span.first < span.last &&
             (context.title_at(span.first) != nullptr || !tokens[span.first].capital))
        ++span.first;
      while (span.last > span.first + 1 && context.is_class(span.last - 1, WordClass::suffix))
        --span.last;
      if (span.last > span.first) spans.push_back(span);
    }
    return spans;
  }

  // Full names and single ones are learned apart, as the finder looks for the one before the other.
  void add_run(const NameContext& context, const WordSpan& run,
               const std::vector<WordSpan>& persons, const MarkedText& marked) {
    bool touched = false;
    bool full = false;
    for (const WordSpan& person : persons) {
      if (person.last <= run.first || run.last <= person.first) continue;
      touched = true;
      full = full || person.last > person.first + 1;
    }
    const bool none = !touched && (marked.complete || has_only_other_words(context, run));
    add_example(context, run, candidate_full_names(context, run), persons, none, marked.weight);
    if (!full)
      add_example(context, run, candidate_single_names(context, run), persons, none, marked.weight);
  }

  // "Executive Secretary": sure to be no name where not all names are marked.
  static bool has_only_other_words(const NameContext& context, const WordSpan& run) {
    for (size_t i = run.first; i < run.last; ++i) {
      const WordClasses classes = context.classes(i);
      const bool other =
          has_class(classes, WordClass::common) || has_class(classes, WordClass::organisation) ||
          has_class(classes, WordClass::function) || has_class(classes, WordClass::feature);
      if (!other || has_class(classes, WordClass::given_name) ||
          has_class(classes, WordClass::surname))
        return false;
    }
    return true;
  }

  void add_example(const NameContext& context, const WordSpan& run,
                   const std::vector<WordSpan>& candidates, const std::vector<WordSpan>& persons,
                   bool none, float weight) {
    Example example;
    example.weight = weight;
    for (const WordSpan& person : persons) {
      const auto found = std::find(candidates.begin(), candidates.end(), person);
      if (found != candidates.end()) example.name = static_cast<int>(found - candidates.begin());
    }
    if (candidates.empty() || (example.name < 0 && !none)) return;
    for (const WordSpan& candidate : candidates) {
      collect_features(context, run, candidate, collected_);
      std::vector<int> ids;
      for (const Feature& feature : collected_) ids.push_back(id_of(feature.name()));
      example.candidates.push_back(std::move(ids));
    }
    examples_.push_back(std::move(example));
  }

  int id_of(const std::string& feature) {
    const auto [at, is_new] = ids_.emplace(feature, static_cast<int>(names_.size()));
    if (is_new) {
      names_.push_back(feature);
      seen_.push_back(0);
    }
    ++seen_[static_cast<size_t>(at->second)];
    return at->second;
  }

  const Gazetteer& gazetteer_;
  std::vector<Example> examples_;
  std::unordered_map<std::string, int> ids_;
  std::vector<std::string> names_;
  std::vector<unsigned> seen_;
  std::vector<Feature> collected_;
};

class Learner {
 public:
  explicit Learner(const Examples& examples)
      : examples_(examples), weights_(examples.features().size()), squares_(weights_.size()) {}

  const std::vector<double>& learn() {
    std::mt19937 random(1);
    std::vector<size_t> order(examples_.all().size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int pass = 0; pass < passes; ++pass) {
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      double loss = 0;
      for (const size_t i : order) loss += learn_from(examples_.all()[i]);
      std::cerr << "pass " << pass + 1 << ": loss " << loss / static_cast<double>(order.size())
                << '\n';
    }
    return weights_;
  }

 private:
  bool counts(int feature) const {
    const auto at = static_cast<size_t>(feature);
    const bool ending = examples_.features()[at].find("ends=") != std::string::npos &&
                        !examples_.features()[at].starts_with("ends=");
    return examples_.seen()[at] >= (ending ? least_seen_ending : least_seen);
  }

  double learn_from(const Example& example) {
    std::vector<double> shares;  // first scores, then probabilities; "none" scores 0
    double highest = 0;
    for (const std::vector<int>& features : example.candidates) {
      double score = 0;
      for (const int f : features) score += counts(f) ? weights_[static_cast<size_t>(f)] : 0;
      shares.push_back(score);
      highest = std::max(highest, score);
    }
    double sum = std::exp(-highest);
    for (const double score : shares) sum += std::exp(score - highest);
    for (double& share : shares) share = std::exp(share - highest) / sum;
    const double none = std::exp(-highest) / sum;
    for (size_t i = 0; i < shares.size(); ++i) {
      const double error = shares[i] - (static_cast<int>(i) == example.name ? 1 : 0);
      if (std::abs(error) > 1e-4)
        update(example.candidates[i], error * static_cast<double>(example.weight));
    }
    return -std::log(
        std::max(1e-12, example.name < 0 ? none : shares[static_cast<size_t>(example.name)]));
  }

  void update(const std::vector<int>& features, double gradient) {
    for (const int f : features) {
      if (!counts(f)) continue;
      double& weight = weights_[static_cast<size_t>(f)];
      const double slope = gradient + shrink * weight;
      squares_[static_cast<size_t>(f)] += slope * slope;
      weight -= step * slope / std::sqrt(squares_[static_cast<size_t>(f)] + 1e-6);
    }
  }

  const Examples& examples_;
  std::vector<double> weights_;
  std::vector<double> squares_;
};

void write(const std::string& path, const std::vector<std::string>& features,
           const std::vector<double>& weights) {
  std::vector<std::string> lines;
  for (size_t i = 0; i < features.size(); ++i) {
    if (std::abs(weights[i]) < least_weight) continue;
    char number[32];
    std::snprintf(number, sizeof number, "%.2f", weights[i]);
    lines.push_back(features[i] + '\t' + number);
  }
  std::sort(lines.begin(), lines.end());
  std::ofstream out(path, std::ios::binary);
  out << "# How much each circumstance speaks for a run of capitalised words being a person's name.\n"
         "# Written by tools/train_persons; see CONTRIBUTING.md. feature: slot=value, as in person_features.cc.\n"
         "feature\tweight\n";
  for (const std::string& line : lines) out << line << '\n';
  if (!out.flush()) throw Error(path + ": cannot be written");
  std::cerr << lines.size() << " weights\n";
}

int train(int argc, char** argv) {
  if (argc < 3) {
    std::cout << usage;
    return 2;
  }
  const Gazetteer gazetteer = load_gazetteer({});
  Examples examples(gazetteer);
  for (int i = 2; i < argc; ++i) {
    const size_t before = examples.all().size();
    read_training_text(argv[i], [&examples](MarkedText&& text) { examples.add(text); });
    std::cerr << argv[i] << ": " << examples.all().size() - before << " runs of words\n";
  }
  write(argv[1], examples.features(), Learner(examples).learn());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return chancery::run_main("train_persons", [&] { return train(argc, argv); });
}
