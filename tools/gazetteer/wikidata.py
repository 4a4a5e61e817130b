# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a Wikidata dump (JSON, an array or one entity a line; plain, gzip, bzip2 or xz) line by line, and makes
rows of the gazetteer's tables of its humans, places or organisations.

A dump is read twice for persons: in the first pass the humans and the codes of countries, in the second the labels
of the offices that they held. Lines without the marks of an entity that is wanted are not parsed."""
import bz2
import gzip
import json
import lzma
import re

from gazetteer.tables import NO_END, Fault, join_years

OPENERS = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open, b"\xfd7": lzma.open}
HUMAN = "Q5"
SEXES = {"Q6581097": "m", "Q2449503": "m", "Q6581072": "f", "Q1052281": "f"}
MOST_ALIASES = 10
COMING_OF_AGE = 20  # years of whom no office is dated: from this age to death

# Countries whose entities a subset of the dump may lack; former states have the codes of countries.tsv.
COUNTRY_CODES = {f"Q{number}": code for number, code in (pair.split(":") for pair in """
    30:US 142:FR 183:DE 145:GB 159:RU 148:CN 17:JP 668:IN 38:IT 29:ES 16:CA 408:AU 155:BR 96:MX 258:ZA 43:TR 794:IR
    796:IQ 801:IL 79:EG 851:SA 843:PK 889:AF 884:KR 423:KP 252:ID 36:PL 212:UA 55:NL 29999:NL 31:BE 39:CH 40:AT 34:SE 20:NO
    35:DK 756617:DK 33:FI 189:IS 27:IE 45:PT 41:GR 28:HU 213:CZ 214:SK 218:RO 219:BG 403:RS 224:HR 215:SI 225:BA 221:MK
    236:ME 222:AL 1246:XK 211:LV 191:EE 37:LT 184:BY 217:MD 230:GE 399:AM 227:AZ 232:KZ 265:UZ 863:TJ 813:KG 874:TM 711:MN
    865:TW 8646:HK 14773:MO 881:VN 424:KH 819:LA 869:TH 836:MM 833:MY 334:SG 928:PH 921:BN 574:TL 664:NZ 691:PG 712:FJ 683:WS
    678:TO 685:SB 686:VU 697:NR 709:MH 702:FM 695:PW 710:KI 672:TV 854:LK 902:BD 837:NP 917:BT 826:MV 858:SY 822:LB 810:JO
    219060:PS 817:KW 846:QA 398:BH 878:AE 842:OM 805:YE 229:CY 262:DZ 1028:MA 948:TN 1016:LY 1049:SD 958:SS 115:ET 986:ER
    977:DJ 1045:SO 114:KE 1036:UG 924:TZ 1037:RW 967:BI 974:CD 971:CG 1000:GA 983:GQ 1009:CM 929:CF 657:TD 1033:NG 1032:NE
    912:ML 965:BF 1025:MR 1041:SN 1005:GM 1006:GN 1007:GW 1044:SL 1014:LR 1008:CI 117:GH 945:TG 962:BJ 1011:CV 1039:ST 916:AO
    953:ZM 954:ZW 963:BW 1030:NA 1013:LS 1050:SZ 1020:MW 1029:MZ 1019:MG 1027:MU 1042:SC 970:KM 414:AR 298:CL 739:CO 717:VE
    736:EC 419:PE 750:BO 733:PY 77:UY 734:GY 730:SR 774:GT 792:SV 783:HN 811:NI 800:CR 804:PA 242:BZ 241:CU 790:HT 786:DO
    766:JM 754:TT 244:BB 778:BS 769:GD 760:LC 757:VC 781:AG 784:DM 763:KN 32:LU 233:MT 228:AD 235:MC 238:SM 347:LI 237:VA
    15180:SU 36704:YU 33946:CS 16957:DD 172640:VD 199841:YD""".split())}

# What an entity is an instance of (P31), and the kind that our tables call it.
PLACE_KINDS = {
    **dict.fromkeys(["Q515", "Q5119", "Q1549591", "Q1637706", "Q200250", "Q7930989", "Q3957", "Q2264924", "Q486972",
                     "Q1093829", "Q484170", "Q747074", "Q42744322", "Q15284"], "city"),
    **dict.fromkeys(["Q35657", "Q11828004", "Q9357527", "Q5852411"], "state"),
    **dict.fromkeys(["Q10864048", "Q82794", "Q36784", "Q10742", "Q1221156", "Q50337", "Q1615742", "Q34876", "Q107390"], "region")}
ORGANISATION_KINDS = {
    "Q1127126": "alliance", "Q22687": "bank", "Q66344": "bank", "Q783794": "company", "Q4830453": "company",
    "Q6881511": "company", "Q891723": "company", "Q41487": "court", "Q192350": "government", "Q327333": "government",
    "Q35749": "government", "Q484652": "international", "Q245065": "international", "Q4120211": "international",
    "Q11032": "media", "Q192283": "media", "Q1616075": "media", "Q772547": "military", "Q37726": "military",
    "Q17149090": "movement", "Q17127659": "movement", "Q49773": "movement", "Q79913": "ngo", "Q163740": "ngo",
    "Q7278": "party", "Q3918": "university", "Q875538": "university"}
ORGANS_OF_A_STATE = {"government", "military", "court"}
TITLE_WORDS = set("""Acting Affairs Ambassador Chairman Chairperson Chancellor Chief Commander Defence Defense Deputy
    Director Emir Emperor External Federal Finance First Foreign Governor General Head High Interior Justice King Leader
    Mayor Member Minister Premier President Prime Prince Queen Representative Secretary Senator Speaker Sultan Vice""".split())


class Dump:
    """A dump's file, and what could not be read of it."""

    def __init__(self, path):
        self.path, self.faults, self.entities = path, [], 0

    def lines(self):
        try:
            with open(self.path, "rb") as file:
                opener = OPENERS.get(file.read(2), open)
            with opener(self.path, "rt", encoding="utf-8", errors="replace") as file:
                yield from enumerate(file, 1)
        except (OSError, EOFError, lzma.LZMAError) as error:
            raise Fault(f"the dump '{self.path}' cannot be read: {error}") from None

    def read(self, is_wanted):
        """Entities of the lines for which is_wanted(line) holds."""
        for number, line in self.lines():
            text = line.strip().removeprefix("[").removesuffix("]").rstrip(",")
            if not text:
                continue
            self.entities += 1
            if not is_wanted(text):
                continue
            try:
                entities = json.loads(f"[{text}]")
                yield from (entity for entity in entities if entity["id"].startswith("Q") and entity.get("claims"))
            except (ValueError, LookupError, TypeError, AttributeError):
                self.faults.append(f"{self.path}:{number}: is no entity")


