// SPDX-License-Identifier: GPL-2.0-or-later
/// Named entities in XML: those that feeds use without declaring them, and those of a DOCTYPE.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace chancery {

class XmlEntities {
 public:
  /// Takes the internal entities of a DOCTYPE that are short plain text; none that names another
  /// entity or a file, so there are no entity bombs.
  void declare(std::string_view doctype);

  /// `xml` with the entities declared and those of HTML 4 as characters: "caf&eacute;" -> "café".
  /// The five of XML, unknown ones, and those in CDATA stay.
  std::string resolve(std::string_view xml) const;

 private:
  std::map<std::string, std::string, std::less<>> declared_;
};

}  // namespace chancery
