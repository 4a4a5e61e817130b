// SPDX-License-Identifier: GPL-2.0-or-later
/// Text exports of LexisNexis: those of Nexis and LexisNexis Academic ("1 of 250 DOCUMENTS", source
/// and date centred, BYLINE:, LENGTH:, LOAD-DATE:) and of Nexis Uni ("End of Document"). There is
/// no published standard; this follows the files.
#include <algorithm>

#include "common/error.h"
#include "corpus/formats.h"
#include "corpus/html/html_text.h"
#include "corpus/published_date.h"
#include "corpus/text_fields.h"
#include "corpus/text_lines.h"

namespace chancery {
namespace {

// "1 of 250 DOCUMENTS", "Document 1 of 250"
bool is_count(std::string_view line) {
  std::string text = tidy_line(line);
  const size_t of = text.find(" of ");
  if (text.size() > 40 || of == std::string::npos) return false;
  const bool named =
      text.starts_with("Document ") || text.ends_with(" DOCUMENTS") || text.ends_with(" DOCUMENT");
  const std::string_view before = std::string_view(text).substr(0, of);
  const std::string_view behind = std::string_view(text).substr(of + 4);
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return named && digit(before.back()) && digit(behind.front()) &&
         (digit(before.front()) || before.starts_with("Document"));
}

bool is_end(std::string_view line) { return tidy_line(line) == "End of Document"; }

// Labels that stand before the text, and those behind it.
bool is_before(const std::string& name) {
  for (const char* known : {"HEADLINE", "BYLINE", "SECTION", "LENGTH", "DATELINE", "HIGHLIGHT",
                            "SERIES", "TYPE", "BODY", "COLUMN", "ABSTRACT", "TITLE"}) {
    if (name == known) return true;
  }
  return false;
}

bool is_behind(const std::string& name) {
  for (const char* known : {"LOAD-DATE",       "LANGUAGE",
                            "GRAPHIC",         "SUBJECT",
                            "ORGANIZATION",    "PERSON",
                            "GEOGRAPHIC",      "COUNTRY",
                            "STATE",           "CITY",
                            "COMPANY",         "TICKER",
                            "INDUSTRY",        "PUBLICATION-TYPE",
                            "PUB-TYPE",        "JOURNAL-CODE",
                            "DOCUMENT-TYPE",   "DISTRIBUTION",
                            "CORRECTION-DATE", "URL",
                            "NOTES",           "ACC-NO"}) {
    if (name == known) return true;
  }
  return false;
}

bool is_rights(std::string_view line) {
  const std::string text = tidy_line(line);
  return text.starts_with("Copyright ") || text.starts_with("COPYRIGHT ") ||
         text.starts_with("(c) ") || text == "All Rights Reserved" || text == "All rights reserved";
}

std::string in_capitals(std::string_view name) {
  std::string capitals(name);
  for (char& c : capitals) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 0x20 : c);
  return capitals;
}

TextField field_of(const std::string& name) {
  if (name == "SUBJECT") return TextField::keywords;
  if (name == "ACC-NO") return TextField::id;
  if (name == "SECTION" || name == "TITLE" || name == "CITY" || name == "STATE")
    return TextField::other;
  return text_field(name).value_or(TextField::other);
}

// The lines of one document from the top down.
class Document {
 public:
  explicit Document(DayOrder order) : fields_(order) {}

  void add(std::string_view line) {
    const auto [label, value] = split_label(line);
    const std::string name = in_capitals(label);
    if (is_behind(name) || (!in_text_ && is_before(name))) {
      end_paragraph();
      in_text_ = name == "BODY";
      behind_ = is_behind(name);
      label_ = name;
      paragraph_ = value;
    } else if (!in_text_ && tidy_line(line) == "Body") {
      end_paragraph();
      in_text_ = true;
    } else if (in_text_ && tidy_line(line) == "Classification") {
      in_text_ = false;
      behind_ = true;
    } else if (is_rights(line)) {
      end_paragraph();
    } else if (in_text_) {
      text_.append(line).append("\n");
    } else if (is_blank(line)) {
      end_paragraph();
    } else if (!label_.empty() || behind_) {
      paragraph_.append(" ").append(line);
    } else {
      add_unlabelled(line);
    }
  }

