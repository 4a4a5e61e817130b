// SPDX-License-Identifier: GPL-2.0-or-later
/// HTTP: connections, limits, headers and the access log. What is answered is router.h's.
#pragma once

#include "searcher/web/options.h"

namespace chancery::web {

/// Answers until SIGTERM or SIGINT comes, then ends what it has begun; says on stderr where it can
/// be reached. Throws Error where the index cannot be used or the address cannot be listened on.
void serve(const WebOptions& options);

}  // namespace chancery::web
