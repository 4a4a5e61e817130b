// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/name_record.h"

#include <algorithm>
#include <tuple>

#include "common/packed.h"

namespace chancery {

std::string pack(const NameRecord& record) {
  std::string packed;
  pack_string(packed, record.name);
  pack_number(packed, record.forms.size());
  for (const auto& [form, articles] : record.forms) {
    pack_string(packed, form);
    pack_number(packed, articles);
  }
  for (const std::string& alias : record.aliases) pack_string(packed, alias);
  return packed;
}

NameRecord unpack_name_record(std::string_view packed) {
  NameRecord record;
  if (packed.empty()) return record;
  Unpacker in(packed);
  record.name = in.string();
  for (uint64_t count = in.number(); count > 0; --count) {
    std::string form(in.string());
    record.forms.emplace_back(std::move(form), in.number());
  }
  while (!in.at_end()) record.aliases.emplace_back(in.string());
  return record;
}

void count_form(NameRecord& record, const std::string& form, uint64_t articles) {
  const auto found = std::find_if(record.forms.begin(), record.forms.end(),
                                  [&form](const auto& f) { return f.first == form; });
  if (found == record.forms.end()) {
    record.forms.emplace_back(form, articles);
  } else {
    found->second += articles;
  }
  const auto best =
      std::max_element(record.forms.begin(), record.forms.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.second, a.first.size(), b.first) <
               std::tuple(b.second, b.first.size(), a.first);
      });
  record.name = best->first;
}

void merge(NameRecord& record, const NameRecord& other) {
  std::vector<std::string> all = std::move(record.aliases);
  all.insert(all.end(), other.aliases.begin(), other.aliases.end());
  for (const std::string& name : {record.name, other.name}) {
    if (!name.empty()) all.push_back(name);
  }
  // A list's name is the same everywhere; should two lists differ, the first in the alphabet is
  // taken.
  if (record.name.empty() || (!other.name.empty() && other.name < record.name))
    record.name = other.name;
  for (const auto& [form, articles] : other.forms) count_form(record, form, articles);
  if (!record.forms.empty()) count_form(record, record.forms.front().first, 0);
  for (const auto& [form, articles] : record.forms) all.push_back(form);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::erase(all, record.name);
  record.aliases = std::move(all);
}

}  // namespace chancery
