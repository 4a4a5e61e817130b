# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of indexer/gazetteer/, read for the tools that check and extend them."""
import collections
import dataclasses
import pathlib
import re

from gazetteer.names import fold, likeness, make_key, name_words, skeleton

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "indexer" / "gazetteer"
PERSON_COLUMNS = ["name", "country", "years", "role", "aliases", "sex"]
PLACE_COLUMNS = ["name", "country", "kind", "aliases"]
ORGANISATION_COLUMNS = ["name", "kind", "country", "aliases"]
# States that are the same one for whoever compares lists: a former one, and what came of it.
SUCCESSORS = {"DD": "DE", "VD": "VN", "YD": "YE"}
FAMILY_NAME_FIRST = {"CN", "HU", "JP", "KH", "KP", "KR", "SG", "TW", "VN"}
LONG_FORM = "^((Federal |United |Socialist )?(Republic|Kingdom|State|Federation) of )+(the )?"
NO_END = 9999


class Fault(Exception):
    """Ends the program with status 2 and this line."""


@dataclasses.dataclass
class Person:
    name: str
    names: list  # the name and its aliases
    countries: list
    years: list  # spans (first, last); none: always
    where: str  # "persons-africa.tsv:12"


def read_rows(path):
    """The rows of a table as (line number, {column: field})."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"the table '{path}' cannot be read: {error}") from None
    columns = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if columns is None:
            columns = fields
        elif len(fields) != len(columns):
            raise Fault(f"{path}:{number}: has {len(fields)} fields, not {len(columns)}")
        else:
            yield number, dict(zip(columns, fields))


def split_list(field):
    return field.split("|") if field else []


def parse_years(field):
    """"1979|1994-" -> [(1979, 1979), (1994, NO_END)]."""
    spans = []
    for text in split_list(field):
        first, dash, last = text.partition("-")
        spans.append((int(first), int(last or NO_END) if dash else int(first)))
    return spans


def join_years(spans):
    """The opposite of parse_years; what overlaps or adjoins becomes one span."""
    joined = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return "|".join(f"{first:04}-" if last == NO_END else f"{first:04}" if first == last else f"{first:04}-{last:04}"
                    for first, last in joined)


class Countries:
    """countries.tsv: which state a name means, and which states were one."""

    def __init__(self, folder):
        self.names, self.adjectives = {}, {}
        self.by_name, self.by_adjective = {}, {}
        self.relatives = collections.defaultdict(set)
        for _, row in read_rows(folder / "countries.tsv"):
            code = row["code"]
            self.names[code] = row["name"]
            adjectives = split_list(row["adjectives"]) + split_list(row["inhabitants"])
            self.adjectives[code] = {fold(adjective) for adjective in adjectives}
            for name in [row["name"]] + split_list(row["aliases"]):
                self.by_name.setdefault(key_of_country(name), code)
            for adjective in split_list(row["adjectives"]):
                self.by_adjective.setdefault(fold(adjective), code)
            for part in split_list(row["part_of"]):
                self.relate(code, part[:2])
        for former, successor in SUCCESSORS.items():
            self.relate(former, successor)

    def relate(self, one, other):
        self.relatives[one].add(other)
        self.relatives[other].add(one)

    def code(self, name):
        """"Germany, Federal Republic of", "Korea, South", "burkina-faso" -> the code; None where unknown."""
        last, comma, first = name.partition(", ")
        for written in (name, f"{first} {last}" if comma else "", re.sub(r" *\(.*\)", "", name),
                        re.sub(LONG_FORM, "", name), last):
            code = self.by_name.get(key_of_country(written))
            if code:
                return code
        return None

    def with_relatives(self, code):
        return {code} | self.relatives[code]


def key_of_country(name):
    return make_key(name).replace("saint-", "st-").replace("-and-", "-").removeprefix("the-")


class Persons:
    """The persons-*.tsv tables, to look persons up by country and by names that may be spelled otherwise."""

    def __init__(self, folder, countries):
        self.countries = countries
        self.by_sound = collections.defaultdict(dict)  # country, first consonants of a word -> persons
        self.by_full_name = collections.defaultdict(list)
        self.by_outer_word = collections.defaultdict(list)
        for path in sorted(folder.glob("persons-*.tsv")):
            for number, row in read_rows(path):
                names = [row["name"]] + split_list(row["aliases"])
                self.add(Person(row["name"], names, split_list(row["country"]), parse_years(row["years"]), f"{path.name}:{number}"))

    def add(self, person):
        for name in person.names:
            self.by_full_name[fold(name)].append(person)
            for word in {name_words(name)[0], name_words(name)[-1]}:
                self.by_outer_word[word].append(person)
            for word in name_words(name):
                for country in person.countries or [""]:
                    self.by_sound[country, skeleton(word)[:2]][id(person)] = person

    def likely(self, names, country):
        """Persons of that country, its relatives or of none, whom one of the names may mean: (likeness, person)."""
        candidates = {}
        for code in self.countries.with_relatives(country) | {""}:
            for name in names:
                for word in name_words(name):
                    candidates.update(self.by_sound.get((code, skeleton(word)[:2]), {}))
        first = country in FAMILY_NAME_FIRST
        for person in candidates.values():
            like = max(likeness(name_words(ours), name_words(theirs), first) for ours in person.names for theirs in names)
            if like > 1 or (like and person.countries):
                yield like, person

    def of_that_full_name(self, names):
        """Persons of any country who are called exactly so, given name and surname."""
        return [person for name in names if len(name_words(name)) > 1 for person in self.by_full_name.get(fold(name), [])]


def read_places(folder):
    """Folded names of places.tsv and of capitals -> codes of the countries where they lie ('' for several)."""
    places = collections.defaultdict(set)
    for _, row in read_rows(folder / "places.tsv"):
        for name in [row["name"]] + split_list(row["aliases"]):
            places[fold(name)].update(split_list(row["country"]) or [""])
    for _, row in read_rows(folder / "countries.tsv"):
        for name in split_list(row["capitals"]):
            places[fold(name)].add(row["code"])
    return places
