# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the reference lists out of their tar.gz archives: who held which office in which country and when."""
import dataclasses
import json
import re
import tarfile
import xml.etree.ElementTree as ElementTree

from gazetteer.country_info import read_countries
from gazetteer.names import fold
from gazetteer.tables import Fault, join_years

# What a holder can be, the weightiest first.
KINDS = ["head", "foreign minister", "visitor", "host", "governor", "minister", "diplomat"]

FOREIGN = re.compile(r"\b(foreign|external)\b(?! (economic|trade)).*\b(affairs|relations)\b|\bforeign (minister|secretary)\b", re.I)
HEAD = re.compile(r"^(interim |acting |transitional )*(president|prime minister|premier|chancellor|king|queen|emperor|emir|amir"
                  r"|sultan|prince|grand duke|pope|head of (state|government|govt\.)|supreme leader|taoiseach"
                  r"|president,? .*(swiss|federal council).*)$", re.I)
NOT_THE_HOLDER = re.compile(r"\b(alternate|assistant|delegate|delegated|deputy|junior|parliamentary|state|under|vice)\b", re.I)
GOVERNOR = re.compile(r"governor|administrator|commissioner|resident\b|representative|captains|rada|in_exile|in exile|syndic", re.I)


@dataclasses.dataclass
class Holder:
    list: str
    kind: str  # of KINDS
    names: list
    country: str  # ISO 3166-1 alpha-2
    years: list  # spans (first, last)
    is_exact: bool = True  # whether the years are those of this one office

    def written_years(self):
        return join_years(self.years)


@dataclasses.dataclass
class Territory:
    list: str
    kind: str  # "country", "capital", "adjective", "place"
    name: str
    country: str  # where it lies; "" for a country of which only the name is known


def read_archive(folder, name):
    """{path within the archive: its bytes}; None where there is no such archive."""
    path = folder / f"{name}.tar.gz"
    if not path.exists():
        return None
    try:
        with tarfile.open(path) as archive:
            return {member.name: archive.extractfile(member).read() for member in archive if member.isfile()}
    except (OSError, tarfile.TarError, EOFError) as error:
        raise Fault(f"the reference list '{path}' cannot be read: {error}") from None


def kind_of_office(office):
    if NOT_THE_HOLDER.search(office) and not re.match(r"head of|secretary of state for foreign (and|&) commonwealth", office, re.I):
        return "minister"
    if FOREIGN.search(office):
        return "foreign minister"
    if HEAD.search(office):
        return "head"
    return "governor" if GOVERNOR.search(office) and not re.search("bank", office, re.I) else "minister"


def read_country_info(files, countries):
    text = next(text for path, text in sorted(files.items()) if path.endswith(".txt") and b"<Country>" in text)
    for country in read_countries(text.decode("utf-8", "replace")):
        for official in country.officials:
            if official.part == "Leaders":
                office = official.offices[0]
                kind = "governor" if not office or GOVERNOR.search(office) else "head"
            else:
                kind = min((kind_of_office(office) for office in official.offices or [""]), key=KINDS.index)
            yield Holder(f"CountryInfo {official.part}", kind, official.names, official.country, official.years,
                         is_exact=len(official.offices) == 1)
        for place in country.cities + country.regions:
            yield Territory("CountryInfo places", "place", place.title(), country.code)


def label(thing):
    return thing["http://www.w3.org/2000/01/rdf-schema#label"]


def read_cia(files, countries):
    """The list of about January 2019; it has no days, and some countries are older."""
    offices = json.loads(next(text for path, text in files.items() if path.endswith("government-offices.json")))
    for office in offices.values():
        title = next(iter(office["datatypeProperties"].values()), "")
        related = {name.rsplit("#")[-1]: value for pair in office["objectProperties"] for name, value in pair.items()}
        if "hasCountry" not in related or "hasGovernmentOfficial" not in related:
            continue
        country, name = label(related["hasCountry"]), label(related["hasGovernmentOfficial"])
        code = countries.code(country)
        if code is None:
            yield Territory("CIA world leaders", "country", country, "")
        else:
            yield Holder("CIA world leaders", kind_of_office(title), [name], code, [(2016, 2019)], is_exact=False)


