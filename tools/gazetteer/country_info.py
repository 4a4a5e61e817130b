# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads CountryInfo.txt (openeventdata): by country, leaders and ministers with the days of their terms.

<Leaders> has a tag for each office and in it lines as `{HUN_SEN_}{HUN_SAN_} [19850114 - 19930702] [>19981130] [B:1951...]`;
<Government> has lines as `FRANCO_FRATTINI_ [ITAGOV 20040101 - 20041231] # Minister of Foreign Affairs`. `>` is: still there
when the file was last kept, `<`: there already when it began. The comment at the top of the file has the rest."""
import dataclasses
import re

# When each part was last kept, and when the second began.
LEADERS_KEPT_UNTIL, GOVERNMENT_KEPT_UNTIL, GOVERNMENT_SINCE = 2009, 2011, 2003

# Two-letter codes where those of the file are wrong or missing, by the three-letter ones.
MENDED_CODES = {"COK": "CK", "GIN": "GN", "GTM": "GT", "ISR": "IL", "MMR": "MM", "NLDANT": "AN"}

TERM = re.compile(r"\[(?:[A-Z]{6,}\s+)?(?:([<>])\s*(\d{4})\d{4}|(\d{4})\d{4}\s*-\s*(\d{4})\d{4})\]")
NAME = re.compile(r"[^\[{}#]*[^\s\[{}#]")


@dataclasses.dataclass
class Official:
    names: list  # as written, with blanks for underscores: "MOHAMMAD ZAHIR SHAH"
    country: str  # ISO 3166-1 alpha-2
    offices: list  # "Presidents", "Minister of Foreign Affairs"
    years: list  # spans (first, last)
    part: str  # "Leaders" or "Government"


@dataclasses.dataclass
class Country:
    code: str
    cities: list
    regions: list
    officials: list


def read_countries(text):
    """Yields each Country of the file."""
    text = re.sub(r"<!--.*?-->|<Comment>.*?</Comment>", "", text, flags=re.S)
    for block in re.findall(r"<Country>(.*?)</Country>", text, flags=re.S):
        code = MENDED_CODES.get(part_of(block, "CountryCode").strip(), part_of(block, "ISO3166-alpha2").strip())
        if not re.fullmatch("[A-Z]{2}", code):
            continue
        officials = read_leaders(part_of(block, "Leaders"), code) + read_government(part_of(block, "Government"), code)
        yield Country(code, read_names(part_of(block, "MajorCities")), read_names(part_of(block, "Regions")), officials)


def part_of(block, tag):
    found = re.search(f"<{tag}>(.*?)</{tag}>", block, flags=re.S)
    return found[1] if found else ""


def read_names(part):
    return [name for line in part.split("\n") if not line.startswith("#") for name in names_in(line)]


def names_in(line):
    """"{A_B_}{A_C_} [1990...]" -> ["A B", "A C"]."""
    line = line.partition("#")[0].partition("[")[0]
    return [" ".join(name.replace("_", " ").split()) for name in NAME.findall(line)]


def read_leaders(part, country):
    officials, office = [], ""
    for line in part.split("\n"):
        tag = re.match(r"\s*<(/?)(.*?)>", line)
        if tag:
            office = "" if tag[1] else tag[2].replace("_", " ")
        elif not line.startswith("#") and TERM.search(line):
            years = read_terms(line, 0, LEADERS_KEPT_UNTIL)
            officials.append(Official(names_in(line), country, [office], years, "Leaders"))
    return [official for official in officials if official.names]


def read_government(part, country):
    officials = []
    for line in part.split("\n"):
        line, _, offices = line.partition("#")
        years = read_terms(line, GOVERNMENT_SINCE, GOVERNMENT_KEPT_UNTIL)
        if names_in(line) and years:
            officials.append(Official(names_in(line), country, split_offices(offices), years, "Government"))
    return officials


def read_terms(line, since, until):
    spans = []
    for open_side, day, first, last in TERM.findall(line):
        if open_side == ">":
            spans.append((int(day), max(int(day), until)))
        elif open_side == "<":
            spans.append((min(since or int(day), int(day)), int(day)))
        else:
            spans.append((int(first), max(int(first), int(last))))
    return spans


def split_offices(text):
    return [" ".join(office.replace("_", " ").split()) for office in text.split(" & ") if office.strip()]
