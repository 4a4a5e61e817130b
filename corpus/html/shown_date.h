// SPDX-License-Identifier: GPL-2.0-or-later
/// The date that readers of a page see at its headline.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/html/html_tree.h"
#include "corpus/html/visible_date.h"

namespace chancery {

/// In one of the short lines below the headline `title`, or just above it. `heading_at` is the node
/// of the page's h1, for pages whose title stands nowhere as it is; 0: none.
std::optional<Date> shown_date(const HtmlTree& page, std::string_view title, size_t heading_at,
                               DayOrder order);

}  // namespace chancery
