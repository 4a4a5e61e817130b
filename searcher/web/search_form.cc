// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/search_form.h"

#include <algorithm>
#include <array>

#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"

namespace chancery::web {
namespace {

// Fields of the form, and what another search does not keep.
constexpr std::array<std::string_view, 7> not_carried = {"q",      "from",  "to",      "date",
                                                         "offset", "after", "collapse"};

std::string chip(const std::string& what, const std::string& text, const Parameters& without) {
  return "<li><span class=\"what\">" + escaped(what) + "</span> " + escaped(text) + " <a href=\"" +
         escaped(search_path(without)) + "\" aria-label=\"Remove: " + escaped(what + " " + text) +
         "\">×</a></li>\n";
}

}  // namespace

std::string search_form(const Parameters& parameters) {
  const auto value = [&](const std::string& name) {
    return " name=\"" + name + "\" id=\"" + name + "\" value=\"" + escaped(parameters.get(name)) +
           '"';
  };
  Parameters dates = parameters;
  // One field for both ends of a span: the form has a from and a to.
  if (const std::string date = parameters.get("date"); !date.empty())
    dates = parameters.replaced("from", date).replaced("to", date);
  const auto date = [&](const std::string& name, const std::string& label) {
    return "<label for=\"" + name + "\">" + label + "</label><input type=\"text\" name=\"" + name +
           "\" id=\"" + name + "\" value=\"" + escaped(dates.get(name)) +
           "\" placeholder=\"YYYY-MM\" pattern=\"[0-9]{4}(-[0-9]{2}){0,2}\" size=\"10\" "
           "inputmode=\"numeric\">";
  };
  std::string html =
      "<form class=\"search\" role=\"search\" action=\"/\" method=\"get\">\n<div "
      "class=\"ask\"><label for=\"q\" class=\"unseen\">Search the archive</label>"
      "<input type=\"search\" maxlength=\"1000\" autocomplete=\"off\" placeholder=\"Words, &quot;a "
      "phrase&quot;, a person or a country\"" +
      value("q") +
      ">"
      "<button>Search</button></div>\n<div class=\"narrow-by\">" +
      date("from", "From") + date("to", "to") +
      "<label class=\"check\"><input type=\"checkbox\" name=\"collapse\" value=\"1\"" +
      (parameters.get("collapse") == "1" ? " checked" : "") +
      "> Hide near-duplicates</label></div>\n";
  for (const auto& [name, given] : parameters.pairs()) {
    if (given.empty() ||
        std::find(not_carried.begin(), not_carried.end(), name) != not_carried.end())
      continue;
    html +=
        "<input type=\"hidden\" name=\"" + escaped(name) + "\" value=\"" + escaped(given) + "\">\n";
  }
  return html + "</form>\n";
}

std::string filters_in_force(const Parameters& parameters, const Index& index) {
  const Parameters base = first_page(parameters);
  std::string chips;
  for (const Field field : filter_fields) {
    const std::string name(name_of(field));
    for (const std::string& parameter : {name, "not-" + name}) {
      for (const std::string& key : parameters.all(parameter)) {
        if (!key.empty())
          chips += chip(parameter == name ? name : "not " + name, index.display_name(field, key),
                        base.without(parameter, key));
      }
    }
  }
  for (const char* name : {"date", "from", "to"}) {
    const std::string date = parameters.get(name);
    if (!date.empty()) chips += chip(name, date, base.without(name));
  }
  if (const std::string id = parameters.get("like"); !id.empty())
    chips += chip("like", id, base.without("like"));
  if (chips.empty()) return chips;
  if (parameters.all("person").size() > 1) {
    const bool all = parameters.get("all-persons") == "1";
    chips += "<li>" +
             link(search_path(all ? base.without("all-persons") : base.with("all-persons", "1")),
                  all ? "any of these persons" : "all of these persons together") +
             "</li>\n";
  }
  return "<section aria-label=\"Filters in force\"><ul class=\"chips\">\n" + chips + "<li>" +
         link("/", "Clear all") + "</li></ul></section>\n";
}

}  // namespace chancery::web
