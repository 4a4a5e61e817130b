# SPDX-License-Identifier: GPL-2.0-or-later
"""The articles that are measured on, in the form that each peer reads, and the queries."""
import collections
import dataclasses
import gzip
import json
import pathlib
import random
import re
import subprocess

STOP = set("the of and to in a that is was for it with as his on be at by i this had not are but from or have an they which you were".split())
UNIT, RECORD = "\x1f", "\x1e"


@dataclasses.dataclass
class Texts:
    name: str
    count: int
    bytes: int  # of headlines and bodies
    jsonl: pathlib.Path
    fields: pathlib.Path  # id, date, year, source, countries, persons, title, text: parted by UNIT, articles by RECORD
    tags: pathlib.Path  # number of the article, kind, key: the same
    omega: pathlib.Path  # as scriptindex reads it


def prepare(root, work, articles):
    """Writes the corpus in all forms, if it is not there. Peers tag nothing, so they get our tags."""
    work = work / (f"generated-{articles}" if articles else "archive")
    work.mkdir(parents=True, exist_ok=True)
    texts = Texts("generated" if articles else "state-archive", 0, 0, *(work / n for n in ("articles.jsonl", "fields", "tags", "omega.dump")))
    archive = next((p / "data/archive/state-archive.jsonl.gz" for p in (root.parent / "shared", root.parent.parent / "shared")
                    if (p / "data/archive/state-archive.jsonl.gz").exists()), None)
    if articles == 0 and archive is None:
        articles = 20_000
        return prepare(root, work.parent, articles)
    counts = work / "counts.json"
    if not counts.exists():
        if articles:
            with texts.jsonl.open("wb") as out:
                subprocess.run([root / "build/release/bin/generate_articles", str(articles), "6", root / "corpus/sample"], stdout=out, check=True)
        else:
            texts.jsonl.write_bytes(gzip.decompress(archive.read_bytes()))
        counts.write_text(json.dumps(write_forms(root, texts)))
    texts.count, texts.bytes = json.loads(counts.read_text())
    return texts


def write_forms(root, texts):
    tagger = subprocess.Popen([root / "build/release/bin/chancery-indexer", "--tag", "--quiet", texts.jsonl], stdout=subprocess.PIPE)
    count = size = 0
    with texts.jsonl.open() as articles, texts.fields.open("w") as fields, texts.tags.open("w") as tags, texts.omega.open("w") as omega:
        for line, tag_line in zip(articles, tagger.stdout, strict=True):
            article, tagged = json.loads(line), json.loads(tag_line)
            count += 1
            date = article.get("date") or ""
            title, text = (" ".join(article[f].translate({31: 32, 30: 32}).split("\r")) for f in ("title", "text"))
            size += len(title.encode()) + len(text.encode())
            countries = [c["code"] for c in tagged["countries"]]
            persons = [p["key"] for p in tagged["persons"]]
            fields.write(UNIT.join([article["id"], date, date[:4], article.get("source") or "", ",".join(countries), ",".join(persons), title, text]) + RECORD)
            for kind, keys in (("country", countries), ("person", persons), ("year", [date[:4]] if date else [])):
                for key in keys:
                    tags.write(f"{count}{UNIT}{kind}{UNIT}{key}{RECORD}")
            omega.write(f"id={article['id']}\nyear={date[:4]}\ntitle={one_line(title)}\n" + "".join(f"country={c}\n" for c in countries) +
                        "".join(f"person={p}\n" for p in persons) + "text=" + text.strip("\n").replace("\n", "\n=") + "\n\n")
    if tagger.wait() > 1:
        raise SystemExit("chancery-indexer --tag failed")
    return count, size


def one_line(text):
    return text.replace("\n", " ")


def queries(work, texts, count, chancery):
    """For each: words of middling frequency, a phrase, a country and a year, all from one article, so that something is found."""
    rng = random.Random(6)
    sample = []
    step = max(1, texts.count // 20_000)
    with texts.fields.open() as file:
        data = file.read(400_000_000 if step == 1 else 60_000_000)
    for record in data.split(RECORD)[:-1]:
        fields = record.split(UNIT)
        sample.append((fields[2], fields[4].split(","), re.findall(r"[a-z]+", fields[7].lower())))
    frequency = collections.Counter()
    pairs = collections.Counter()
    for _, _, words in sample:
        frequency.update(set(words))
        pairs.update({p for p in zip(words, words[1:]) if p[0] not in STOP and p[1] not in STOP})
    low, high = len(sample) * 0.015, len(sample) * 0.06
    made = []
    while len(made) < count:
        year, countries, words = rng.choice(sample)
        middling = sorted({w for w in words if len(w) > 3 and low <= frequency[w] <= high and w not in STOP})
        phrases = sorted({p for p in zip(words, words[1:]) if pairs[p] >= max(5, len(sample) // 2000) and min(map(len, p)) > 2})
        if len(middling) < 3 or not phrases or not year or not countries[0]:
            continue
        made.append({"words": rng.sample(middling, rng.choice((2, 3))), "phrase": list(rng.choice(phrases)), "country": rng.choice(countries), "year": year})
    return made
