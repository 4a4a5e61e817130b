// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/page_frame.h"

#include "searcher/web/embedded.h"
#include "searcher/web/html.h"

namespace chancery::web {

std::string page_frame(const std::string& title, const std::string& content,
                       const std::string& head) {
  const std::string version = "?v=" + std::string(embedded_version());
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
         escaped(title) +
         " – Chancery</title>\n"
         "<link rel=\"stylesheet\" href=\"/style.css" +
         version + "\">\n<link rel=\"icon\" href=\"/icon.svg" + version + "\">\n" + head +
         "<script src=\"/page.js" + version +
         "\" defer></script>\n</head>\n<body>\n"
         "<a class=\"skip\" href=\"#main\">Skip to the articles</a>\n"
         "<header class=\"masthead\"><p><a href=\"/\">Chancery</a></p><p class=\"tagline\">an "
         "archive of foreign affairs</p></header>\n" +
         content + "\n</body>\n</html>\n";
}

std::string search_path(const Parameters& parameters) { return "/" + parameters.to_query(); }

Parameters first_page(const Parameters& parameters) {
  return parameters.without("offset").without("after");
}

}  // namespace chancery::web
