// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/newsml_1_metadata.h"

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

// A <Topic>: what a code stands for, in several languages.
struct Topics {
  std::map<std::string, xml_node> by_id;    // "Duid"
  std::map<std::string, xml_node> by_name;  // FormalName
};

void add_topics(const xml_node& item, Topics& topics) {
  for (xml_node set = descendant(item, "TopicSet"); set;
       set = following_named(set, item, "TopicSet")) {
    for (const xml_node& topic : children(set, "Topic")) {
      if (is_overfull(topic)) continue;
      topics.by_id.emplace(attribute(topic, "Duid"), topic);
      for (const xml_node& name : children(topic, "FormalName"))
        topics.by_name.emplace(line_of(name), topic);
    }
  }
}

// Its description in the article's language, and rather its name than its abbreviation.
std::string topic_name(const xml_node& topic, const std::string& language) {
  std::string best;
  int best_points = -1;
  for (const xml_node& description : children(topic, "Description")) {
    const std::string tongue = language_code(attribute(description, "xml:lang"));
    const std::string variant = lower(attribute(description, "Variant"));
    const int points = (tongue == language                 ? 4
                        : tongue == "en" || tongue.empty() ? 2
                                                           : 0) +
                       (variant.empty() || variant == "name" ? 1 : 0);
    const std::string line = line_of(description);
    if (line.empty() || points <= best_points) continue;
    best = line;
    best_points = points;
  }
  return best;
}

// What `kind` ("Country", "BWIndustryKeywords") says that `value` is.
void add_value(const std::string& kind, const std::string& value, Article& article) {
  const std::string small = lower(kind);
  if (value.empty() || has_any(small, {"generator", "wordcount"})) return;
  if (has_any(small, {"country"})) {
    const bool code = is_country_code(value);
    add_place(article, code ? "" : value, code ? value : "", true);
  } else if (has_any(small, {"city", "state", "region", "location", "place", "geograph", "area"})) {
    add_place(article, value);
  } else if (has_any(small, {"person", "people"})) {
    add_tag(article, EntityKind::person, value);
  } else if (has_any(small, {"company", "companies", "organisation", "organization"})) {
    add_tag(article, EntityKind::organisation, value);
  } else if (has_any(small, {"keyword", "subject", "topic", "category"})) {
    add_subject(article, value);
  }
}

void add_properties(const xml_node& parent, Article& article) {
  for (const xml_node& property : children(parent, "Property"))
    add_value(attribute(property, "FormalName"), attribute(property, "Value"), article);
}

// "grain, ports; trade"
void add_keywords(const std::string& line, Article& article) {
  for (size_t at = 0; at < line.size();) {
    const size_t end = std::min(line.find_first_of(",;", at), line.size());
    add_subject(article, line.substr(at, end - at));
    at = end + 1;
  }
}

void add_topic(const xml_node& topic, Article& article) {
  const std::string type = attribute(child(topic, {"TopicType"}), "FormalName");
  const std::string formal = line_of(child(topic, {"FormalName"}));
  const std::string name = first_of({topic_name(topic, article.language), formal});
  const std::string small = lower(type);
  if (has_any(small, {"country"})) {
    add_place(article, name, formal, true);
  } else if (has_any(small, {"person", "people", "company", "organisation", "organization", "city",
                             "state", "region", "location", "place", "geograph", "area"})) {
    add_value(type, name, article);
  } else {
    add_subject(article, name);
  }
}

void add_descriptive(const xml_node& metadata, const Topics& topics, Article& article) {
  if (is_overfull(metadata)) return;
  for (const xml_node& code : children(metadata, "SubjectCode")) {
    if (is_overfull(code)) continue;
    for (const xml_node& subject : code.children()) {
      const std::string formal = attribute(subject, "FormalName");
      if (formal.empty()) continue;
      const auto topic = topics.by_name.find(formal);
      add_subject(article,
                  topic == topics.by_name.end() ? "" : topic_name(topic->second, article.language),
                  formal);
    }
  }
  for (const xml_node& occurrence : children(metadata, "TopicOccurrence")) {
    const std::string reference = attribute(occurrence, "Topic");
    if (reference.empty()) continue;
    const auto topic =
        topics.by_id.find(reference.starts_with('#') ? reference.substr(1) : reference);
    if (topic != topics.by_id.end()) add_topic(topic->second, article);
  }
  for (const xml_node& location : children(metadata, "Location")) {
    // Where it was written is the dateline's matter, and not what it speaks of.
    if (lower(attribute(location, "HowPresent")) != "origin") add_properties(location, article);
  }
  add_properties(metadata, article);
}

void add_of_component(const xml_node& component, const Topics& topics, Article& article) {
  for (const xml_node& metadata : children(component, "AdministrativeMetadata")) {
    for (const std::string_view party : {"Provider", "Source", "Creator"}) {
      if (article.source.empty())
        article.source = attribute(child(metadata, {party, "Party"}), "FormalName");
    }
  }
  for (const xml_node& metadata : children(component, "DescriptiveMetadata")) {
    add_descriptive(metadata, topics, article);
    if (article.dateline.empty()) {
      for (const xml_node& location : children(metadata, "Location")) {
        if (lower(attribute(location, "HowPresent")) != "origin") continue;
        for (const xml_node& property : children(location, "Property")) {
          if (lower(attribute(property, "FormalName")) == "city")
            article.dateline = attribute(property, "Value");
        }
      }
    }
  }
  for (const xml_node& metadata : children(component, "Metadata"))
    add_properties(metadata, article);
  for (const xml_node& lines : children(component, "NewsLines")) {
    for (const xml_node& keywords : children(lines, "KeywordLine"))
      add_keywords(line_of(keywords), article);
    if (article.source.empty()) article.source = line_of(child(lines, {"CreditLine"}));
  }
}

}  // namespace

void add_metadata(const xml_node& component, const xml_node& head, Article& article) {
  xml_node item = component;
  while (item.parent() && local_name(item) != "NewsItem") item = item.parent();
  Topics topics;
  add_topics(item, topics);
  add_topics(head, topics);
  add_of_component(component, topics, article);
  for (const xml_node& part : children(component, "NewsComponent"))
    add_of_component(part, topics, article);
  for (xml_node around = component.parent(); local_name(around) == "NewsComponent";
       around = around.parent()) {
    add_of_component(around, topics, article);
  }
}

}  // namespace chancery
