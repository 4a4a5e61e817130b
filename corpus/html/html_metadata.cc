// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_metadata.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <initializer_list>
#include <set>

#include "common/fold.h"
#include "corpus/html/html_text.h"
#include "corpus/html/json_ld.h"
#include "corpus/html/shown_date.h"
#include "corpus/html/text_blocks.h"
#include "corpus/html/visible_date.h"
#include "corpus/json_text.h"
#include "corpus/news_article.h"
#include "corpus/published_date.h"
#include "corpus/web_address.h"

namespace chancery {
namespace {

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// What stands behind the host: "/" of a site's first page.
std::string_view path_of(std::string_view url) {
  const size_t host = url.find("://");
  if (host == std::string_view::npos) return {};
  const size_t path = url.find('/', host + 3);
  return path == std::string_view::npos ? std::string_view("/") : url.substr(path);
}

// What is relative to the page itself, "#" or "?print", is no address of an article.
std::string absolute(std::string_view link, std::string_view base) {
  const bool of_site = is_web_address(link) || link.starts_with('/');
  std::string address = of_site ? resolve_address(base, link) : std::string();
  return is_web_address(address) ? address : std::string();
}

// A text that parse_published_date understands. Empty for what stands in templates where there is
// no date: the first day of a computer's time.
std::string as_published(const std::string& text, DayOrder order) {
  if (text.starts_with("0001-") || text.starts_with("0000-") || text.starts_with("1970-01-01"))
    return {};
  const bool iso = text.size() >= 5 && std::all_of(text.begin(), text.begin() + 4,
                                                   [](char c) { return c >= '0' && c <= '9'; });
  const auto date = iso ? std::nullopt : visible_date(text, order);
  return date ? to_iso(*date) : text;
}

bool is_utc(std::string_view text) {
  return text.ends_with('Z') || text.ends_with("+00:00") || text.ends_with("+0000") ||
         text.ends_with("UTC") || text.ends_with("GMT");
}

int days_between(const Date& from, const Date& to) {
  const auto day = [](const Date& d) {
    return std::chrono::sys_days(std::chrono::year(d.year) / d.month / d.day);
  };
  return static_cast<int>((day(to) - day(from)).count());
}

class MetadataReader {
 public:
  MetadataReader(const HtmlTree& page, const std::string& address)
      : page_(page), address_(address) {
    for (size_t i = 0; i < page.nodes().size(); ++i) look_at(i);
    ld_ = read_json_ld(scripts_);
  }

  HtmlMetadata read() {
    HtmlMetadata data;
    data.url = url();
    data.site =
        first_of({meta({"og:site_name"}), ld_.publisher,
                  meta({"application-name", "dc.publisher", "publisher", "al:android:app_name"})});
    if (is_web_address(data.site)) data.site = ld_.publisher;
    std::string given =
        first_of({ld_.headline, meta({"og:title", "headline", "twitter:title", "parsely-title",
                                      "sailthru.title", "dc.title"})});
    if (!data.site.empty() && fold(given) == fold(data.site)) given.clear();
    data.title = without_site(given.empty() ? shown_title() : given, data.site);
    data.description =
        first_of({ld_.description, meta({"og:description", "description", "twitter:description"})});
    data.byline = byline();
    data.language =
        first_of({language_, meta({"content-language", "og:locale", "language", "dc.language"}),
                  ld_.language});
    data.subjects = subjects();
    data.tags = ld_.tags;
    data.body = ld_.body;
    const std::string type = lower(meta({"og:type"}));
    data.is_article = ld_.found || type.ends_with("article") ||
                      !meta({"article:published_time"}).empty() || has_article_body_;
    data.is_website = path_of(data.url) == "/" || (!data.is_article && type == "website");
    data.dates = dates(data);
    return data;
  }

 private:
  void look_at(size_t i) {
    const HtmlNode& node = page_[i];
    if (node.is_text()) return;
    const std::string itemprop = lower(node.attribute("itemprop"));
    if (node.name == "html")
      language_ =
          node.attribute("lang").empty() ? node.attribute("xml:lang") : node.attribute("lang");
    if (node.name == "meta") add_meta(node, itemprop);
    if (node.name == "script" && lower(node.attribute("type")).starts_with("application/ld+json"))
      add_script(i);
    if (node.name == "title" && title_.empty()) title_ = page_.line(i);
    if (node.name == "h1") add_heading(i);
    if (node.name == "link" && lower(node.attribute("rel")) == "canonical" && canonical_.empty())
      canonical_ = absolute(tidy_line(node.attribute("href")), address_);
    if (itemprop.find("articlebody") != std::string::npos) has_article_body_ = true;
    if (itemprop.find("datepublished") != std::string::npos && node.name != "meta")
      item_dates_.push_back(written_date(i));
    if (node.name == "time" || node.name == "abbr") add_time(i);
    const std::string rel = lower(node.attribute("rel"));
    if (seen_byline_.empty() &&
        (rel == "author" || itemprop == "author" ||
         lower(node.attribute("class")).find("byline") != std::string::npos))
      add_byline(i);
  }

