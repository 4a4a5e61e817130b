# SPDX-License-Identifier: GPL-2.0-or-later
"""Chancery itself: it tags what it indexes; the others are given its tags."""
from lib.measure import Session

NAME = "chancery"
FACETS = ["--facets", "country,person,year"]


class Peer:
    NAME = NAME

    def __init__(self, root, work, texts):
        self.bin = root / "build/release/bin"
        self.texts = texts
        self.index = texts.jsonl.parent / "chancery.db"

    def prepare(self):
        pass

    def index_commands(self):
        return [([self.bin / "chancery-indexer", "--quiet", "--rebuild", "--db", self.index, self.texts.jsonl], {})]

    def options(self, kind):
        options = {"+facets": ["--format", "json", "--snippet-length", "0", *FACETS], "+snippets": ["--format", "json", *FACETS]}
        return [self.bin / "chancery-searcher", "--db", self.index, *options.get(kind, ["--format", "ids"])]

    @staticmethod
    def query(kind, query):
        if kind == "phrase":
            return '"' + " ".join(query["phrase"]) + '"'
        words = " ".join(query["words"])
        return words if kind == "ranked" else f"{words} country:{query['country']} date:{query['year']}"

    def session(self, kind):
        return Session([*self.options(kind), "--batch", "-"], lambda query: self.query(kind, query))

    def cold_command(self, kind, query):
        return [*self.options(kind), self.query(kind, query)]