def read_current_leaders(files, countries):
    for path, text in sorted(files.items()):
        if not path.endswith("current.json"):
            continue
        country = json.loads(text)
        code = country["country"]["iso_code"]
        for office in country["positions"].values():
            holder = office.get("current_holder")
            if holder and holder.get("name_en") and code in countries.names and not is_of_the_crown(holder["name_en"], code):
                since = int((holder.get("since") or country["snapshot_date"])[:4])
                yield Holder("current leaders", "head", [holder["name_en"]], code, [(since, int(country["snapshot_date"][:4]))])


def is_of_the_crown(name, code):
    """A British monarch, whom lists have at each country of the Crown."""
    return code != "GB" and re.search(r"\b(charles iii|elizabeth ii)\b", name, re.I)


OFFICE = (r"(?:Acting |Deputy |Vice |Crown |First |State |Chief |Interim |Former |Co-)*"
          r"(?:President|Prime Ministere?|Premier|Chancellor|Foreign Minister|Foreign Secretary|Minister of Foreign Affairs"
          r"|Secretary for External Affairs|King|Queen|Emperor|Empress|Sultan|Amir|Emir|Prince|Princess|Shah|Pope|Chairman"
          r"|General Secretary|General|Governor General|Sheikh|Chief of State|Regent|Grand Duke|Field Marshal|Taoiseach|Minister)"
          r"(?:-[Ee]lect| [Dd]esignate)?")
VISITOR = re.compile(rf"^(?:(?:{OFFICE}|and|His Majesty|H\.E\.|Dr\.|Mr\.|Colonel|Marshal)[ ,]*)*(.*)$")
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
NAME_WORD = rf"(?!{MONTH})(?:[A-Z]\.|[A-Z][\w’'-]*\w|(?:al|el|de|da|dos|van|von|der|bin|la|arap|ben|y)\b)"
STATE = r"[A-Z]\w+(?: [A-Z]\w+)?"
HOST = re.compile(rf"(?:\b({STATE}) )?\b({OFFICE}) (?:Dr\.? |Dato |Tun )?(?!Assembly|Security|Secretary)({NAME_WORD}(?:[ -]{NAME_WORD})*)(?: of ({STATE}))?")


def read_visits(files, countries):
    for path, text in sorted(files.items()):
        if not path.endswith(".xml"):
            continue
        for visit in ElementTree.fromstring(text).iter("visit"):
            name = " ".join((visit.findtext("visitor") or "").split())
            state, day = visit.find("from"), visit.findtext("start-date") or ""
            if not name or state is None or not day:
                continue
            written = " ".join((state.text or state.get("id")).split())
            code = countries.code(written) or countries.code(state.get("id"))
            if code is None:
                yield Territory("visits", "country", written, "")
                continue
            name = re.sub(r" *\(.*?\)", "", VISITOR.match(name)[1])
            if name:
                yield Holder("visits", "visitor", [name], code, [(int(day[:4]), int(day[:4]))])


def read_travels(files, countries):
    """US presidents and secretaries of state abroad, and whom they met there, as far as the remarks name them."""
    trips = [trip for path, text in sorted(files.items()) if path.endswith(".xml")
             for trip in ElementTree.fromstring(text).iter("trip")]
    travellers = {fold(trip.findtext("name")).split()[-1] for trip in trips}
    for trip in trips:
        year = int(trip.findtext("start-date")[:4])
        yield Holder("travels", "head" if trip.get("role") == "president" else "foreign minister",
                     [trip.findtext("name")], "US", [(year, year)])
        state = trip.find("country")
        here = countries.code(" ".join((state.text or "").split())) or countries.code(state.get("id"))
        for adjective, office, name, other in HOST.findall(" ".join((trip.findtext("remarks") or "").split())):
            code = countries.by_adjective.get(fold(adjective)) or countries.code(other) or here
            name = re.sub(r"[’']s$", "", name)
            if code and fold(name).split()[-1] not in travellers and not FOREIGN.search(name):
                yield Holder("travels", "host", [name], code, [(year, year)])


