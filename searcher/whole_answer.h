// SPDX-License-Identifier: GPL-2.0-or-later
/// An answer from one state of the index, though a writer commits meanwhile or a server fails.
#pragma once

#include <xapian.h>

#include "searcher/index.h"

namespace chancery {

/// What `ask` returns. A reader sees the index as of one commit until its blocks are used again by
/// the second commit after; then the index is opened anew and `ask` called once more, so that no
/// answer is of two states. A server that hung up is connected to once more: it may have been
/// started anew; one that does not answer in time or hangs up again is left out, or is an Error, as
/// the index's policy says. `ask` must not have shown anything yet.
template <class Ask>
auto whole_answer(Index& index, const Ask& ask) {
  constexpr int most_tries = 5;
  bool has_reconnected = false;
  for (int tries = 1;; ++tries) {
    try {
      return ask();
    } catch (const Xapian::DatabaseModifiedError&) {
      if (tries == most_tries) throw;
      index.reopen();
    } catch (const Xapian::NetworkTimeoutError& error) {
      index.recover(error, true);
    } catch (const Xapian::NetworkError& error) {
      index.recover(error, has_reconnected);
      has_reconnected = true;
    }
  }
}

}  // namespace chancery
