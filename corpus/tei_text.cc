// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/tei_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "common/utf8.h"
#include "corpus/html/html_text.h"

namespace chancery {
namespace {

using pugi::xml_node;

constexpr std::array<std::string_view, 31> blocks = {
    "p",       "ab",       "head",    "item",     "list",         "label",   "row",
    "table",   "l",        "lg",      "lb",       "div",          "quote",   "opener",
    "closer",  "salute",   "signed",  "dateline", "postscript",   "trailer", "argument",
    "byline",  "sp",       "speaker", "stage",    "floatingText", "body",    "attachment",
    "address", "addrLine", "figDesc"};
constexpr std::array<std::string_view, 8> left_out = {"note",    "teiHeader", "fw",  "del",
                                                      "graphic", "surplus",   "gap", "index"};

template <size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block(const xml_node& node) { return is_one_of(blocks, local_name(node)); }

// What the Historian's Office adds of its own (frus:file, frus:pdf …) is about the facsimile, but
// for attachments.
bool is_left_out(const xml_node& node) {
  const std::string_view name = local_name(node);
  if (is_one_of(left_out, name)) return true;
  if (std::string_view(node.name()).starts_with("frus:")) return name != "attachment";
  return (name == "sic" || name == "orig" || name == "expan") &&
         local_name(node.parent()) == "choice";
}

// Puts the pieces together. White space that is there only because editors indent their XML, or
// because a footnote was taken out, does not part a word from its punctuation.
class Paragraphs {
 public:
  void add(std::string_view piece) {
    for (size_t at = 0; at < piece.size(); ++at) {
      const char c = piece[at];
      if (c == '\n' || c == '\r') {
        if (gap_ != Gap::paragraph) gap_ = Gap::indent;
      } else if (c == ' ' || c == '\t') {
        if (gap_ == Gap::none) gap_ = Gap::space;
      } else {
        const bool ellipsis = c == '.' && piece.substr(at + 1).starts_with(" .");
        start_character(c, ellipsis);
        text_ += c;
      }
    }
  }
  void end_paragraph() { gap_ = Gap::paragraph; }
  void part_words() {
    if (gap_ == Gap::none) gap_ = Gap::space;
  }
  void leave_out_note() {
    if (gap_ == Gap::space) gap_ = Gap::indent;
  }
  std::string take() { return tidy_text(repair_utf8(std::move(text_))); }

 private:
  enum class Gap { none, space, indent, paragraph };

  void start_character(char c, bool ellipsis) {
    if (gap_ == Gap::paragraph) text_ += '\n';
    const bool closes = std::string_view(".,;:)]").find(c) != std::string_view::npos && !ellipsis;
    const bool opened = text_.ends_with('(') || text_.ends_with('[');
    if (gap_ == Gap::space || (gap_ == Gap::indent && !closes && !opened)) text_ += ' ';
    gap_ = Gap::none;
  }

  std::string text_;
  Gap gap_ = Gap::none;
};

void start(const xml_node& node, Paragraphs& out) {
  const std::string_view name = local_name(node);
  const bool unbroken = std::string_view(node.attribute("break").value()) == "no";
  // "1." and what it numbers are one line.
  xml_node before = node.previous_sibling();
  while (before && before.type() != pugi::node_element) before = before.previous_sibling();
  if (name == "item" && local_name(before) == "label") {
    out.part_words();
  } else if (is_block(node) && !unbroken) {
    out.end_paragraph();
  } else if ((name == "pb" || name == "cb" || name == "cell") && !unbroken) {
    out.part_words();
  }
}

void end(const xml_node& node, Paragraphs& out) {
  const std::string_view name = local_name(node);
  if (name == "label" || name == "cell") {
    out.part_words();
  } else if (is_block(node) && name != "lb") {
    out.end_paragraph();
  }
}

// By hand and not by recursion: a document may nest as deep as it likes.
std::string text_of(const xml_node& root, std::vector<xml_node>& notes) {
  Paragraphs out;
  xml_node node = root.first_child();
  while (node) {
    const bool skipped = node.type() == pugi::node_element && is_left_out(node);
    if (skipped && local_name(node) == "note") {
      notes.push_back(node);
      out.leave_out_note();
    } else if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      out.add(node.value());
    } else if (!skipped) {
      start(node, out);
    }
    if (!skipped && node.first_child()) {
      node = node.first_child();
      continue;
    }
    if (!skipped) end(node, out);
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      if (node != root) end(node, out);
    }
    if (node == root) break;
    node = node.next_sibling();
  }
  return out.take();
}

bool is_generation(std::string_view word) {
  for (const std::string_view known : {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"}) {
    if (word == known) return true;
  }
  return false;
}

// A word that ends in a stop is a rank, unless it is an initial: "Lt.", but not "W." or "J.F.".
bool is_rank(std::string_view word) {
  for (const std::string_view known : {"General", "Lieutenant", "Major", "Brigadier", "Colonel",
                                       "Captain", "Admiral", "Marshal"}) {
    if (word == known) return true;
  }
  return word.size() > 2 && word.find('.') == word.size() - 1;
}

// "Lt. Gen. Paul W." -> "Paul W.".
std::string_view without_ranks(std::string_view given) {
  for (;;) {
    const size_t space = given.find(' ');
    if (space == std::string_view::npos || !is_rank(given.substr(0, space))) return given;
    given.remove_prefix(space + 1);
  }
}

}  // namespace

std::string tei_text(const xml_node& node, std::vector<std::string>& notes) {
  std::vector<xml_node> found;
  std::string text = text_of(node, found);
  for (size_t i = 0; i < found.size(); ++i) {  // a note within a note is found on the way
    const std::string number = found[i].attribute("n").value();
    std::string note = text_of(xml_node(found[i]), found);
    if (!note.empty()) notes.push_back(number.empty() ? note : "[" + number + "] " + note);
  }
  return text;
}

std::string tei_line(const xml_node& node) {
  std::vector<xml_node> notes;
  return tidy_line(text_of(node, notes));
}

std::string tei_person_name(std::string_view listed) {
  std::vector<std::string> parts;
  while (!listed.empty()) {
    const size_t comma = std::min(listed.find(','), listed.size());
    std::string part = tidy_line(listed.substr(0, comma));
    part = tidy_line(std::string_view(part).substr(0, part.find('(')));
    while (part.ends_with(':') || part.ends_with(';')) part.pop_back();
    if (!part.empty()) parts.push_back(std::move(part));
    listed.remove_prefix(std::min(comma + 1, listed.size()));
  }
  if (parts.empty()) return {};
  if (parts.size() == 1) return parts[0];
  std::string name =
      is_generation(parts[1]) ? parts[0] : std::string(without_ranks(parts[1])) + " " + parts[0];
  for (const std::string& part : parts) {
    if (is_generation(part)) name += " " + part;
  }
  return name;
}

}  // namespace chancery
