// SPDX-License-Identifier: GPL-2.0-or-later
/// Who may ask.
#pragma once

#include <string>
#include <string_view>

namespace chancery::web {

/// The first line of the file. Throws Error where it cannot be read or has fewer than 16 bytes.
std::string read_token(const std::string& path);

/// Whether the header Authorization has the token: as Bearer, or as the password of Basic with any
/// name. Takes as long whatever the header's token is.
bool is_authorized(std::string_view authorization, const std::string& token);

/// Whether the header Host names this machine, so that no foreign page can reach a server on the
/// loopback by a name that it has made to point there.
bool is_loopback(std::string_view host);

}  // namespace chancery::web
