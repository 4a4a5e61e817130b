# SPDX-License-Identifier: GPL-2.0-or-later
"""Xapian's own scriptindex, and quest (package xapian-examples) to ask, one process a query."""
import subprocess

NAME = "scriptindex"


class Peer:
    NAME = NAME

    def __init__(self, root, work, texts):
        self.script = root / "tools/bench/peers/scriptindex.script"
        self.texts = texts
        self.index = texts.jsonl.parent / "omega.db"

    def prepare(self):
        pass

    def index_commands(self):
        return [(["scriptindex", self.index, self.script, self.texts.omega], {"stdout": subprocess.DEVNULL})]

    def session(self, kind):
        return None  # neither quest nor omega answers many queries in one process

    def cold_command(self, kind, query):
        command = ["quest", "--db", self.index, "--msize", "10", "--boolean-prefix", "country:N", "--boolean-prefix", "year:Y"]
        words = " ".join(query["words"])
        return {"ranked": [*command, words], "phrase": [*command, '"' + " ".join(query["phrase"]) + '"'],
                "country+year": [*command, f"{words} country:{query['country']} year:{query['year']}"]}.get(kind)