  // The first; but where <title> has another one in it, the site's name was the first.
  void add_heading(size_t i) {
    const std::string text = page_.line(i);
    const auto titled = [this](const std::string& heading) {
      return !heading.empty() && fold(title_).starts_with(fold(heading));
    };
    if (text.empty() || (!heading_.empty() && (titled(heading_) || !titled(text)))) return;
    heading_ = text;
    heading_at_ = i;
  }

  void add_meta(const HtmlNode& node, const std::string& itemprop) {
    std::string content = tidy_line(node.attribute("content"));
    if (content.empty()) return;
    if (itemprop.find("datepublished") != std::string::npos) item_dates_.push_back(content);
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
      if (std::string name = lower(node.attribute(key)); !name.empty())
        metas_.emplace_back(std::move(name), content);
    }
  }

  void add_script(size_t i) {
    constexpr size_t most = 50;
    std::string text;
    for (size_t n = i + 1; n < page_[i].end; ++n) text += page_[n].text;
    if (scripts_.size() < most) scripts_.push_back(std::move(text));
  }

  std::string written_date(size_t i) const {
    const HtmlNode& node = page_[i];
    for (const std::string_view key : {"datetime", "content", "title"}) {
      if (!node.attribute(key).empty()) return std::string(node.attribute(key));
    }
    return page_.line(i).substr(0, 100);
  }

  // Those that call themselves the day of publication, and of others the first beneath the
  // headline.
  void add_time(size_t i) {
    const HtmlNode& node = page_[i];
    const std::string names = lower(std::string(node.attribute("class")) + ' ' +
                                    std::string(page_[node.parent].attribute("class")));
    const auto has = [&names](std::string_view word) {
      return names.find(word) != std::string::npos;
    };
    const bool changed = has("updat") || has("modif");
    const bool marked = std::any_of(node.attributes.begin(), node.attributes.end(),
                                    [](const auto& pair) { return pair.first == "pubdate"; });
    if (!changed &&
        (marked || has("publi") || has("entry-date") || has("posted") || has("dateline"))) {
      item_dates_.push_back(written_date(i));
    } else if (node.name == "time" && !changed && heading_at_ != 0) {
      later_times_.push_back(written_date(i));
    } else if (node.name == "time" && !changed) {
      earlier_times_.push_back(written_date(i));
    }
  }

  void add_byline(size_t i) {
    constexpr size_t longest = 80;
    if (page_[i].name == "link" || page_[i].name == "meta") return;
    const std::string text = page_.line(i);
    if (!text.empty() && text.size() <= longest) seen_byline_ = text;
  }

  // The first meta of these names, in this order.
  std::string meta(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      for (const auto& [key, content] : metas_) {
        if (key == name) return content;
      }
    }
    return {};
  }

  static std::string first_of(std::initializer_list<std::string> texts) {
    for (const std::string& text : texts) {
      if (!tidy_line(text).empty()) return tidy_line(text);
    }
    return {};
  }

  // The canonical link, but not where all pages of a site have its first page as theirs.
  std::string url() const {
    std::string best;
    for (const std::string& url :
         {canonical_, absolute(meta({"og:url"}), address_), ld_.url, address_}) {
      if (!url.empty() && (best.empty() || (path_of(best) == "/" && path_of(url) != "/")))
        best = url;
    }
    return best;
  }

