// SPDX-License-Identifier: GPL-2.0-or-later
/// Results as bytes: one function for each kind of answer and format. None of them ends the
/// program's output; all write valid UTF-8.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "searcher/output_style.h"
#include "searcher/results.h"

namespace chancery {

/// For people: the total first, the hits with highlighted snippets, the facets as bars.
void render_text(std::ostream& out, const Results& results, const OutputStyle& style);
void render_text(std::ostream& out, const ArticleView& view, const OutputStyle& style);
void render_text(std::ostream& out, const std::vector<Candidate>& candidates,
                 const OutputStyle& style);

/// For scripts: one object, `"version": 1` first. Keys are only ever added: see answer.schema.json.
void render_json(std::ostream& out, const Results& results, const std::string& query);
void render_json(std::ostream& out, const ArticleView& view);
void render_json(std::ostream& out, const std::vector<Candidate>& candidates);

/// The answer to one query of --batch, on one line; and what is said of a query that is wrong.
void render_json_line(std::ostream& out, const Results& results, const std::string& query);
void render_json_error(std::ostream& out, const std::string& message, const std::string& query);

/// One hit a line, each an object as in render_json's `hits`.
void render_jsonl(std::ostream& out, const Results& results);

/// RFC 4180 with a header line: id, date, source, title, url, snippet, persons, countries. Where a
/// cross or a timeline was asked for, that instead of the hits.
void render_csv(std::ostream& out, const Results& results);

}  // namespace chancery
