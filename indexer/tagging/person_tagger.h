// SPDX-License-Identifier: GPL-2.0-or-later
/// Decides which mentions in an article are of one person, and who that is.
#pragma once

#include <optional>
#include <vector>

#include "common/date.h"
#include "common/entity.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/tagging/mention.h"
#include "indexer/tagging/tagged_text.h"

namespace chancery {

/// The persons of an article, in the order in which they appear. Surnames by themselves count for
/// whoever bears them in the article, women and men apart where a title tells. Persons of the
/// gazetteer are told apart by their years in the news against `date`, and by the country named
/// beside the title. Sets in_person, and adds the surnames found to `persons` of each text.
/// `mentions`, if given, receives each mention.
std::vector<Tag> tag_persons(std::vector<TaggedText>& texts, const std::optional<Date>& date,
                             const Gazetteer& gazetteer, std::vector<Mention>* mentions = nullptr);

}  // namespace chancery
