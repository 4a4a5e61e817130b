// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/html.h"

#include <array>

#include "common/terminal.h"
#include "common/utf8.h"
#include "searcher/text_style.h"

namespace chancery::web {

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : safe_lines(repair_utf8(std::string(text)))) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      case '\'': safe += "&#39;"; break;
      default: safe += c;
    }
  }
  return safe;
}

std::string marked(const std::vector<Fragment>& fragments) {
  std::string html;
  for (const Fragment& fragment : fragments) {
    if (fragment.gap) html += html.empty() ? "… " : fragment.text.empty() ? " …" : " … ";
    if (fragment.text.empty()) continue;
    html += fragment.match ? "<mark>" + escaped(fragment.text) + "</mark>" : escaped(fragment.text);
  }
  return html;
}

std::string articles(size_t number) {
  return with_thousands(number) + (number == 1 ? " article" : " articles");
}

std::string headline(const Article& article) {
  return article.title.empty() ? "Without a headline" : article.title;
}

std::string capitalised(std::string word) {
  word[0] = static_cast<char>(word[0] - ('a' - 'A'));
  return word;
}

std::string written_out(const Date& date) {
  constexpr std::array months = {"January",   "February", "March",    "April",
                                 "May",       "June",     "July",     "August",
                                 "September", "October",  "November", "December"};
  return std::to_string(date.day) + ' ' + months.at(static_cast<size_t>(date.month - 1)) + ' ' +
         std::to_string(date.year);
}

std::string web_address(const std::string& url) {
  return url.starts_with("https://") || url.starts_with("http://") ? url : "";
}

std::string link(std::string_view href, std::string_view text, std::string_view attributes) {
  return "<a href=\"" + escaped(href) + '"' + (attributes.empty() ? "" : " ") +
         std::string(attributes) + '>' + escaped(text) + "</a>";
}

}  // namespace chancery::web
