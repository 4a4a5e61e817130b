// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/news_concept.h"

#include <algorithm>
#include <array>
#include <map>

#include "corpus/country_names.h"
#include "corpus/language.h"
#include "corpus/news_article.h"
#include "corpus/news_xml.h"

namespace chancery {
namespace {

using pugi::xml_node;

std::string code_of(const xml_node& node) {
  return first_of({attribute(node, "qcode"), attribute(node, "uri"), attribute(node, "literal")});
}

// The name for showing, in the article's language if it has one; no abbreviation where there is
// more.
std::string name_of_concept(const xml_node& node, const std::string& language) {
  std::string best;
  int best_points = -1;
  for (const xml_node& name : children(node, "name")) {
    const std::string role = lower(last_part(attribute(name, "role")));
    const std::string tongue = language_code(attribute(name, "xml:lang"));
    const int points = (role == "mnemonic" || role == "short" ? 0 : 2) +
                       (tongue.empty() || tongue == language ? 1 : 0);
    const std::string line = line_of(name);
    if (line.empty() || points <= best_points) continue;
    best = line;
    best_points = points;
  }
  return best;
}

enum class Nature { other, person, organisation, place, country };

// By the type ("cpnat:person", "cptype:country"); where there is none, by the scheme of the code
// ("country:FRA").
Nature nature_in(const std::string& text) {
  const std::string small = lower(text);
  if (has_any(small, {"country", "cntry", "iso3166-1"})) return Nature::country;
  if (has_any(small, {"person", "people"})) return Nature::person;
  if (has_any(small, {"organisation", "organization", "company"})) return Nature::organisation;
  if (has_any(small, {"geo", "poi", "city", "statprov", "region", "place", "location"}))
    return Nature::place;
  return Nature::other;
}

std::string scheme_of(const std::string& code) {
  return code.substr(0, code.size() - last_part(code).size());
}

class Concepts {
 public:
  Concepts(const xml_node& item, Article& article) : article_(article) {
    for (const xml_node& assertion : children(item, "assert")) {
      if (is_overfull(assertion)) continue;
      const std::string code = code_of(assertion);
      asserts_.emplace(code, assertion);
      by_last_part_.emplace(last_part(code), assertion);
    }
  }

  void add(const xml_node& subject) {
    const xml_node main = child(subject, {"mainConcept"});
    const xml_node& node = main ? main : subject;
    const std::string code = code_of(node);
    const xml_node assertion = asserted(node, code);
    const std::string name = first_of(
        {name_of_concept(node, article_.language), name_of_concept(assertion, article_.language)});
    switch (nature_of(subject, node, assertion, code)) {
      case Nature::person: add_tag(article_, EntityKind::person, name); break;
      case Nature::organisation: add_tag(article_, EntityKind::organisation, name); break;
      case Nature::country: add_country(node, assertion, name, code); break;
      case Nature::place: add_geography(node, assertion, name, code); break;
      case Nature::other: add_topic(subject, node, name, code);
    }
  }

 private:
  // A concept's own words; some agencies assert it under another scheme with the same code behind
  // it.
  xml_node asserted(const xml_node& node, const std::string& code) const {
    if (code.empty()) return {};
    if (const auto found = asserts_.find(code); found != asserts_.end()) return found->second;
    if (child(node, {"name"})) return {};
    const auto found = by_last_part_.find(last_part(code));
    return found == by_last_part_.end() ? xml_node() : found->second;
  }

  static Nature nature_of(const xml_node& subject, const xml_node& node, const xml_node& assertion,
                          const std::string& code) {
    const std::string type = attribute(subject, "type") + " " + attribute(node, "type");
    const Nature by_scheme = nature_in(scheme_of(code));
    const Nature by_type = nature_in(type);
    // "cpnat:geoArea" is every place; the scheme may say that it is a country.
    if (by_type == Nature::place && by_scheme == Nature::country) return by_scheme;
    if (by_type != Nature::other) return by_type;
    if (type == " " && by_scheme != Nature::other) return by_scheme;
    if (child(node, {"geoAreaDetails"}) || child(assertion, {"geoAreaDetails"}))
      return Nature::place;
    for (const xml_node& facet : children(node, "facet")) {
      if (lower(code_of(facet)).starts_with("geo")) return Nature::place;
    }
    return Nature::other;
  }

  std::string iso_code(const xml_node& node, const std::string& code) const {
    if (const std::string iso = country_code_in(code); !iso.empty()) return iso;
    for (const xml_node& same : children(node, "sameAs")) {
      if (const std::string iso = country_code_in(code_of(same)); !iso.empty()) return iso;
    }
    return {};
  }

  void add_country(const xml_node& node, const xml_node& assertion, const std::string& name,
                   const std::string& code) {
    const std::string iso = first_of({iso_code(node, code), iso_code(assertion, code)});
    // "iso3166-1a2:US-NV" is in a scheme of countries, and is none.
    const bool part = iso.empty() && last_part(code).find('-') != std::string::npos;
    add_place(article_, name, iso, !part);
  }

  void add_geography(const xml_node& node, const xml_node& assertion, const std::string& name,
                     const std::string& code) {
    const bool inside = add_broader_countries(node) || add_broader_countries(assertion);
    if (name.empty()) {
      // Without a name, a country is known by its code alone.
      if (!inside && is_country_code(last_part(code)))
        add_tag(article_, EntityKind::country, "", last_part(code));
    } else if (inside) {
      // In a country, so none itself: Georgia, USA. But some say of a country that it lies in
      // itself.
      const auto& tags = article_.editor_tags;
      if (std::none_of(tags.begin(), tags.end(),
                       [&name](const EditorTag& tag) { return tag.name == name; }))
        add_tag(article_, EntityKind::place, name);
    } else {
      add_place(article_, name, iso_code(node, code));
    }
  }

  // The countries that the place lies in; whether there are any.
  bool add_broader_countries(const xml_node& node) {
    bool any = false;
    for (const xml_node& broader : children(node, "broader")) {
      const std::string code = code_of(broader);
      const xml_node assertion = asserted(broader, code);
      const std::string name = first_of({name_of_concept(broader, article_.language),
                                         name_of_concept(assertion, article_.language)});
      const std::string iso =
          first_of({iso_code(broader, code), country_named(name, article_.language)});
      const bool is_country = nature_in(attribute(broader, "type")) == Nature::country ||
                              nature_in(scheme_of(code)) == Nature::country;
      if (iso.empty() &&
          (!is_country || name.empty() || last_part(code).find('-') != std::string::npos))
        continue;
      add_place(article_, name, iso, true);
      any = true;
    }
    return any;
  }

  // An event without a name is a number and no subject; a topic's code says something to those who
  // know it.
  void add_topic(const xml_node& subject, const xml_node& node, const std::string& name,
                 const std::string& code) {
    const std::string type = lower(last_part(attribute(subject, "type")));
    if (name.empty() && type == "event") return;
    add_subject(
        article_,
        first_of({name, attribute(node, "qcode").empty() ? attribute(node, "literal") : ""}), code);
  }

  Article& article_;
  std::map<std::string, xml_node> asserts_;
  std::map<std::string, xml_node> by_last_part_;
};

}  // namespace

void add_concepts(const xml_node& item, const xml_node& content_meta, Article& article) {
  if (is_overfull(content_meta)) return;
  Concepts concepts(item, article);
  for (const xml_node& subject : children(content_meta, "subject")) concepts.add(subject);
  for (const xml_node& keyword : children(content_meta, "keyword"))
    add_subject(article, line_of(keyword));
}

}  // namespace chancery