def statements(entity, name):
    """The statements of a property that are not deprecated, the preferred first."""
    kept = [one for one in entity["claims"].get(name, []) if one.get("rank") != "deprecated" and value(one["mainsnak"])]
    return sorted(kept, key=lambda one: one.get("rank") != "preferred")


def value(snak):
    """The id of an item, the text of a string, the "+2018-12-24T00:00:00Z" of a time; None for none."""
    found = snak.get("datavalue", {}).get("value")
    return (found.get("id") or found.get("time")) if isinstance(found, dict) else found


def values(entity, name):
    return [value(one["mainsnak"]) for one in statements(entity, name)]


def year(time):
    """"+2018-12-24T00:00:00Z" -> 2018; None for none, 1 for all before our era."""
    found = re.match(r"([+-])(\d+)", time or "")
    return None if found is None else 1 if found[1] == "-" else max(1, int(found[2]))


def qualifier(statement, name):
    return next((value(snak) for snak in statement.get("qualifiers", {}).get(name, []) if value(snak)), None)


def label(entity, language):
    labels = entity.get("labels", {})
    found = labels.get(language) or labels.get("mul")
    return clean(found["value"]) if found else ""


def clean(text):
    return " ".join(text.split())


def aliases(entity, language, name, fewest_words):
    """Other names in that language that can stand in a list of a table."""
    found = [clean(alias["value"]) for code in (language, "mul") for alias in entity.get("aliases", {}).get(code, [])]
    kept = [alias for alias in dict.fromkeys(found)
            if alias != name and not re.search(r"[|(),;/\"]", alias) and len(alias.split()) >= fewest_words
            and any(letter.isalpha() for letter in alias)]
    return kept[:MOST_ALIASES]


