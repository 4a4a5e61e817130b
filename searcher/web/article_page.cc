// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/article_page.h"

#include "searcher/search.h"
#include "searcher/text_style.h"
#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"
#include "searcher/web/request_reader.h"
#include "searcher/web/tagged_text.h"

namespace chancery::web {
namespace {

std::string byline(const Article& article) {
  std::string html = "<p class=\"byline\">";
  if (!article.source.empty())
    html += link(search_path(Parameters().with("source", article.source)), article.source) + " · ";
  if (article.date) {
    html += "<time datetime=\"" + to_iso(*article.date) + "\">" +
            link(search_path(Parameters().with("date", to_iso(*article.date))),
                 written_out(*article.date)) +
            "</time>";
  } else {
    html += "undated";
  }
  if (!article.byline.empty()) html += " · by " + escaped(article.byline);
  if (!article.dateline.empty()) html += " · " + escaped(article.dateline);
  if (const std::string url = web_address(article.url); !url.empty())
    html += " · " + link(url, "original", "rel=\"noreferrer noopener\"");
  return html + "</p>\n";
}

std::string tag_lists(const std::vector<Tag>& tags) {
  std::string html;
  for (const EntityKind kind : entity_kinds) {
    std::string items;
    const std::string field(name_of(kind));
    for (const Tag& tag : tags) {
      if (tag.kind != kind) continue;
      items += "<li>" + link(search_path(Parameters().with(field, tag.key)), tag.name) +
               "<span class=\"count\">" + with_thousands(tag.mentions) + "</span></li>\n";
    }
    if (!items.empty())
      html += "<section class=\"facet\"><h2><span class=\"tag " + field + "\">" +
              capitalised(std::string(plural_of(kind))) + "</span></h2>\n<ul>\n" + items +
              "</ul></section>\n";
  }
  return html;
}

std::string similar_list(const std::string& id, const Index& index) {
  constexpr size_t most = 6;
  SearchRequest request;
  request.like = id;
  request.limit = most;
  std::string items;
  for (const Hit& hit : search(request, index).hits) {
    std::string about = escaped(hit.article.source);
    if (hit.article.date) about += (about.empty() ? "" : ", ") + written_out(*hit.article.date);
    items += "<li>" + link("/article/" + percent_encoded(hit.article.id), headline(hit.article)) +
             "<span class=\"quiet\"> " + about + "</span></li>\n";
  }
  if (items.empty()) return items;
  return "<section class=\"similar\" aria-labelledby=\"h-similar\"><h2 id=\"h-similar\">Similar "
         "articles</h2>\n<ul>\n" +
         items + "</ul>\n<p class=\"more\">" +
         link(search_path(Parameters().with("like", id)), "All that are like it") +
         "</p></section>\n";
}

}  // namespace

Answer article_page(const std::string& id, const Parameters& parameters, const Index& index) {
  check_text("the id", id, longest_id);
  const auto view =
      view_article(id, read_search_request(parameters.without("view").without("more")), index);
  Answer answer;
  if (!view) {
    answer.status = 404;
    answer.body = page_frame(
        "No such article", "<main id=\"main\" class=\"narrow\"><h1>No article has this id</h1><p>" +
                               link("/", "Search the archive") + "</p></main>");
    return answer;
  }
  const std::string title = headline(view->article);
  const std::string shown_title = view->article.title.empty() ? title : marked(view->title);
  answer.body = page_frame(
      title,
      "<nav class=\"back\" aria-label=\"Search\">" +
          link(search_path(parameters),
               parameters.pairs().empty() ? "← Search the archive" : "← Back to the results") +
          "</nav>\n<div class=\"reading\">\n<main id=\"main\"><article lang=\"" +
          escaped(view->article.language) + "\">\n<h1>" + shown_title + "</h1>\n" +
          byline(view->article) + "<div class=\"text\">\n" + tagged_text(view->text, view->tags) +
          "</div>\n</article></main>\n<aside aria-label=\"About this article\">\n" +
          tag_lists(view->tags) + similar_list(id, index) + "</aside>\n</div>");
  return answer;
}

}  // namespace chancery::web
