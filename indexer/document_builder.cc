// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>
#include <utility>

#include "common/fold.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/words.h"
#include "indexer/fingerprint.h"

namespace chancery {
namespace {

// Headline, dateline and body stand this far apart, so that no phrase spans two of them.
constexpr uint32_t field_gap = 100;

class TextPostings {
 public:
  TextPostings(DocumentContent& content, TextAnalysis& analysis)
      : content_(content), analysis_(analysis) {}

  void add(const std::string& text, bool headline, Fingerprint* fingerprint = nullptr) {
    for (const Word& word : split_words(text)) {
      const std::string& term = analysis_.term(text_of(text, word));
      ++position_;
      if (term.empty()) continue;
      content_.add_posting(term, position_);
      if (headline) content_.add_posting(schema::title_term(term), position_);
      if (fingerprint != nullptr) fingerprint->add(term);
    }
    position_ += field_gap;
  }

 private:
  DocumentContent& content_;
  TextAnalysis& analysis_;
  uint32_t position_ = 0;
};

// Of how many articles have the form, the index's own count of the term tells, whatever is replaced
// or removed.
void add_form(DocumentContent& content, const Tag& person) {
  if (const std::string term = schema::form_term(person.key, person.name); !term.empty())
    content.add_term(term);
}

void add_tags(DocumentContent& content, const std::vector<Tag>& tags, std::string& data) {
  if (tags.empty()) return;
  std::vector<std::string> keys;
  for (const Tag& tag : tags) {
    content.add_term(schema::entity_term(tag.kind, tag.key), tag.mentions);
    if (tag.kind == EntityKind::person && !tag.known) add_form(content, tag);
    keys.push_back(tag.key);
    pack_tag(data, tag);
  }
  content.add_value(schema::slot_of(tags.front().kind), schema::pack_list(keys));
}

void add_subjects(DocumentContent& content, const std::vector<std::string>& subjects) {
  std::vector<std::string> keys;
  for (const std::string& subject : subjects) {
    std::string key = make_key(subject);
    if (key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    content.add_term(schema::subject_term(key));
    keys.push_back(std::move(key));
  }
  if (!keys.empty()) content.add_value(schema::subject_slot, schema::pack_list(keys));
}

void add_fingerprint(DocumentContent& content, const Fingerprint& fingerprint) {
  const std::string packed = fingerprint.packed();
  if (packed.empty()) return;
  content.add_value(schema::fingerprint_slot, packed);
  for (const std::string& band : fingerprint_bands(packed))
    content.add_term(schema::fingerprint_term(band));
}

void add_order(DocumentContent& content, const Article& article) {
  content.add_value(schema::order_slot, schema::order_value(article.date, article.id));
  content.add_value(schema::oldest_slot, schema::oldest_value(article.date));
  content.add_value(schema::oldest_order_slot,
                    schema::oldest_order_value(article.date, article.id));
}

void add_date(DocumentContent& content, const Date& date) {
  content.add_value(schema::date_slot, to_digits(date));
  content.add_term(schema::year_term(date));
  content.add_term(schema::month_term(date));
  content.add_term(schema::day_term(date));
}

}  // namespace

TextAnalysis& DocumentBuilder::analysis(const std::string& language) {
  const auto [found, is_new] = analyses_.try_emplace(language, language);
  if (is_new) found->second.collect_new_words(new_words_);
  return found->second;
}

BuiltDocument DocumentBuilder::build(const Article& article, const Tags& tags,
                                     const Origin& origin) {
  BuiltDocument built;
  built.document = to_xapian(content(article, tags, origin));
  built.new_words = std::exchange(new_words_, {});
  return built;
}

BuiltDocument DocumentBuilder::build_packed(const Article& article, const Tags& tags,
                                            const Origin& origin) {
  BuiltDocument built;
  built.packed = pack_document(content(article, tags, origin));
  built.new_words = std::exchange(new_words_, {});
  return built;
}

DocumentContent DocumentBuilder::content(const Article& article, const Tags& tags,
                                         const Origin& origin) {
  constexpr size_t bytes_of_word = 6;
  DocumentContent content(article.text.size() / bytes_of_word);
  const std::string language = article.language.empty() ? default_language : article.language;
  std::string data = pack_article(article, language);

  TextPostings postings(content, analysis(language));
  postings.add(article.title, true);
  postings.add(article.dateline, false);
  Fingerprint fingerprint;
  postings.add(article.text, false, &fingerprint);
  add_fingerprint(content, fingerprint);

  content.add_term(schema::id_term(article.id));
  for (const auto* list : {&tags.persons, &tags.countries, &tags.organisations, &tags.places}) {
    add_tags(content, *list, data);
  }
  if (article.date) add_date(content, *article.date);
  add_order(content, article);
  if (const std::string source = make_key(article.source); !source.empty()) {
    content.add_term(schema::source_term(source));
    content.add_value(schema::source_slot, schema::pack_list({source}));
  }
  add_subjects(content, article.subjects);
  content.add_term(schema::language_term(language));
  content.add_value(schema::language_slot, schema::pack_list({language}));
  if (!origin.content_hash.empty()) content.add_value(schema::content_slot, origin.content_hash);
  for (const std::string& term : origin.file_terms) content.add_term(term);
  content.set_data(std::move(data));
  return content;
}

}  // namespace chancery
