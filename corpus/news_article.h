// SPDX-License-Identifier: GPL-2.0-or-later
/// How subjects, tags, bylines, datelines and bodies come into an article, whatever the format, and
/// the codes of the IPTC's formats (NITF, NewsML, ninjs) in them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/fold.h"

namespace chancery {

/// The first that is not empty.
std::string first_of(std::initializer_list<std::string> texts);

/// Whether any of `words` is in `text`.
bool has_any(std::string_view text, std::initializer_list<std::string_view> words);

/// Adds a subject, once. One without a name is given that of its top level among the IPTC's subject
/// codes and media topics ("subj:11003000" -> "politics"); else `code` is the subject.
void add_subject(Article& article, std::string_view name, std::string_view code = {});

/// Adds an editor's tag, once; none where there is neither name nor code.
void add_tag(Article& article, EntityKind kind, std::string_view name, std::string_view code = {});

/// Adds the country that `code` or `name` is (in English or the article's language, which must
/// be set before), else a place. With `is_country`, it is a country even if the name is not known
/// here.
void add_place(Article& article, std::string_view name, std::string_view code = {},
               bool is_country = false);

/// The ISO 3166-1 code in a code of a scheme for countries: "iso3166-1a2:DE", "country:FRA",
/// "http://cvx.iptc.org/iso3166-1a2/it" -> "DE", "FRA", "IT". Empty for any other, as
/// "iso3166-1a2:US-NV".
std::string country_code_in(std::string_view code);

/// What stands behind the last ':' or '/': "stat:usable" -> "usable".
std::string last_part(std::string_view code);

/// "By Clara Whitcombe" -> "Clara Whitcombe".
std::string without_by(std::string byline);

/// A byline without its "By", or "Von", "Par" … as the article's language has it.
std::string to_byline(std::string byline, std::string_view language);

/// Dashes and white space taken off the end: "STOCKHOLM, Aug 29 (AFP) -". Empty where it is no more
/// than a date: "2014-07-16 15:53:10 GMT".
std::string to_dateline(std::string dateline);

/// Whether the publisher has taken the item back or holds it: "stat:canceled", "Withheld".
bool is_withdrawn(std::string_view status);

/// Text typed in lines, as wires send it within one <p>: its continued lines begin at the margin
/// and its paragraphs are indented or parted by empty lines. The other line feeds become spaces; in
/// text of any other shape all do.
std::string typed_paragraphs(std::string_view text);

/// Text that is plain, or HTML in spite of its type, as plain text; the wraps of its lines undone.
std::string plain_or_html(const std::string& text);

/// The body, without a first line that is the headline again.
void set_body(Article& article, std::string text);

/// Where the body or headline has characters that could not be decoded, a note that says so.
void note_mended(Article& article);

}  // namespace chancery
