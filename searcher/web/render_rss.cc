// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/render_rss.h"

#include <array>
#include <chrono>

#include "searcher/web/html.h"
#include "searcher/web/parameters.h"

namespace chancery::web {
namespace {

// RFC 822: "Wed, 26 Dec 2018 00:00:00 GMT".
std::string mail_date(const Date& date) {
  constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  using namespace std::chrono;
  const sys_days day = year{date.year} / month{static_cast<unsigned>(date.month)} /
                       std::chrono::day{static_cast<unsigned>(date.day)};
  const std::string words = written_out(date);
  const size_t blank = words.find(' ');
  constexpr size_t letters = 3;
  return std::string(days.at(weekday(day).c_encoding())) + ", " + (date.day < 10 ? "0" : "") +
         words.substr(0, blank + 1 + letters) + words.substr(words.rfind(' ')) + " 00:00:00 GMT";
}

std::string plain(const std::vector<Fragment>& fragments) {
  std::string text;
  for (const Fragment& fragment : fragments) text += (fragment.gap ? " … " : "") + fragment.text;
  return text;
}

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
}

}  // namespace

void render_rss(std::ostream& out, const Results& results, const std::string& base,
                const std::string& query) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n"
      << element("title", "Chancery: a search of the archive")
      << element("link", base + "/" + query) << element("description", articles(results.total));
  for (const Hit& hit : results.hits) {
    const Article& article = hit.article;
    out << "<item>\n"
        << element("title", article.title)
        << element("link", base + "/article/" + percent_encoded(article.id))
        << "<guid isPermaLink=\"false\">" << escaped(article.id) << "</guid>\n"
        << element("description", plain(hit.snippet));
    if (article.date) out << element("pubDate", mail_date(*article.date));
    out << "</item>\n";
  }
  out << "</channel>\n</rss>\n";
}

}  // namespace chancery::web
