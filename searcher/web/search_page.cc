// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/search_page.h"

#include "searcher/search.h"
#include "searcher/text_style.h"
#include "searcher/web/country_map.h"
#include "searcher/web/cross_table.h"
#include "searcher/web/facet_list.h"
#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"
#include "searcher/web/request_reader.h"
#include "searcher/web/search_form.h"
#include "searcher/web/timeline_chart.h"

namespace chancery::web {
namespace {

constexpr size_t usual_hits = 20;
constexpr size_t mapped_values = 300;  // enough for all countries

std::string hit_tags(const Hit& hit, const Parameters& base) {
  constexpr size_t most = 4;
  std::string html;
  for (const EntityKind kind : {EntityKind::person, EntityKind::country}) {
    size_t shown = 0;
    for (const Tag& tag : hit.tags) {
      if (tag.kind != kind || ++shown > most) continue;
      const std::string field(name_of(kind));
      html +=
          "<li>" +
          link(search_path(base.with(field, tag.key)), tag.name, "class=\"tag " + field + "\"") +
          "</li>\n";
    }
  }
  return html.empty()
             ? html
             : "<ul class=\"tags\" aria-label=\"Persons and countries\">" + html + "</ul>\n";
}

std::string hit_item(const Hit& hit, const Parameters& parameters) {
  const Article& article = hit.article;
  std::string html = "<li><article>\n<h2><a href=\"" +
                     escaped("/article/" + percent_encoded(article.id) + parameters.to_query()) +
                     "\">" + (article.title.empty() ? headline(article) : marked(hit.title)) +
                     "</a></h2>\n<p class=\"byline\">" + escaped(article.source) +
                     (article.source.empty() || !article.date ? "" : " · ");
  if (article.date)
    html += "<time datetime=\"" + to_iso(*article.date) + "\">" + written_out(*article.date) +
            "</time>";
  if (!article.byline.empty()) html += " · by " + escaped(article.byline);
  if (hit.copies > 0)
    html += " · " + with_thousands(hit.copies) +
            (hit.copies == 1 ? " near-duplicate" : " near-duplicates");
  return html + "</p>\n<p class=\"snippet\">" + marked(hit.snippet) + "</p>\n" +
         hit_tags(hit, first_page(parameters)) + "</article></li>\n";
}

std::string sort_links(size_t total, const Parameters& parameters, bool has_query) {
  if (total < 2) return {};
  const std::string now = parameters.get("sort").empty() ? (has_query ? "relevance" : "newest")
                                                         : parameters.get("sort");
  std::string html = "<p class=\"choices\"><span class=\"quiet\">Sort by</span> ";
  for (const auto& [value, label] :
       {std::pair("relevance", "best match"), std::pair("newest", "newest"),
        std::pair("oldest", "oldest")}) {
    html += link(search_path(first_page(parameters).replaced("sort", value)), label,
                 now == value ? "aria-current=\"true\"" : "") +
            ' ';
  }
  return html + "</p>\n";
}

std::string paging(const Results& results, const SearchRequest& request,
                   const Parameters& parameters) {
  const Parameters base = first_page(parameters);
  const size_t behind = results.first + results.hits.size();
  std::string html = "<nav class=\"paging\" aria-label=\"Pages\">";
  if (results.first > 0) {
    const size_t before = results.first > request.limit ? results.first - request.limit : 0;
    html += link(search_path(before > 0 ? base.with("offset", std::to_string(before)) : base),
                 "← Previous", "rel=\"prev\"");
  }
  if (!results.hits.empty())
    html += "<span class=\"quiet\">" + with_thousands(results.first + 1) + "–" +
            with_thousands(behind) + " of " + with_thousands(results.total) + "</span>";
  if (behind < results.total && behind <= deepest_hit)
    html +=
        link(search_path(base.with("offset", std::to_string(behind))), "Next →", "rel=\"next\"");
  return html + "</nav>\n";
}

std::string panel(const Results& results, const Parameters& parameters) {
  if (results.total == 0) return {};
  const std::string view = parameters.get("view");
  const Parameters base = first_page(parameters).without("cross");
  std::string html =
      "<section class=\"panel\" aria-label=\"The articles at a glance\">\n<p class=\"choices "
      "tabs\">";
  html += link(search_path(base.without("view")), "Timeline",
               view.empty() || view == "timeline" ? "aria-current=\"true\"" : "") +
          ' ';
  html += link(search_path(base.replaced("view", "map")), "Map",
               view == "map" ? "aria-current=\"true\"" : "") +
          ' ';
  html += link(search_path(base.replaced("view", "together")), "Who with whom",
               view == "together" ? "aria-current=\"true\"" : "") +
          "</p>\n";
  if (results.cross) {
    html += cross_table(*results.cross, parameters);
  } else if (view == "map") {
    html += country_map(results.facets.front(), parameters);
  } else if (results.timeline) {
    html += timeline_chart(*results.timeline, parameters);
  }
  return html + "</section>\n";
}

std::string notices(const Results& results, const Parameters& parameters) {
  std::string html;
  for (const std::string& note : results.notes)
    html += "<p class=\"notice\">" + escaped(note) + "</p>\n";
  if (!results.suggestion.empty()) {
    html += "<p class=\"notice\">Did you mean " +
            link(search_path(first_page(parameters).replaced("q", results.suggestion)),
                 results.suggestion) +
            "?</p>\n";
  }
  if (!results.reading.empty())
    html += "<p class=\"notice\">Read as: " + escaped(results.reading) + "</p>\n";
  return html.empty()
             ? html
             : "<section aria-label=\"How the search was read\">\n" + html + "</section>\n";
}

std::string api_path(const Parameters& parameters, const std::string& format) {
  return "/api/search" + parameters.without("view")
                             .without("more")
                             .without("cross")
                             .replaced("format", format)
                             .to_query();
}

std::string other_forms(const Parameters& parameters) {
  return "<p class=\"quiet forms\">This search as " +
         link(api_path(parameters, "rss"), "RSS feed") + ", " +
         link(api_path(parameters, "csv"), "table (CSV)") + " or " +
         link(api_path(parameters, "json"), "JSON") + "</p>\n";
}

SearchRequest page_request(const Parameters& parameters, const Index& index) {
  SearchRequest request = read_search_request(parameters.without("view").without("more"));
  if (parameters.get("limit").empty()) request.limit = usual_hits;
  request.facets = {Field::country, Field::person, Field::organisation,
                    Field::place,   Field::source, Field::language};
  request.facet_limit = parameters.get("view") == "map" ? mapped_values : most_listed_values;
  const std::string view = parameters.get("view");
  if (view != "map" && view != "together")
    request.timeline = timeline_unit(request.dates, index.dates());
  if (view != "together") {
    request.cross.reset();
  } else if (!request.cross) {
    request.cross = {Field::person, Field::country};
  }
  return request;
}

}  // namespace

Answer search_page(const Question& question, const Index& index) {
  const Parameters& parameters = question.parameters;
  const SearchRequest request = page_request(parameters, index);
  const Results results = search(request, index);
  std::string hits;
  for (const Hit& hit : results.hits) hits += hit_item(hit, parameters);
  if (hits.empty())
    hits =
        "<li class=\"quiet\">No article has all of this. Take a filter away, or ask in other "
        "words.</li>";

  const std::string total = articles(results.total);
  const std::string title = request.query.empty() ? total : request.query;
  Answer answer;
  answer.body = page_frame(
      title,
      "<a class=\"skip\" href=\"#filters\">Skip to the filters</a>\n" + search_form(parameters) +
          filters_in_force(parameters, index) + notices(results, parameters) +
          panel(results, parameters) +
          "<div class=\"room\">\n<main id=\"main\">\n<div class=\"top\"><h1>" + total + "</h1>" +
          sort_links(results.total, parameters, !request.query.empty() || !request.like.empty()) +
          "<p class=\"to-filters\"><a href=\"#filters\">Filters</a></p></div>\n<ol class=\"hits\" "
          "start=\"" +
          std::to_string(results.first + 1) + "\">\n" + hits + "</ol>\n" +
          paging(results, request, parameters) + other_forms(parameters) +
          "</main>\n<aside id=\"filters\" aria-label=\"Filters\">\n" +
          facet_lists(results.facets, parameters) + "</aside>\n</div>",
      "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"This search\" href=\"" +
          escaped(api_path(parameters, "rss")) + "\">\n");
  return answer;
}

}  // namespace chancery::web