  Article finish() {
    end_paragraph();
    if (!has_title_ && !top_.empty()) fields_.add(TextField::headline, top_.front());
    return fields_.finish(unwrap(text_));
  }

 private:
  // Source, date, edition and headline, which have no labels; then the text begins.
  void add_unlabelled(std::string_view line) {
    constexpr size_t centred = 8;
    constexpr size_t longest_date = 60;
    const std::string text = tidy_line(line);
    if (!has_date_) {
      if (text.size() <= longest_date && text.find_first_of("0123456789") != std::string::npos &&
          parse_published_date(text)) {
        has_date_ = true;
        fields_.add(TextField::date, text);
        if (!top_.empty()) fields_.add(TextField::source, top_.back());
        for (size_t i = 0; i + 1 < top_.size(); ++i) paragraph_.append(" ").append(top_[i]);
        if (!paragraph_.empty()) add_headline();
        return;
      }
      top_.push_back(text);
      return;
    }
    if (line.find_first_not_of(' ') >= centred) return;  // the edition
    if (has_title_ && has_label_) {
      in_text_ = true;
      text_.append(line).append("\n");
    } else if (!has_title_) {
      paragraph_.append(" ").append(line);
    }
  }

  void add_headline() {
    fields_.add(TextField::headline, paragraph_);
    has_title_ = true;
    paragraph_.clear();
  }

  void end_paragraph() {
    if (!label_.empty()) {
      has_label_ = true;
      has_title_ = has_title_ || label_ == "HEADLINE";
      fields_.add(field_of(label_), paragraph_);
      label_.clear();
    } else if (!behind_ && !is_blank(paragraph_)) {
      add_headline();
    }
    paragraph_.clear();
  }

  TextFields fields_;
  std::vector<std::string> top_;  // lines before the date
  std::string label_;
  std::string paragraph_;
  std::string text_;
  bool has_date_ = false, has_title_ = false, has_label_ = false, in_text_ = false, behind_ = false;
};

bool recognise(std::string_view head) {
  bool length = false;
  bool load_date = false;
  while (!head.empty()) {
    const std::string_view line = take_line(head);
    if (is_count(line)) return true;
    const std::string name = in_capitals(split_label(line).first);
    length = length || (name == "LENGTH" && line.ends_with(" words"));
    load_date = load_date || name == "LOAD-DATE" || is_end(line);
    if (length && load_date) return true;
  }
  return false;
}

bool has_counts(std::string_view head) {
  while (!head.empty()) {
    if (is_count(take_line(head))) return true;
  }
  return false;
}

void read_decoded(ByteSource& source, const ArticleSink& sink) {
  const std::string_view head = source.peek(head_size);
  const DayOrder order = day_order_in(head);
  bool inside = !has_counts(head);  // what stands before the first count is a cover page
  Document document(order);
  bool any = false;
  const auto finish = [&] {
    if (inside && any) sink.article(document.finish());
    document = Document(order);
    any = false;
  };
  std::string line;
  for (size_t number = 1;; ++number) {
    const ByteSource::Line got = source.read_line(line, largest_item);
    if (got == ByteSource::Line::end) break;
    if (got == ByteSource::Line::too_long) {
      sink.reject("line " + std::to_string(number),
                  "longer than " + std::to_string(largest_item >> 20) + " MiB");
      continue;
    }
    if (line.ends_with('\r')) line.pop_back();
    line = to_utf8(std::move(line));
    if (is_count(line) || is_end(line)) {
      finish();
      inside = true;
      continue;
    }
    any = any || !is_blank(line);
    if (inside) document.add(line);
  }
  finish();
}

void read(ByteSource& source, const ArticleSink& sink) {
  const auto text = decoded_text(source);
  read_decoded(text ? *text : source, sink);
}

}  // namespace

const Format lexis = {"lexis", "text exports of LexisNexis", recognise, read};

}  // namespace chancery
