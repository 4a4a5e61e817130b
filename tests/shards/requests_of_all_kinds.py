# SPDX-License-Identifier: GPL-2.0-or-later
"""Requests of every kind to the searcher, made of the words and names of any archive: for comparing indexes."""
import itertools
import json
import subprocess

FIELDS = ["person", "country", "organisation", "place", "source", "language", "subject"]
FACETS = FIELDS + ["year", "month", "day"]


def answer(*arguments):
    """What the searcher prints; nothing where it finds nothing."""
    return subprocess.run(["chancery-searcher", *arguments], text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def most_frequent(db, limit):
    """The keys of each facet that most articles have."""
    facets = json.loads(answer("--db", db, "--format", "json", "--limit", "0", "--facets", ",".join(FACETS), "--facet-limit", str(limit)))["facets"]
    return {field: [value["key"] for value in facets[field]] for field in FACETS}


def some_articles(db, number):
    """Ids and headlines, spread over the archive."""
    total = json.loads(answer("--db", db, "--format", "json", "--limit", "0"))["total"]
    found = []
    for i in range(number):
        offset = str(i * (total - 1) // max(1, number - 1))
        found += json.loads(answer("--db", db, "--format", "json", "--sort", "oldest", "--limit", "1", "--offset", offset))["hits"]
    return [(hit["id"], hit["title"]) for hit in found]


def texts(headlines):
    """Queries in the query language, of the words in the headlines."""
    words = [word.strip(".,:;'\"()?!’‘“”-") for line in headlines for word in line.split()]
    words = list(dict.fromkeys(word for word in words if len(word) > 3 and word.isalpha())) + ["talks", "minister", "treaty", "president"]
    for i in range(12):
        a, b, c, d = (words[(i * 4 + k) % len(words)] for k in range(4))
        yield a
        yield f"{a} {b} {c}"
        yield f"{a} {b} {c} {d} talks minister president government"
        yield f"{a} AND {b}"
        yield f'"{a} {b}"'
        yield f"{a} NEAR/5 {b}"
        yield f"{a[:4]}*"
        yield f"({a} OR {b}) AND NOT {c}"
        yield f"{a} -{b}"
        yield f"title:{a}"
        yield f"{a}x {b[:-1]}qz"  # misspelt
    for line in headlines[:4]:
        yield line.replace('"', " ")
        yield '"' + " ".join(line.replace('"', " ").split()[:3]) + '"'
    yield from ["the", "of the", "russian talks", "Soviet Union treaty", "Zelensky", "Gorbachov", "date:1989..1991 talks",
                "negotiat* NEAR/5 agreement", "xyzzy", "", "country:RU", "country:Russia peace person:Lavrov"]


def requests(db):
    """Lists of arguments, without --db and --format."""
    top = most_frequent(db, 4)
    articles = some_articles(db, 6)
    queries = list(texts([title for _, title in articles]))
    for query in queries:
        yield [query]
    orders = [["--sort", sort] for sort in ("relevance", "newest", "oldest")]
    pages = [["--limit", "3"], ["--limit", "7", "--offset", "2"], ["--limit", "50", "--offset", "5"], ["--limit", "1000"]]
    for order, page, query in itertools.product(orders, pages, [[], ["president talks"], ["minister"]]):
        yield order + page + query
    for field in FIELDS:
        for key in top[field][:3]:
            yield [f"--{field}", key, "--facets", ",".join(FACETS)]
            yield [f"--not-{field}", key, "talks president"]
        yield [arg for key in top[field][:2] for arg in (f"--{field}", key)] + ["--sort", "oldest"]
    yield ["--person", top["person"][0], "--person", top["person"][1], "--all-persons"]
    for year in top["year"][:3]:
        yield ["--date", year, "--facets", "month,person"]
        yield ["--from", year, "talks"]
        yield ["--to", year, "--sort", "newest", "government"]
    for unit in ("year", "month", "day"):
        yield ["--timeline", unit, "--limit", "2", "president"]
    for row, column in itertools.product(["person", "country", "year", "source", "month"], ["person", "country", "language"]):
        yield ["--cross", f"{row},{column}", "--limit", "0", "talks"]
    for query in queries[:8] + [""]:
        for sort in ("relevance", "newest", "oldest"):
            yield ["--collapse", "--sort", sort, query]
        yield ["--recency", "90", "--facets", "person,country", query]
        yield ["--recency", "3650", "--explain", query]
        yield ["--explain", "--default-operator", "and", query]
    for identity, title in articles:
        yield ["--like", identity]
        yield ["--like", identity, "--collapse", "--country", top["country"][0]]
        yield ["--article", identity, title.replace('"', " ").replace("-", " ")]
        yield ["--after", "1:" + identity, "president"]
        yield ["--after", "1:" + identity, "--sort", "newest"]
    for name in ["Bush", "Paris", "China", "Clinton", "Lavrov", "United Nations", "NATO", "Nobody At All"] + top["person"] + top["country"] + top["source"] + top["organisation"] + top["place"]:
        yield ["--resolve", name]
    for prefix in ["person:", "person:b", "person:mik", "country:u", "country:", "organisation:u", "place:m", "source:", "subject:", "language:"]:
        yield ["--complete", prefix]
    for field in ("person", "place"):
        yield [f"--{field}", "Nobody Atall", "talks"]
    yield ["--country", "Rusia"]