def terms(human):
    """The years in office; without any, those of the grown-up life."""
    death = year(next(iter(values(human, "P570")), None))
    spans = []
    for statement in statements(human, "P39"):
        first, last = year(qualifier(statement, "P580")), year(qualifier(statement, "P582"))
        if first or last:
            end = last or death or NO_END
            spans.append((min(first or end, end), end))
    birth = year(next(iter(values(human, "P569")), None))
    if not spans and birth and (birth > 1 or death):
        spans.append((birth + COMING_OF_AGE, max(death or NO_END, birth + COMING_OF_AGE)))
    return spans


def offices(human):
    """Ids of the offices, the preferred and the latest first."""
    found = [(one.get("rank") != "preferred", -(year(qualifier(one, "P580")) or 0), value(one["mainsnak"]))
             for one in statements(human, "P39")]
    return list(dict.fromkeys(office for _, _, office in sorted(found)))[:2]


def written_role(office):
    """"Prime Minister of Poland" -> "prime minister of Poland"."""
    return " ".join(word.lower() if word in TITLE_WORDS else word for word in office.split())


def read_persons(dump, language, minimum_sitelinks):
    codes, found, wanted = dict(COUNTRY_CODES), [], set()
    for entity in dump.read(lambda line: '"Q5"' in line or '"P297"' in line):
        for code in values(entity, "P297")[:1]:
            codes[entity["id"]] = code
        name = label(entity, language)
        if HUMAN in values(entity, "P31") and name and len(entity.get("sitelinks", {})) >= minimum_sitelinks:
            sex = next((SEXES[one] for one in values(entity, "P21") if one in SEXES), "u")
            held = offices(entity)
            wanted.update(held)
            found.append((name, values(entity, "P27"), join_years(terms(entity)), held, aliases(entity, language, name, 2), sex))
    labels = {}
    if wanted:
        id_of = re.compile(r'"id":\s*"(Q\d+)"')
        for entity in dump.read(lambda line: (match := id_of.search(line)) is not None and match[1] in wanted):
            labels[entity["id"]] = label(entity, language)
    for name, states, years, held, others, sex in found:
        countries = list(dict.fromkeys(codes[state] for state in states if state in codes))
        role = "; ".join(written_role(labels[office]) for office in held if labels.get(office))
        yield {"name": name, "country": countries, "years": years, "role": role, "aliases": others, "sex": sex}


def read_kinds(dump, language, minimum_sitelinks, kinds, fewest_words):
    """Entities of one of the kinds as (entity's name, kind, ids of its countries, aliases), and the countries' codes."""
    codes, found = dict(COUNTRY_CODES), []
    for entity in dump.read(lambda line: '"P31"' in line):
        for code in values(entity, "P297")[:1]:
            codes[entity["id"]] = code
        kind = next((kinds[one] for one in values(entity, "P31") if one in kinds), None)
        name = label(entity, language)
        if kind and name and "P297" not in entity["claims"] and len(entity.get("sitelinks", {})) >= minimum_sitelinks:
            states = [value(one["mainsnak"]) for one in statements(entity, "P17") if not qualifier(one, "P582")]
            found.append((name, kind, states, aliases(entity, language, name, fewest_words)))
    return found, codes


def read_places(dump, language, minimum_sitelinks):
    found, codes = read_kinds(dump, language, minimum_sitelinks, PLACE_KINDS, 1)
    for name, kind, states, others in found:
        countries = [codes[state] for state in states if state in codes][:1]
        if countries:
            yield {"name": name, "country": countries, "kind": kind, "aliases": others}


def read_organisations(dump, language, minimum_sitelinks):
    found, codes = read_kinds(dump, language, minimum_sitelinks, ORGANISATION_KINDS, 1)
    for name, kind, states, others in found:
        countries = [codes[state] for state in states if state in codes][:1] if kind in ORGANS_OF_A_STATE else []
        yield {"name": name, "kind": kind, "country": countries, "aliases": others}
