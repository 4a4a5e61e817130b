// SPDX-License-Identifier: GPL-2.0-or-later
/// From an article and its tags to the document that stands for it in the index.
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/text_analysis.h"
#include "indexer/document_content.h"
#include "indexer/origin.h"
#include "indexer/packed_document.h"
#include "indexer/tagging/tags.h"

namespace chancery {

/// In one of two forms.
struct BuiltDocument {
  Xapian::Document document;
  std::optional<PackedDocument> packed;
  std::vector<std::string> new_words;  ///< folded words that its builder had not met before
};

/// Keeps the stemmers that it has met; one for each thread.
class DocumentBuilder {
 public:
  /// The layout is common/schema.h's.
  BuiltDocument build(const Article& article, const Tags& tags, const Origin& origin = {});

  /// The same for an index that is built anew.
  BuiltDocument build_packed(const Article& article, const Tags& tags, const Origin& origin = {});

 private:
  DocumentContent content(const Article& article, const Tags& tags, const Origin& origin);
  TextAnalysis& analysis(const std::string& language);
  std::map<std::string, TextAnalysis> analyses_;
  std::vector<std::string> new_words_;
};

/// The language an article is taken to be in where it does not say.
inline constexpr const char* default_language = "en";

}  // namespace chancery
