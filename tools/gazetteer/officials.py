# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes rows of a persons table of the officials of CountryInfo.txt, which writes names in capitals and each
official as often as there are parts and spellings."""
import collections
import re

from gazetteer.country_info import read_countries
from gazetteer.names import fold, likeness, name_words, skeleton
from gazetteer.references import FOREIGN, NOT_THE_HOLDER
from gazetteer.tables import join_years, read_rows

SMALL_WORDS = {"de", "da", "do", "dos", "das", "del", "la", "las", "los", "van", "von", "der", "den", "bin", "ibn", "ben", "bint",
               "al", "el", "y", "e", "di", "du", "of", "arap", "zu", "ould"}
PLURALS = [("s-general$", "-general"), ("ies$", "y"), ("men$", "man"), ("(?<!s)s$", "")]


def restore_case(name):
    """"JOSE EDUARDO DOS SANTOS", "RALPH O'NEAL" -> "Jose Eduardo dos Santos", "Ralph O'Neal"."""
    words = []
    for word in name.split():
        if re.fullmatch("[IVX]+", word) or re.fullmatch(r"([A-Z]\.)+", word):
            words.append(word)
        elif words and word.lower() in SMALL_WORDS:
            words.append(word.lower())
        else:
            cased = re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
            cased = re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), cased)
            words.append(re.sub(r"^(Al|El|As|Ad|An|Ar)(?=-)", lambda match: match[0].lower() if words else match[0], cased))
    return " ".join(words)


def written_role(office, country):
    """"Prime ministers", "Minister of Foreign Affairs" -> "prime minister of Ghana", "foreign minister of Ghana"."""
    if FOREIGN.search(office) and not NOT_THE_HOLDER.search(office):
        return f"foreign minister of {country}"
    office = re.sub(r" *\(.*|/.*|, New York", "", office).lower()
    office = re.sub("^minister of (national )?defense$", "defence minister", office)
    office = re.sub(r"^permanent representative", "ambassador", office)
    office = re.sub(r"^((?:\w+ ?){1,2}), ", r"\1 of the ", office)  # "Governor, Central Bank"
    office = office.replace(" the un", " the UN").replace(" the us", " the US")
    title, of, rest = office.partition(" of ")
    for plural, singular in PLURALS:
        if re.search(plural, title) and " for " not in title:
            title = re.sub(plural, singular, title)
            break
    return f"{title}{of}{rest} of {country}"


def read_sexes(folder):
    return {fold(row["name"]): row["sex"] for _, row in read_rows(folder / "given_names.tsv")}


def merge_officials(officials):
    """Those of one country who are one person by name, whatever the spelling, as one."""
    merged, by_sound = [], collections.defaultdict(list)
    for official in officials:
        sounds = {skeleton(word) for name in official.names for word in name_words(name)}
        alike = {id(known): known for sound in sorted(sounds) for known in by_sound[sound]}
        same = next((known for known in alike.values() if is_same_person(known, official)), None)
        if same is None:
            merged.append(official)
        else:
            same.names += [name for name in official.names if name not in same.names]
            same.offices += [office for office in official.offices if office not in same.offices]
            same.years += official.years
        for sound in sounds:
            by_sound[sound].append(same or official)
    return merged


def is_same_person(one, other):
    return any(likeness(name_words(ours), name_words(theirs)) == 3 for ours in one.names for theirs in other.names)


def read_persons(text, countries, folder):
    sexes = read_sexes(folder)
    for country in read_countries(text):
        state = countries.names.get(country.code)
        if state is None:
            continue
        for official in merge_officials(country.officials):
            names = list(dict.fromkeys(restore_case(name) for name in official.names if len(name.split()) > 1))
            names = [name for name in names if not re.search(r"[|(),;\"\x00-\x1f]", name)]
            if not names:
                continue
            roles = list(dict.fromkeys(written_role(office, state) for office in official.offices if office))
            yield {"name": names[0], "country": [country.code], "years": join_years(official.years),
                   "role": "; ".join(roles[:2]), "aliases": names[1:], "sex": sexes.get(fold(names[0].split()[0]), "u")}
