# SPDX-License-Identifier: GPL-2.0-or-later
"""Names as tables and reference lists write them: folded to words, and held against each other.

Two lists seldom spell a name alike: "SHEIKH_HAMAD_IBN `ISA_AL_KHALIFAH_" is "Hamad bin Isa Al Khalifa".
What is compared are the words without accents, titles and particles, in any order; two words are the same
if they sound alike (skeleton) or nearly so."""
import difflib
import functools
import re
import unicodedata

# As in common/fold.cc: letters that Unicode does not decompose.
UNDECOMPOSED = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe",
                              "ı": "i", "ħ": "h", "ŋ": "n", "ə": "a"})
APOSTROPHES = re.compile("['‘’ʼʻʾʿ`´]")
# Words that one list writes and another leaves out: anywhere in a name, and before it.
PARTICLES = set("""
    al el ad an as ash at az ar bin ben ibn bint van von der den de di da do dos das del della la le las les du e y i
    ould uld ag oglu zu zur ter ten of the and abd haji hadji hajj
    jr sr 2nd 3rd ii iii iv v vi vii viii ix x xi xii xiii xiv""".split())
TITLES = set("""
    sheikh sheik shaykh shaikh sir dame lord lady baron viscount earl prince princess king queen emperor emir amir
    sultan general gen colonel col major maj captain capt lieutenant lt admiral brigadier dr mr mrs ms alhaji
    sayyid sardar sayed moulay tun tunku tuanku dato datuk datu u begum""".split())
# Spellings of one sound, the longer first; what is left of a word are its consonants.
SOUNDS = [(re.compile(pattern), sound) for pattern, sound in (
    ("shch|sch|sh", "S"), ("tch|ch|cz|tj", "C"), ("kh|ck|q", "k"), ("gh", "g"), ("ph", "f"), ("th|dt", "t"), ("dh", "d"),
    ("dj|dzh", "j"), ("zh", "z"), ("ts|tz", "s"), ("x", "ks"), ("c(?=[ei])", "s"), ("c", "k"), ("w", "v"), ("z", "s"),
    (r"(.)\1+", r"\1"), ("(?<=.)[aeiouyh]+", ""), ("^[aeiouy]+", "a"))]


def fold(text):
    """"Gölcük O'Neill" -> "golcuk oneill"; as common/fold.cc does it for the tagger."""
    text = APOSTROPHES.sub("", text).casefold().translate(UNDECOMPOSED)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def make_key(name):
    """"Sergey Lavrov" -> "sergey-lavrov": the key of an entity in the index."""
    return re.sub(r"[\W_]+", "-", fold(name)).strip("-")


@functools.lru_cache(maxsize=None)
def name_words(name):
    """The folded words of a name that tell persons apart; all of them if none would be left."""
    words = tuple(re.findall(r"[^\W_]+", fold(name.replace("_", " "))))
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return tuple(word for word in words if word not in PARTICLES) or words


@functools.lru_cache(maxsize=None)
def skeleton(word):
    """"mohammed", "muhamad" -> "mmd"."""
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word


@functools.lru_cache(maxsize=None)
def is_same_word(one, other):
    """Whether two folded words are one name: spelled alike, sounding alike, an initial or short form of it."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) in (1, 3, 4) and longer.startswith(shorter) and len(longer) - len(shorter) > 1:
        return True
    if len(shorter) < 3 or len(longer) > 2 * len(shorter):
        return False
    if len(shorter) >= 5 and len(skeleton(one)) >= 3 and skeleton(one) == skeleton(other):
        return True
    return difflib.SequenceMatcher(None, one, other).ratio() >= 0.8


def count_same_words(one, other):
    """How many words of `one` stand in `other` too: full words, and with initials."""
    left, full, all_of_them = list(other), 0, 0
    for word in sorted(one, key=len, reverse=True):
        same = next((candidate for candidate in left if is_same_word(word, candidate)), None)
        if same is not None:
            left.remove(same)
            all_of_them += 1
            full += min(len(word), len(same)) > 1
    return full, all_of_them


def likeness(ours, theirs, family_first=False):
    """How sure it is that two names (name_words) mean one person of a country: 3 surely, 2 if the years agree
    too, 1 if a surname stands alone and the years agree, 0 not."""
    if not ours or not theirs:
        return 0
    shorter = min(len(ours), len(theirs))
    if len(theirs) == 1:
        if len(ours) == 1:
            return 3 if is_same_word(theirs[0], ours[0]) else 0
        return 1 if is_same_word(theirs[0], ours[-1]) or (family_first and is_same_word(theirs[0], ours[0])) else 0
    if len(ours) == 1:  # "Rainier" is Rainier Grimaldi, "Gaddafi" Muammar Gaddafi
        return 1 if ours[0] in (theirs[0], theirs[-1]) else 0
    full, all_of_them = count_same_words(ours, theirs)
    if all_of_them == shorter and full >= 2:
        return 3
    if full >= 2 and (all_of_them >= shorter - 1 or ours[-1] == theirs[-1]):
        return 2
    joined, other_joined = "".join(ours), "".join(theirs)
    if min(len(joined), len(other_joined)) >= 8:
        matcher = difflib.SequenceMatcher(None, joined, other_joined)
        if matcher.quick_ratio() >= 0.86 and matcher.ratio() >= 0.86:
            return 3
    return 2 if full == 1 and all_of_them == shorter else 0