  // "Headline | Site", "Headline - Site - Section": without what follows the last mark, where it is
  // the site's name or the page's heading does without it.
  std::string without_site(std::string title, const std::string& site) const {
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · "}) {
      const size_t at = title.rfind(mark);
      if (at == std::string::npos || at == 0) continue;
      const std::string rest = fold(title.substr(at + mark.size()));
      const std::string start = title.substr(0, at);
      const bool is_site =
          !site.empty() && (rest == fold(site) || fold(site).find(rest) != std::string::npos ||
                            rest.starts_with(fold(site)));
      if (is_site || (!heading_.empty() && fold(start) == fold(heading_))) return start;
    }
    return title;
  }

  // The heading, where it is not the site's: that has nothing in common with <title>, or stands at
  // its end.
  std::string shown_title() const {
    const std::string title = fold(title_);
    const std::string heading = fold(heading_);
    if (!heading.empty() && (title.empty() || title.starts_with(heading) ||
                             (title.find(heading) == std::string::npos && !has_site_mark())))
      return heading_;
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: "}) {
      const size_t at = title_.rfind(mark);
      if (at != std::string::npos &&
          text_weight(title_.substr(0, at)) > 2 * text_weight(title_.substr(at)))
        return title_.substr(0, at);
    }
    return title_.empty() ? heading_ : title_;
  }

  bool has_site_mark() const {
    return title_.find(" | ") != std::string::npos || title_.find(" - ") != std::string::npos;
  }

  std::string byline() const {
    std::string authors;
    for (const std::string& author : ld_.authors) authors += (authors.empty() ? "" : ", ") + author;
    const std::string named =
        meta({"author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
              "article:author_name", "article:author", "og:article:author"});
    authors = first_of({authors, is_web_address(named) ? std::string() : named, seen_byline_});
    return without_by(authors);
  }

  std::vector<std::string> subjects() const {
    std::vector<std::string> found = ld_.subjects;
    for (const auto& [key, content] : metas_) {
      if (key == "article:tag" || key == "article:section" || key == "news_keywords" ||
          key == "keywords" || key == "parsely-section" || key == "og:article:tag") {
        for (size_t at = 0; at < content.size();) {
          const size_t end = std::min(content.find_first_of(",;", at), content.size());
          found.push_back(tidy_line(std::string_view(content).substr(at, end - at)));
          at = end + 1;
        }
      }
    }
    constexpr size_t most = 30;
    constexpr size_t longest = 60;  // what is longer is a sentence for search engines
    std::vector<std::string> subjects;
    std::set<std::string> known;
    for (std::string& subject : found) {
      if (subject.empty() || subject.size() > longest || subjects.size() >= most) continue;
      if (known.insert(fold(subject)).second) subjects.push_back(std::move(subject));
    }
    return subjects;
  }

  // What the page gives as its date, the surest first.
  std::vector<std::string> written_dates() const {
    std::vector<std::string> all = {
        ld_.date, meta({"article:published_time", "og:article:published_time", "og:published_time",
                        "article:published", "article.published"})};
    all.insert(all.end(), item_dates_.begin(), item_dates_.end());
    for (const std::string_view name : {"parsely-pub-date",
                                        "sailthru.date",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "publish_date",
                                        "publication_date",
                                        "published",
                                        "published_at",
                                        "dc.date.issued",
                                        "dcterms.issued",
                                        "dcterms.created",
                                        "dcterms.date",
                                        "dc.date.created",
                                        "dc.date",
                                        "dcsext.articlefirstpublished",
                                        "date_published",
                                        "article_date_original",
                                        "article.created",
                                        "cxenseparse:recs:publishtime",
                                        "citation_publication_date",
                                        "originalpublicationdate",
                                        "ptime",
                                        "pdate",
                                        "creation_date",
                                        "date"}) {
      all.push_back(meta({name}));
    }
    return all;
  }

  std::vector<std::string> dates(const HtmlMetadata& data) const {
    const DayOrder order = day_order(data.language);
    std::vector<std::string> all;
    const auto add = [&all, order](const std::string& text) {
      if (std::string date = as_published(text, order); !date.empty())
        all.push_back(std::move(date));
    };
    for (const std::string& text : written_dates()) add(text);
    const auto in_url = date_in_url(data.url);
    const auto seen = shown_date(page_, data.title, heading_at_, order);
    // Many sites write the time in UTC. What they have in the address, or readers see, is the day
    // where they are.
    if (const auto utc = all.empty() || !is_utc(all.front()) ? std::nullopt
                                                             : parse_published_date(all.front())) {
      if (in_url && std::abs(days_between(*utc, *in_url)) == 1) return {to_iso(*in_url)};
      if (seen && days_between(*utc, *seen) == -1) return {to_iso(*seen)};
    }
    if (in_url) all.push_back(to_iso(*in_url));
    if (!later_times_.empty()) add(later_times_.front());
    if (seen) all.push_back(to_iso(*seen));
    if (!earlier_times_.empty()) add(earlier_times_.front());
    add(ld_.changed);
    add(meta({"article:modified_time", "og:updated_time", "dc.date.modified", "last-modified"}));
    return all;
  }

  const HtmlTree& page_;
  const std::string& address_;
  std::vector<std::pair<std::string, std::string>> metas_;
  std::vector<std::string> scripts_, item_dates_, later_times_, earlier_times_;
  std::string title_, heading_, canonical_, language_, seen_byline_;
  size_t heading_at_ = 0;
  bool has_article_body_ = false;
  JsonLdArticle ld_;
};

}  // namespace

HtmlMetadata read_html_metadata(const HtmlTree& page, const std::string& address) {
  return MetadataReader(page, address).read();
}

}  // namespace chancery
