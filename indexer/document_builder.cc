// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>

#include "common/fold.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/words.h"
#include "indexer/fingerprint.h"

namespace chancery {
namespace {

// Headline, dateline and body stand this far apart, so that no phrase spans two of them.
constexpr Xapian::termpos field_gap = 100;

class TextPostings {
 public:
  TextPostings(Xapian::Document& document, TextAnalysis& analysis) : document_(document), analysis_(analysis) {}

  void add(const std::string& text, bool headline, Fingerprint* fingerprint = nullptr) {
    for (const Word& word : split_words(text)) {
      const std::string& term = analysis_.term(text_of(text, word));
      ++position_;
      if (term.empty()) continue;
      document_.add_posting(term, position_);
      if (headline) document_.add_posting(schema::title_term(term), position_);
      if (fingerprint != nullptr) fingerprint->add(term);
    }
    position_ += field_gap;
  }

 private:
  Xapian::Document& document_;
  TextAnalysis& analysis_;
  Xapian::termpos position_ = 0;
};

// Of how many articles have the form, the index's own count of the term tells, whatever is replaced or removed.
void add_form(Xapian::Document& document, const Tag& person) {
  if (const std::string term = schema::form_term(person.key, person.name); !term.empty()) document.add_boolean_term(term);
}

void add_tags(Xapian::Document& document, const std::vector<Tag>& tags, StoredArticle& stored) {
  if (tags.empty()) return;
  std::vector<std::string> keys;
  for (const Tag& tag : tags) {
    document.add_term(schema::entity_term(tag.kind, tag.key), tag.mentions);
    if (tag.kind == EntityKind::person && !tag.known) add_form(document, tag);
    keys.push_back(tag.key);
    stored.tags.push_back(tag);
  }
  document.add_value(schema::slot_of(tags.front().kind), schema::pack_list(keys));
}

void add_subjects(Xapian::Document& document, const std::vector<std::string>& subjects) {
  std::vector<std::string> keys;
  for (const std::string& subject : subjects) {
    std::string key = make_key(subject);
    if (key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    document.add_boolean_term(schema::subject_term(key));
    keys.push_back(std::move(key));
  }
  if (!keys.empty()) document.add_value(schema::subject_slot, schema::pack_list(keys));
}

void add_fingerprint(Xapian::Document& document, const Fingerprint& fingerprint) {
  const std::string packed = fingerprint.packed();
  if (packed.empty()) return;
  document.add_value(schema::fingerprint_slot, packed);
  for (const std::string& band : fingerprint_bands(packed)) document.add_boolean_term(schema::fingerprint_term(band));
}

void add_order(Xapian::Document& document, const Article& article) {
  document.add_value(schema::order_slot, schema::order_value(article.date, article.id));
  document.add_value(schema::oldest_slot, schema::oldest_value(article.date));
  document.add_value(schema::oldest_order_slot, schema::oldest_order_value(article.date, article.id));
}

void add_date(Xapian::Document& document, const Date& date) {
  document.add_value(schema::date_slot, to_digits(date));
  document.add_boolean_term(schema::year_term(date));
  document.add_boolean_term(schema::month_term(date));
  document.add_boolean_term(schema::day_term(date));
}

}  // namespace

TextAnalysis& DocumentBuilder::analysis(const std::string& language) {
  const auto [found, is_new] = analyses_.try_emplace(language, language);
  if (is_new) found->second.collect_new_words(new_words_);
  return found->second;
}

BuiltDocument DocumentBuilder::build(const Article& article, const Tags& tags, const Origin& origin) {
  BuiltDocument built;
  Xapian::Document& document = built.document;
  StoredArticle stored{article, {}};
  if (stored.article.language.empty()) stored.article.language = default_language;
  const std::string& language = stored.article.language;

  TextPostings postings(document, analysis(language));
  postings.add(article.title, true);
  postings.add(article.dateline, false);
  Fingerprint fingerprint;
  postings.add(article.text, false, &fingerprint);
  add_fingerprint(document, fingerprint);

  document.add_boolean_term(schema::id_term(article.id));
  for (const auto* list : {&tags.persons, &tags.countries, &tags.organisations, &tags.places}) {
    add_tags(document, *list, stored);
  }
  if (article.date) add_date(document, *article.date);
  add_order(document, article);
  if (const std::string source = make_key(article.source); !source.empty()) {
    document.add_boolean_term(schema::source_term(source));
    document.add_value(schema::source_slot, schema::pack_list({source}));
  }
  add_subjects(document, article.subjects);
  document.add_boolean_term(schema::language_term(language));
  document.add_value(schema::language_slot, schema::pack_list({language}));
  if (!origin.content_hash.empty()) document.add_value(schema::content_slot, origin.content_hash);
  for (const std::string& term : origin.file_terms) document.add_boolean_term(term);
  document.set_data(pack(stored));
  built.new_words = std::move(new_words_);
  new_words_.clear();
  return built;
}

}  // namespace chancery