def read_diplomats(files, countries):
    """US principal officers and chiefs of mission."""
    names, terms = {}, {}
    for path, text in files.items():
        if not path.endswith(".xml"):
            continue
        root = ElementTree.fromstring(text)
        if root.tag == "person":
            name = root.find("persName")
            parts = [name.findtext(part) for part in ("forename", "surname", "genName")]
            names[root.findtext("id")] = " ".join(part for part in parts if part)
        for office in [*root.iter("chief"), *root.iter("principal")]:
            first, last = (office.findtext(f"{what}/date") or "" for what in ("started", "ended"))
            first = first or office.findtext("appointed/date") or ""
            if re.match(r"\d{4}", first):
                end = int(last[:4]) if re.match(r"\d{4}", last) else int(first[:4])
                kind = "foreign minister" if path.endswith("/secretary.xml") else "diplomat"
                terms.setdefault((office.findtext("person-id"), kind), []).append((int(first[:4]), max(end, int(first[:4]))))
    for (person, kind), years in sorted(terms.items()):
        if person in names:
            yield Holder("US diplomats", kind, [names[person]], "US", years)


def read_territories(files, countries):
    """Names of independent states since 1945, and the places of consular posts."""
    for path, text in sorted(files.items()):
        if "/territories/" in path and path.endswith(".xml"):
            root = ElementTree.fromstring(text)
            until = root.findtext("valid-until") or ""
            if root.findtext("type-of-territory") == "independent-state" and until.isdigit() and int(until) > 1945:
                yield Territory("historical territories", "country", root.findtext("short-form-name"), "")
        elif "/locales/" in path and path.endswith(".xml"):
            root = ElementTree.fromstring(text)
            code = countries.code(root.findtext("current-territory") or "")
            if code:
                yield Territory("consular posts", "place", root.findtext("name"), code)


def read_geonames(files, countries):
    text = next(text for path, text in files.items() if path.endswith("countryInfo.txt")).decode()
    for fields in (line.split("\t") for line in text.splitlines() if line and not line.startswith("#")):
        yield Territory("GeoNames countries", "country", fields[4], fields[0])
        if fields[5]:
            yield Territory("GeoNames countries", "capital", fields[5], fields[0])


def read_mledoze(files, countries):
    text = next(text for path, text in sorted(files.items()) if path.endswith("/countries.json"))
    for country in json.loads(text):
        code = country["cca2"]
        yield Territory("mledoze countries", "country", country["name"]["common"], code)
        for capital in country["capital"]:
            yield Territory("mledoze countries", "capital", capital, code)
        demonym = country["demonyms"]["eng"]["m"]
        if demonym:
            yield Territory("mledoze countries", "adjective", demonym, code)


READERS = {"openeventdata-CountryInfo": read_country_info, "cia-world-leaders": read_cia,
           "world-leaders-current": read_current_leaders, "HistoryAtState-visits": read_visits,
           "HistoryAtState-travels": read_travels, "HistoryAtState-pocom": read_diplomats,
           "HistoryAtState-gsh": read_territories, "geonames-countryInfo": read_geonames, "mledoze-countries": read_mledoze}


def read_references(folder, countries):
    """Holders and Territories of all lists in the folder."""
    found = False
    for name, read in READERS.items():
        files = read_archive(folder, name)
        if files is None:
            continue
        found = True
        try:
            yield from read(files, countries)
        except (ElementTree.ParseError, ValueError, LookupError, StopIteration, RuntimeError, TypeError) as error:
            raise Fault(f"the reference list '{folder / name}.tar.gz' is not as it was: {error!r}") from None
    if not found:
        raise Fault(f"'{folder}' has none of the reference lists ({', '.join(sorted(READERS))}, each .tar.gz)")
